/** The languages that notes are written in. */
export const NOTE_LANGUAGES = ['markdown', 'quarto', 'rmd', 'mdx'];
