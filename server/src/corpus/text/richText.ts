/**
 * The text of titles and abstracts. Records keep it as rich text: Unicode with CSL's own small markup (`<i>`, `<b>`,
 * `<sub>`, `<sup>`, `<span style="font-variant: small-caps;">`) and mathematics left as `$...$`. A literal dollar that
 * could be taken for mathematics is `\$`. Sources other than BibTeX leave LaTeX, JATS, HTML and MathML in it; the
 * renderings understand them all.
 */

import { oneLine } from '../../util/oneLine.ts';
import {
	type LatexSource,
	type MarkdownText,
	markdownSource,
	type PlainText,
	type RichText,
	richText,
} from '../../util/textKinds.ts';
import { withoutControls } from './controlCharacters.ts';
import { decodeLatex } from './latexDecoder.ts';
import { escapeInline, escapeLineStarts } from './markdownEscape.ts';
import { mathAt } from './mathSpans.ts';
import { joinedLines, type TextRun, textRuns } from './textRuns.ts';

const LATEX = /[\\{}$~`]|''|--/;

/** LaTeX `source`, as in a BibTeX field, as rich text. `{\'E}t\'e: {\em une \'etude}` gives `Été: <i>une étude</i>`. */
export function latexToRich(source: LatexSource): RichText {
	if (!LATEX.test(source)) {
		return richText(joinedLines(source).trim());
	}
	return richText(plainDollars(joinedLines(decodeLatex(source, 'source')).trim()));
}

/** Dollars that cannot be taken for mathematics need no backslash. */
function plainDollars(rich: string): string {
	if (!rich.includes('\\$')) {
		return rich;
	}
	const plain = rich.replaceAll('\\$', '$');
	for (let at = plain.indexOf('$'); at >= 0; at = plain.indexOf('$', at + 1)) {
		if (mathAt(plain, at, false) !== undefined) {
			return rich;
		}
	}
	return plain;
}

/** `rich` as one line without any markup: for search, labels, screen readers. */
export function plainText(rich: RichText = richText('')): PlainText {
	if (isPlain(rich)) {
		return rich.trim();
	}
	const text = textRuns(rich)
		.map((run) => run.text)
		.join('');
	return oneLine(text).trim();
}

/** All but the letters and signs of European languages that stand for themselves, whatever is next to them. */
const UNUSUAL = /[^ -#%'-;=-[\]-_a-z|~\u00a1-\u00ac\u00ae-\u05ff\u2010-\u2027]/;

/** Whether `rich` is its own rendering. Said of most texts, and quick to see. */
function isPlain(rich: string): boolean {
	return !UNUSUAL.test(rich) && !rich.includes('  ') && !rich.includes('--') && !rich.includes("''");
}

/**
 * `rich` as Markdown that shows it and nothing else: bold and italic are kept, mathematics is Unicode, paragraphs are
 * apart by blank lines, everything else is escaped.
 */
export function markdownText(rich: RichText = richText('')): MarkdownText {
	const runs = textRuns(rich);
	const parts: string[] = [];
	// Kept apart: a look at the end of a text that is put together piece by piece copies it each time.
	let last = '';
	for (const [index, run] of runs.entries()) {
		const part = styledMarkdown(run, last, runs[index + 1]?.text ?? '');
		parts.push(part);
		last = part === '' ? last : part.slice(-1);
	}
	return markdownSource(escapeLineStarts(joinedLines(parts.join(''))).trim());
}

/** `text` on one line as Markdown that shows it letter by letter: for keys and names of files, which hold no markup. */
export function plainMarkdown(text: PlainText): MarkdownText {
	return markdownSource(escapeLineStarts(escapeInline(oneLine(withoutControls(text)).trim())));
}

/** `before` and `after` stand around the run. Spaces stay outside the marks; where CommonMark would not see the marks as emphasis, there are none. */
function styledMarkdown(run: TextRun, before: string, after: string): string {
	const marks = (run.bold ? '**' : '') + (run.italic ? '*' : '');
	const [, leading = '', core = '', trailing = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
	const escaped = escapeInline(core);
	const isBlock = core.includes('\n\n');
	if (marks === '' || core === '' || isBlock) {
		return leading + escaped + trailing;
	}
	const opens = canFlank(leading === '' ? before : ' ', core.charAt(0));
	const closes = canFlank(trailing === '' ? after.charAt(0) : ' ', core.slice(-1));
	return opens && closes ? leading + marks + escaped + marks + trailing : leading + escaped + trailing;
}

/** CommonMark 6.2: a mark between a letter outside and punctuation inside neither opens nor closes emphasis. */
function canFlank(outside: string, inside: string): boolean {
	const isWordOutside = outside !== '' && !/[\s\p{P}\p{S}]/u.test(outside);
	return outside !== '*' && !(isWordOutside && /[\p{P}\p{S}]/u.test(inside));
}
