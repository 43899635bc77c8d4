/** What is shown behind words that mention a paper. */

export const mentionMessages = {
	hint: (key: string) => `cite ${key}?`,
	tooltip: (byline: string, title: string) => `${[byline, title].filter(Boolean).join(', ')} (double-click to cite it)`,
};
