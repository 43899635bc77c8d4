/** Problems of arXiv feeds, digests and tables, author pages and listings. Each message says how to fix it. */

export const listingMessages = {
	/** `summary`: arXiv's own message. */
	arxivError: (summary: string) => `arXiv answered with an error instead of a paper: "${summary}".`,
	bareTitle:
		'There are no authors, link or abstract below this title. Write each as a field, such as "**Authors**: ...".',
	rowWithoutTitle: 'This table row has no title.',
	nothingBelow: 'There is no title below this line.',
	unclearTitleEnd:
		'It is not clear where the title ends and the authors begin, so the whole line was taken as the title.',
} as const;
