/** The index report as text that reads well as it is, and where in it the links are. */

import { counted } from '../../server/src/messages/counted.ts';
import type { CodeSummary, FileStatus, ProblemsResponse, StatusResponse } from '../../server/src/protocol.ts';

export interface ReportText {
	readonly text: string;
	readonly links: readonly ReportLink[];
}

export interface ReportLink {
	/** Where it stands in the report; both counted from 0. */
	readonly line: number;
	readonly character: number;
	readonly length: number;
	readonly target: Target;
}

/** A file, or a line of it, counted from 0. */
export interface Target {
	readonly uri: string;
	readonly line?: number;
}

export interface Report {
	readonly status: StatusResponse;
	readonly problems: ProblemsResponse;
	/** The severity that the settings give to problems of a code. */
	readonly severityOf: (code: string) => string;
	/** Shortens a URI to what people call the file. */
	readonly named: (uri: string) => string;
}

/** A line is text with links in it. */
type Line = readonly (string | Link)[];

interface Link {
	readonly text: string;
	readonly target: Target;
}

/** More files than anyone reads line by line. */
const MOST_FILES = 200;

export function reportText(report: Report): ReportText {
	const { status } = report;
	const read = status.files.filter((file) => file.format !== undefined);
	const unread = status.files.filter((file) => file.format === undefined);
	const lines: Line[] = [
		['# Paper Notes: what is indexed'],
		[],
		[summary(status)],
		[],
		...problemSection(report),
		...section(
			'Corpus files',
			fileLines(read, (file) => readLine(file, report)),
		),
		...section(
			'Not read',
			fileLines(unread, (file) => unreadLine(file, report)),
		),
		...(status.files.length === 0 ? [[nothingFound], []] : []),
	];
	return { text: lines.map((line) => line.map(textOf).join('')).join('\n'), links: lines.flatMap(linksIn) };
}

function textOf(piece: string | Link): string {
	return typeof piece === 'string' ? piece : piece.text;
}

function linksIn(line: Line, number: number): ReportLink[] {
	let character = 0;
	return line.flatMap((piece) => {
		const text = textOf(piece);
		const link = { line: number, character, length: text.length };
		character += text.length;
		return typeof piece === 'string' ? [] : [{ ...link, target: piece.target }];
	});
}

const nothingFound =
	'No corpus file was found. Put a BibTeX, CSL-JSON or other export of your papers into this folder, ' +
	'or say where it is in the setting `paperNotes.corpus`.';

function summary(status: StatusResponse): string {
	const counts = `${counted(status.papers, 'paper')} from ${counted(status.files.length, 'file')}; ${counted(status.notes, 'note')}.`;
	if (status.stopped) {
		return `${counts} Indexing was stopped; "Papers: Continue Indexing" goes on.`;
	}
	return status.indexing
		? `${counts} Indexing is under way.`
		: `${counts} The last look took ${Math.round(status.tookMs)} ms.`;
}

function section(title: string, lines: readonly Line[]): Line[] {
	return lines.length > 0 ? [[`## ${title}`], [], ...lines, []] : [];
}

/** By kind, the most frequent first, each with the files that have most of them and a few examples. */
function problemSection(report: Report): Line[] {
	const { codes } = report.problems;
	const total = codes.reduce((sum, { count }) => sum + count, 0);
	const note = `${counted(total, 'problem')} in corpus files. Those of a file are underlined where you open it.`;
	return total === 0 ? [] : section('Problems', [[note], [], ...codes.flatMap((code) => codeLines(code, report))]);
}

function codeLines(sum: CodeSummary, { severityOf, named }: Report): Line[] {
	const files = sum.worst.flatMap(({ uri, count }, index): Line => {
		const number = sum.files > 1 ? ` (${count.toLocaleString('en')})` : '';
		return [index > 0 ? ', ' : '', { text: named(uri), target: { uri } }, number];
	});
	const more = sum.files > sum.worst.length ? ` and ${counted(sum.files - sum.worst.length, 'more file')}` : '';
	const examples = sum.examples.map(({ uri, range: { start }, message }): Line => {
		const place = { text: `${named(uri)}:${start.line + 1}`, target: { uri, line: start.line } };
		return ['  - ', place, ` ${shortened(message)}`];
	});
	const left = sum.count - sum.examples.length;
	return [
		[`- ${sum.code} (${severityOf(sum.code)}): ${sum.count.toLocaleString('en')} in `, ...files, more],
		...examples,
		...(left > 0 && examples.length > 0 ? [[`  - and ${left.toLocaleString('en')} more`]] : []),
	];
}

/** One for each file, up to a number that can be read; then how many more there are. */
function fileLines(files: readonly FileStatus[], line: (file: FileStatus) => Line): Line[] {
	const rest = files.slice(MOST_FILES);
	const papers = rest.reduce((sum, file) => sum + file.papers, 0);
	const more = `- and ${counted(rest.length, 'more file')} with ${counted(papers, 'paper')}`;
	return [...files.slice(0, MOST_FILES).map(line), ...(rest.length > 0 ? [[more]] : [])];
}

function readLine(file: FileStatus, { named }: Report): Line {
	const problems = file.problems > 0 ? `, ${counted(file.problems, 'problem')}` : '';
	const note = file.note === undefined ? '' : ` ${file.note}`;
	return ['- ', linkTo(file, named), `: ${file.format}, ${counted(file.papers, 'paper')}${problems}.${note}`];
}

function unreadLine(file: FileStatus, { named }: Report): Line {
	return ['- ', linkTo(file, named), `: ${file.note ?? 'It could not be read.'}`];
}

function linkTo({ uri }: FileStatus, named: Report['named']): Link {
	return { text: named(uri), target: { uri } };
}

/** A message is one line here; the editor shows it whole. */
function shortened(message: string): string {
	const line = message.replace(/\s+/g, ' ');
	return line.length > 160 ? `${line.slice(0, line.lastIndexOf(' ', 160))} …` : line;
}
