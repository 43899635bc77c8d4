/** The literature note of a paper: the one that there is, or the file that would be one. */

import type { Paper } from '../../corpus/corpus.ts';
import type { NewNote } from '../../features/noting/newNote.ts';
import { notingMessages } from '../../messages/noting.ts';
import type { LiteratureNoteResponse } from '../../notingProtocol.ts';
import { decodeText } from '../../util/encoding.ts';
import { isBelow } from '../../util/isBelow.ts';
import { writtenUri } from '../../util/writtenPath.ts';
import type { RareFeatures } from '../answering.ts';
import type { Session } from '../session.ts';

/** In bytes. */
const MAX_TEMPLATE_SIZE = 100_000;

/** Files with the same name, before giving up. */
const MAX_NAMESAKES = 100;

export interface NotedPaper {
	/** The file in which the key was read; it decides what the key means, and in which folder the note is. */
	readonly uri: string;
	readonly key: string;
}

/** `null` if the key means no paper, or several. */
export async function literatureNote(
	session: Session,
	rare: RareFeatures,
	{ uri, key }: NotedPaper,
): Promise<LiteratureNoteResponse | null> {
	const view = session.workspace.in(uri);
	const [ref, ...others] = view.resolve(key);
	const paper = ref && others.length === 0 ? view.corpus.paper(ref.id) : undefined;
	if (!paper) {
		return null;
	}
	const [note] = rare.literatureNotes(view, paper);
	return note === undefined
		? createdNote(session, rare, { uri, paper, key: view.keyOf(paper) ?? paper.key })
		: { note };
}

interface KeyedPaper {
	/** Where its key was read. */
	readonly uri: string;
	readonly paper: Paper;
	/** The key by which notes cite it. */
	readonly key: string;
}

async function createdNote(
	session: Session,
	rare: RareFeatures,
	{ uri, paper, key }: KeyedPaper,
): Promise<LiteratureNoteResponse> {
	const { folders, workspace } = session;
	const around = folders.filter((one) => isBelow(uri, one)).sort((one, other) => other.length - one.length);
	const folder = around[0] ?? folders[0];
	if (folder === undefined) {
		return { refusal: notingMessages.noFolder };
	}
	const settings = workspace.settings(folder);
	const template = await templateText(session, folder, settings.noteTemplate);
	if ('refusal' in template) {
		return template;
	}
	const made = rare.newNote(paper, { key, template: template.text, fileName: settings.noteFileName });
	if ('wrong' in made) {
		return made.wrong === 'template'
			? faulty(settings.noteTemplate, made, templateUri(session, folder, settings.noteTemplate))
			: faulty('paperNotes.literatureNotes.fileName', made);
	}
	const parent = writtenUri(settings.noteFolder || '.', { folder, home: workspace.home });
	if (parent === undefined || (parent !== folder && !isBelow(parent, folder))) {
		return { refusal: notingMessages.outside(settings.noteFolder) };
	}
	return { created: await freeUri(session, `${parent.replace(/\/$/, '')}/${encodedPath(made.path)}`), text: made.text };
}

function encodedPath(path: string): string {
	return path.split('/').map(encodeURIComponent).join('/');
}

/** A file that does not exist yet: nothing is ever overwritten. */
async function freeUri({ files }: Session, path: string): Promise<string> {
	for (let number = 1; number < MAX_NAMESAKES; number++) {
		const uri = `${path}${number === 1 ? '' : `%20${number}`}.md`;
		if ((await files.stat(uri)) === undefined) {
			return uri;
		}
	}
	return `${path}%20${Date.now()}.md`;
}

function templateUri({ workspace }: Session, folder: string, name: string): string | undefined {
	const uri = name === '' ? undefined : writtenUri(name, { folder, home: workspace.home });
	return uri !== undefined && isBelow(uri, folder) ? uri : undefined;
}

/** The editor's text of the template, or that on disk; undefined for the standard one. */
async function templateText(
	session: Session,
	folder: string,
	name: string,
): Promise<{ readonly text: string | undefined } | { readonly refusal: string }> {
	if (name === '') {
		return { text: undefined };
	}
	const uri = templateUri(session, folder, name);
	const open = uri === undefined ? undefined : session.documents.get(uri)?.getText();
	if (open !== undefined) {
		return { text: open };
	}
	const stat = uri === undefined ? undefined : await session.files.stat(uri);
	if (uri === undefined || !stat || stat.outside !== undefined || stat.size > MAX_TEMPLATE_SIZE) {
		return { refusal: notingMessages.noTemplate(name) };
	}
	const bytes = await session.files.read(uri).catch(() => undefined);
	const text = bytes && decodeText(bytes)?.text;
	return text === undefined ? { refusal: notingMessages.noTemplate(name) } : { text };
}

function faulty(
	name: string,
	{ fault, line, column }: Extract<NewNote, { wrong: string }>,
	uri?: string,
): LiteratureNoteResponse {
	const refusal = notingMessages.fault(name, fault, line);
	const place = { line: line - 1, character: column - 1 };
	return uri === undefined ? { refusal } : { refusal, at: { uri, range: { start: place, end: place } } };
}
