/**
 * The text of titles and abstracts. Records store it as rich text: Unicode with CSL's own markup (`<i>`, `<b>`, `<sub>`,
 * `<sup>`, `<span style="font-variant: small-caps;">`) and mathematics as `$...$`. A literal dollar that could be read
 * as mathematics is `\$`. Sources other than BibTeX may leave LaTeX, JATS, HTML and MathML in it; all renderings
 * understand them.
 */

import { safeLine } from '../../messages/foreignText.ts';
import { oneLine } from '../../util/oneLine.ts';
import {
	type LatexSource,
	type MarkdownText,
	markdownSource,
	type PlainText,
	type RichText,
	richText,
} from '../../util/textKinds.ts';
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

/** Removes the backslash of dollars that cannot be read as mathematics. */
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

/** `rich` on one line without any markup, for search, labels and screen readers. */
export function plainText(rich: RichText = richText('')): PlainText {
	if (isPlain(rich)) {
		return rich.trim();
	}
	const text = textRuns(rich)
		.map((run) => run.text)
		.join('');
	return oneLine(text).trim();
}

/** Everything except letters and signs of European languages that always stand for themselves. */
const UNUSUAL = /[^ -#%'-;=-[\]-_a-z|~\u00a1-\u00ac\u00ae-\u05ff\u2010-\u2027]/;

/** Whether `rich` needs no rendering. True for most texts, and fast to check. */
function isPlain(rich: string): boolean {
	return !UNUSUAL.test(rich) && !rich.includes('  ') && !rich.includes('--') && !rich.includes("''");
}

/**
 * `rich` as Markdown that renders exactly as this text. Bold and italic are kept, mathematics becomes Unicode, blank
 * lines separate paragraphs, and everything else is escaped.
 */
export function markdownText(rich: RichText = richText('')): MarkdownText {
	const runs = textRuns(rich);
	const parts: string[] = [];
	// Stored separately, because reading the end of a string that is being concatenated copies the whole string each time.
	let last = '';
	for (const [index, run] of runs.entries()) {
		const part = styledMarkdown(run, last, runs[index + 1]?.text ?? '');
		parts.push(part);
		last = part === '' ? last : part.slice(-1);
	}
	return markdownSource(escapeLineStarts(joinedLines(parts.join(''))).trim());
}

/**
 * `text` on one line as Markdown that shows every character literally, for keys and file names, which contain no markup.
 */
export function plainMarkdown(text: PlainText): MarkdownText {
	return markdownSource(escapeLineStarts(escapeInline(safeLine(text).trim())));
}

/**
 * Puts marks around the run. `before` and `after` are the neighbouring texts. Spaces stay outside the marks; if
 * CommonMark would not treat the marks as emphasis, they are left out.
 */
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
