/** Adds a record for a reference that no paper has: to which files, what it says, and the edit. */

import { forbiddenInBibtex } from '../../corpus/formats/bibtex/keyEdits.ts';
import type { NewRecord } from '../../corpus/formats/newRecord.ts';
import { identifierIn } from '../../corpus/identifiers/identifiers.ts';
import type { FormatEdits } from '../../corpus/renaming/keyEdits.ts';
import { addingMessages } from '../../messages/addingMessages.ts';
import { formatNames } from '../../messages/formatNames.ts';
import { baseName } from '../../util/baseName.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Fix } from '../findings/finding.ts';
import { atOnce, type RenameStep } from '../renaming/renameSteps.ts';
import { rewriterAbove, unlessRewritten } from './rewriters.ts';

/** One fix for each BibTeX file of the note's library, the nearest first; none for what cannot be a key. */
export function recordFixes(view: WorkspaceView, uri: string, reference: string): Fix[] {
	const record = recordFor(reference);
	if (!record || isOtherwiseWritten(view, record.key)) {
		return [];
	}
	const files = filesFor(view, uri);
	const names = files.map(baseName);
	return files.map((file, at) => {
		const isAlone = names.indexOf(names[at] ?? '') === names.lastIndexOf(names[at] ?? '');
		const title = addingMessages.toFile(reference, isAlone ? baseName(file) : nameWithFolder(file));
		return { title, edits: [], preferred: false, later: { kind: 'addRecord', reference, file } };
	});
}

/** BibTeX would take two keys that differ only in case for one. */
function isOtherwiseWritten(view: WorkspaceView, key: string): boolean {
	const lower = key.toLowerCase();
	return view.corpus
		.resolveLoosely(key)
		.some(({ id }) => view.corpus.keysIn(id, () => true).some((one) => one.toLowerCase() === lower));
}

/** What a reference says of its paper: its key and the year in it, its DOI, its arXiv id. */
export function recordFor(reference: string): NewRecord | undefined {
	const written = reference.normalize('NFC');
	const identifier = identifierIn(written);
	if (identifier && 'doi' in identifier) {
		const { doi } = identifier;
		return recordOf('article', doi, [...unknown(''), ['doi', doi]]);
	}
	if (identifier) {
		const { arxiv } = identifier;
		return recordOf('misc', arxiv, [...unknown(arxivYear(arxiv)), ['eprint', arxiv], ['archiveprefix', 'arXiv']]);
	}
	return recordOf('article', written, unknown(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(written)?.[0] ?? ''));
}

function recordOf(type: string, key: string, fields: NewRecord['fields']): NewRecord | undefined {
	return key === '' || forbiddenInBibtex(key) !== undefined ? undefined : { type, key, fields };
}

function unknown(year: string): NewRecord['fields'] {
	return [
		['title', ''],
		['author', ''],
		['year', year],
	];
}

/** `2506.14731` and `math/0309136` say their year. arXiv began in 1991. */
function arxivYear(id: string): string {
	const year = /(?:^|\/)(\d\d)\d/.exec(id)?.[1];
	return year === undefined ? '' : Number(year) > 90 ? `19${year}` : `20${year}`;
}

/** Of the note's library, if it has one; those in the nearest folders first. */
function filesFor(view: WorkspaceView, uri: string): readonly string[] {
	const { library } = view;
	return view.corpus
		.files()
		.filter(({ uri: file, format }) => format === formatNames.bibtex || (format === undefined && /\.bib$/i.test(file)))
		.map((file) => file.uri)
		.filter((file) => library?.has(file) ?? true)
		.sort((one, other) => rank(one, uri) - rank(other, uri) || (one < other ? -1 : 1));
}

/** Files of other programs last; then by the number of folders that are not above the note. */
function rank(file: string, note: string): number {
	const [ofFile, ofNote] = [file.split('/'), note.split('/')];
	const shared = ofFile.findIndex((part, at) => part !== ofNote[at]);
	return (rewriterAbove(file) === undefined ? 0 : 1000) + ofFile.length + ofNote.length - 2 * Math.max(shared, 0);
}

function nameWithFolder(uri: string): string {
	return uri.split('/').slice(-2).map(baseName).join('/');
}

export interface AddedRecord {
	readonly reference: string;
	readonly file: string;
}

/** The step that adds the record to its file; none if there can be none. */
export function addedRecordSteps(
	{ reference, file: uri }: AddedRecord,
	formats: ReadonlyMap<string, FormatEdits>,
): readonly RenameStep[] {
	const record = recordFor(reference);
	const format = formats.get(formatNames.bibtex);
	if (!record || !format?.added) {
		return [];
	}
	const edits = (text: string) => atOnce(format.added ? [format.added(text, record)] : []);
	return [
		{
			uri,
			annotation: addingMessages.label,
			editsOf: (file) => unlessRewritten({ file, format }, edits(file.text)),
		},
	];
}
