/** The index report as Markdown that reads well unrendered. */

import type { FileStatus, StatusResponse } from '../../server/src/protocol.ts';

/** `named` shortens a URI to what people call the file. */
export function reportText(status: StatusResponse, named: (uri: string) => string): string {
	const read = status.files.filter((file) => file.format !== undefined);
	const unread = status.files.filter((file) => file.format === undefined);
	return [
		'# Paper Notes: what is indexed',
		'',
		summary(status),
		'',
		...section(
			'Corpus files',
			read.map((file) => readLine(file, named)),
		),
		...section(
			'Not read',
			unread.map((file) => unreadLine(file, named)),
		),
		...(status.files.length === 0 ? [nothingFound, ''] : []),
	].join('\n');
}

const nothingFound =
	'No corpus file was found. Put a BibTeX, CSL-JSON or other export of your papers into this folder, ' +
	'or say where it is in the setting `paperNotes.corpus`.';

function summary(status: StatusResponse): string {
	const counts = `${status.papers.toLocaleString('en')} papers from ${status.files.length} files; ${status.notes} notes.`;
	if (status.stopped) {
		return `${counts} Indexing was stopped; "Papers: Continue Indexing" goes on.`;
	}
	return status.indexing
		? `${counts} Indexing is under way.`
		: `${counts} The last look took ${Math.round(status.tookMs)} ms.`;
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length > 0 ? [`## ${title}`, '', ...lines, ''] : [];
}

function readLine(file: FileStatus, named: (uri: string) => string): string {
	const problems = file.problems > 0 ? `, ${file.problems} ${file.problems === 1 ? 'problem' : 'problems'}` : '';
	const note = file.note === undefined ? '' : ` ${file.note}`;
	return `- ${named(file.uri)}: ${file.format}, ${file.papers} ${file.papers === 1 ? 'paper' : 'papers'}${problems}.${note}`;
}

function unreadLine(file: FileStatus, named: (uri: string) => string): string {
	return `- ${named(file.uri)}: ${file.note ?? 'It could not be read.'}`;
}
