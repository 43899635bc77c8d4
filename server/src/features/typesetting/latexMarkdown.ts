/** LaTeX of a citation's prefix or locator as Markdown. */

import { latexToRich, markdownText } from '../../corpus/text/richText.ts';
import { latexSource } from '../../util/textKinds.ts';

const FORMULA = /((?<!\\)\$(?:\\.|[^$\\])+\$)/;

/** `see \emph{also}~Ash, $n = 3$` gives `see *also* Ash, $n = 3$`. Braces around the whole are left out. */
export function latexMarkdown(latex: string): string {
	return latex
		.split(FORMULA)
		.map((part, index) => (index % 2 === 1 ? part : textMarkdown(part)))
		.join('')
		.trim();
}

function textMarkdown(latex: string): string {
	const [, leading = '', core = '', trailing = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(latex) ?? [];
	return leading + markdownText(latexToRich(latexSource(core))).replaceAll('\u00a0', ' ') + trailing;
}
