/** The two comments of a note between which its bibliography stands, each alone on its line. */

const NAME = 'paper-notes-bibliography';

export const BIBLIOGRAPHY_COMMENTS = { start: `<!-- ${NAME} -->`, end: `<!-- /${NAME} -->` };

const COMMENT = new RegExp(String.raw`^ {0,3}<!--[ \t]*(/?)${NAME}[ \t]*-->[ \t]*$`, 'gm');

export interface BibliographyComment {
	readonly isEnd: boolean;
	readonly start: number;
	/** Its line end is not included. */
	readonly end: number;
}

/** In the order of the text, also those in code. */
export function bibliographyComments(text: string): readonly BibliographyComment[] {
	if (!text.includes(NAME)) {
		return [];
	}
	return [...text.matchAll(COMMENT)].map(({ 0: comment, 1: slash, index }) => ({
		isEnd: slash === '/',
		start: index,
		end: index + comment.length,
	}));
}
