/** Problems for people: one line each, and the place in the text below it. */

import { cliMessages } from '../../messages/cli.ts';
import { withoutControls } from '../../messages/foreignText.ts';
import type { Range } from '../../util/span.ts';
import type { ListedProblem, ShownSeverity } from '../fileProblems.node.ts';

/** Adds colour where the output has any. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan', text: string) => string;

const COLOURS: Readonly<Record<ShownSeverity, Parameters<Paint>[0]>> = {
	error: 'red',
	warning: 'yellow',
	information: 'cyan',
	hint: 'dim',
};

/** Most columns of a line of text. Paragraphs of notes are often one line. */
const FRAME_WIDTH = 100;

/** Columns of text shown before the place if the line is cut. */
const CONTEXT_WIDTH = 30;

/** The lines about one problem. `line` is the line of the file on which it begins; undefined if that is unknown. */
export function problemLines(path: string, problem: ListedProblem, line: string | undefined, paint: Paint): string {
	const { range, severity, code, message } = problem;
	const place = paint('bold', `${printableStart(path)}:${range.start.line + 1}:${range.start.character + 1}`);
	const level = paint(COLOURS[severity], cliMessages.severity[severity]);
	const said = `${place}: ${level}: ${printable(message)} ${paint('dim', `[${code}]`)}\n`;
	return line === undefined || line.trim() === '' ? said : said + frame(line, range, paint);
}

function frame(line: string, { start, end }: Range, paint: Paint): string {
	const number = `${start.line + 1}`;
	const last = end.line === start.line ? end.character : line.length;
	const from = line.length <= FRAME_WIDTH ? 0 : Math.max(0, start.character - CONTEXT_WIDTH);
	const to = Math.min(line.length, from + FRAME_WIDTH);
	const before = `${from > 0 ? '…' : ''}${line.slice(from, start.character)}`;
	const marked = line.slice(start.character, Math.min(last, to));
	const after = `${line.slice(Math.min(last, to), to)}${to < line.length ? '…' : ''}`;
	const margin = ' '.repeat(number.length);
	return [
		`  ${paint('dim', `${number} |`)} ${printable(before + marked + after)}\n`,
		`  ${paint('dim', `${margin} |`)} ${blank(before)}${paint('bold', '^'.repeat(Math.max(1, columns(marked))))}\n`,
	].join('');
}

/** Shown instead of what must not be printed. */
const LOST = '\ufffd';

/**
 * Text of a file as a terminal may show it, in as many columns: control characters could move the cursor, or change what
 * was printed, and GitHub's workflows take `##[` for the beginning of a command.
 */
export function printable(text: string): string {
	return withoutControls(text, LOST)
		.replace(/[\t\n\r\u2028\u2029]/g, ' ')
		.replaceAll('##[', `#${LOST}[`);
}

/** The same for the beginning of a line, where GitHub's workflows take `::` for the beginning of a command. */
export function printableStart(text: string): string {
	return printable(text).replace(/^(\s*):(?=:)/, `$1${LOST}`);
}

/** As many columns of space as the text takes. */
function blank(text: string): string {
	return ' '.repeat(columns(text));
}

const WIDE =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/gu;

/** How many columns a terminal gives to the text. */
function columns(text: string): number {
	const letters = [...text.replace(/\p{M}/gu, '')].length;
	return letters + (text.match(WIDE)?.length ?? 0);
}
