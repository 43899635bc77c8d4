/** The index report as HTML: what is indexed and its problems. Independent of VS Code. */

import type { ListedRecord, NearDuplicatesResponse, RecordPair } from '../../../server/src/identityProtocol.ts';
import { reportMessages } from '../../../server/src/messages/report.ts';
import type { CodeSummary, FileStatus, ProblemsResponse, StatusResponse } from '../../../server/src/protocol.ts';
import { cutAtWord } from '../search/rowText.ts';
import { commandButton, commandLink, type Html, html } from './html.ts';

export interface Report {
	readonly status: StatusResponse;
	readonly problems: ProblemsResponse;
	readonly duplicates: NearDuplicatesResponse;
	/** The severity that the settings give to a problem code. */
	readonly severityOf: (code: string) => string;
	/** Shortens a URI to the name that people know. */
	readonly named: (uri: string) => string;
}

/** Opens a file that the report names, at a line counted from 0: `[uri, line?]`. */
export const OPEN_PLACE = 'paperNotes.openReportedPlace';

/** Shows two records side by side: `[[{ key, uri, line }, { key, uri, line }]]`. */
const COMPARE = 'paperNotes.comparePapers';

/** The only commands that the report's links run. */
export const REPORT_COMMANDS = [
	OPEN_PLACE,
	COMPARE,
	'paperNotes.chooseLibrary',
	'paperNotes.openSample',
	'paperNotes.readPandoc',
	'paperNotes.stopIndexing',
	'paperNotes.continueIndexing',
	'paperNotes.rebuildIndex',
	'workbench.action.openSettings',
];

/** In characters. The editor shows the whole message. */
const MAX_MESSAGE_LENGTH = 160;

/** Nobody reads more files line by line. */
const MAX_FILES = 200;

export function reportBody(report: Report): Html {
	const { status } = report;
	const papers = status.papers + (status.seen ?? 0);
	const read = status.files.filter(({ format }) => format !== undefined);
	const unread = status.files.filter(({ format, uri }) => format === undefined && !isPdf(uri));
	const pdfs = status.files.filter(({ uri }) => isPdf(uri)).length;
	const isEmpty = papers === 0 && !status.indexing && status.failure === undefined;
	return html`<h1>${reportMessages.title}</h1>
<p>${reportMessages.summary({ ...status, papers, files: read.length })} ${stateOf(status)}</p>
${isEmpty ? help() : []}
${status.offers?.pandoc.map((folder) => pandocHelp(folder)) ?? []}
${problemSection(report)}
${duplicateSection(report)}
${section(
	reportMessages.files,
	fileItems(read, (file) => readItem(file, report)),
)}
${section(reportMessages.notRead, [
	...fileItems(unread, (file) => unreadItem(file, report)),
	...(pdfs > 0 ? [html`<li>${reportMessages.pdfFiles(pdfs)}</li>`] : []),
])}
<p class="end">${commandLink(reportMessages.rebuild, 'paperNotes.rebuildIndex')}</p>`;
}

/** Reference managers keep PDF files beside the file that names them, sometimes thousands. */
function isPdf(uri: string): boolean {
	return /\.pdf$/i.test(uri);
}

/** Every file that the report links to. */
export function reportedUris({
	status,
	problems,
	duplicates,
}: Pick<Report, 'status' | 'problems' | 'duplicates'>): ReadonlySet<string> {
	const places = problems.codes.flatMap(({ worst, examples }) => [...worst, ...examples]);
	return new Set([...status.files, ...places, ...duplicates.pairs.flat()].map(({ uri }) => uri));
}

function stateOf({ indexing, stopped, failure, tookMs }: StatusResponse): Html {
	if (failure !== undefined) {
		return html`${failure} ${commandLink(reportMessages.rebuild, 'paperNotes.rebuildIndex')}`;
	}
	if (stopped) {
		return html`${reportMessages.stopped} ${commandLink(reportMessages.goOn, 'paperNotes.continueIndexing')}`;
	}
	return indexing
		? html`${reportMessages.indexing} ${commandLink(reportMessages.stop, 'paperNotes.stopIndexing')}`
		: html`${reportMessages.took(tookMs)}`;
}

function help(): Html {
	const setting = commandLink('paperNotes.corpus', 'workbench.action.openSettings', 'paperNotes.corpus');
	return html`<section class="help"><h2>${reportMessages.noPapersTitle}</h2>
<p>${reportMessages.noPapersStart} ${setting}${reportMessages.noPapersEnd}</p>
<p class="actions">${commandButton(reportMessages.chooseLibrary, 'paperNotes.chooseLibrary')}
${commandButton(reportMessages.openSample, 'paperNotes.openSample')}</p></section>`;
}

function pandocHelp(folder: string): Html {
	return html`<section class="help"><p>${reportMessages.pandocUnread}</p>
<p class="actions">${commandButton(reportMessages.readPandoc, 'paperNotes.readPandoc', folder)}</p></section>`;
}

function section(title: string, items: readonly Html[]): Html {
	return items.length > 0 ? html`<section><h2>${title}</h2><ul>${items}</ul></section>` : html``;
}

/** Problems by kind, the most frequent first, each with the files that have most of them and a few examples. */
function problemSection(report: Report): Html {
	const { codes } = report.problems;
	const total = codes.reduce((sum, { count }) => sum + count, 0);
	return total === 0
		? html``
		: html`<section><h2>${reportMessages.problems}</h2><p>${reportMessages.problemsInAll(total)}</p>
<ul>${codes.map((code) => codeItem(code, report))}</ul></section>`;
}

function codeItem(sum: CodeSummary, { severityOf, named }: Report): Html {
	const files = sum.worst.map(({ uri, count }, index) => {
		const number = sum.files > 1 ? ` (${count.toLocaleString('en')})` : '';
		return html`${index > 0 ? ', ' : ''}${commandLink(named(uri), OPEN_PLACE, uri)}${number}`;
	});
	const more = sum.files - sum.worst.length;
	const examples = sum.examples.map(({ uri, range: { start }, message }) => {
		const place = commandLink(`${named(uri)}:${start.line + 1}`, OPEN_PLACE, uri, start.line);
		return html`<li>${place} ${cutAtWord(message, MAX_MESSAGE_LENGTH)}</li>`;
	});
	const left = sum.count - sum.examples.length;
	const rest = left > 0 && examples.length > 0 ? html`<li>${reportMessages.moreExamples(left)}</li>` : [];
	return html`<li><code>${sum.code}</code> (${severityLink(sum.code, severityOf(sum.code))}): ${reportMessages.countIn(sum.count)}
${files}${more > 0 ? ` ${reportMessages.moreFiles(more)}` : ''}${examples.length > 0 ? html`<ul>${examples}${rest}</ul>` : []}</li>`;
}

/** Pairs of records that may be one paper, each with a link that shows them side by side. */
function duplicateSection({ duplicates: { pairs, count, isComplete }, named }: Report): Html {
	if (count === 0) {
		return html``;
	}
	const left = count - pairs.length;
	return html`<section><h2>${reportMessages.duplicates}</h2><p>${reportMessages.duplicatesInAll(count, isComplete)}</p>
<ul>${pairs.map((pair) => pairItem(pair, named))}${left > 0 ? html`<li>${reportMessages.moreExamples(left)}</li>` : []}</ul></section>`;
}

function pairItem([one, other]: RecordPair, named: Report['named']): Html {
	const places = [one, other].map(({ key, uri, range }) => ({ key, uri, line: range.start.line }));
	const records = [one, other].map((record) => recordItem(record, named));
	return html`<li>${commandLink(reportMessages.compare(one.key, other.key), COMPARE, places)}<ul>${records}</ul></li>`;
}

function recordItem({ key, title, uri, range: { start } }: ListedRecord, named: Report['named']): Html {
	const place = commandLink(`${named(uri)}:${start.line + 1}`, OPEN_PLACE, uri, start.line);
	return html`<li>${place} ${cutAtWord(reportMessages.keyAndTitle(key, title), MAX_MESSAGE_LENGTH)}</li>`;
}

function severityLink(code: string, severity: string): Html {
	const setting = `paperNotes.diagnostics.${code}`;
	const address = `command:workbench.action.openSettings?${encodeURIComponent(JSON.stringify([setting]))}`;
	return html`<a href="${address}" title="${reportMessages.changeSeverity(code)}">${severity}</a>`;
}

/** One item per file, up to a readable number, followed by the number of the remaining files. */
function fileItems(files: readonly FileStatus[], item: (file: FileStatus) => Html): Html[] {
	const rest = files.slice(MAX_FILES);
	const papers = rest.reduce((sum, file) => sum + file.papers, 0);
	const more = html`<li>${reportMessages.moreFilesWithPapers(rest.length, papers)}</li>`;
	return [...files.slice(0, MAX_FILES).map(item), ...(rest.length > 0 ? [more] : [])];
}

function readItem({ uri, format = '', papers, problems, note }: FileStatus, { named }: Report): Html {
	const facts = [
		format,
		reportMessages.papersOf(papers),
		...(problems > 0 ? [reportMessages.problemsOf(problems)] : []),
	];
	return html`<li>${commandLink(named(uri), OPEN_PLACE, uri)} <span class="quiet">${facts.join(', ')}</span>${note === undefined ? '' : ` ${note}`}</li>`;
}

function unreadItem({ uri, note = reportMessages.unknownReason }: FileStatus, { named }: Report): Html {
	return html`<li>${commandLink(named(uri), OPEN_PLACE, uri)} ${note}</li>`;
}
