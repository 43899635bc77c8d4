/** A planned rename as one edit of all its files, or the first reason not to make it: all of it or nothing. */

import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { KeyEdit } from '../corpus/formats/keyEdit.ts';
import type { FormatEdits } from '../corpus/renaming/keyEdits.ts';
import type { Refusal, RenamePlan } from '../features/renaming/rename.ts';
import { corpusFileEdits, noteEdits } from '../features/renaming/renameEdits.ts';
import { lineStartsOf, rangeOf } from '../util/lines.ts';
import { type PresentText, presentText, writeRefusal } from './presentText.ts';
import type { Session } from './session.ts';

type Edits = readonly KeyEdit[] | Refusal;

interface ChangedFile {
	/** As the client knows the file. */
	readonly uri: string;
	readonly file: PresentText;
	readonly edits: readonly KeyEdit[];
}

export async function renameEdit(session: Session, plan: RenamePlan): Promise<WorkspaceEdit | Refusal> {
	const { FORMAT_EDITS } = await import('#keyEdits');
	const changed: ChangedFile[] = [];
	for (const { uri, editsOf } of steps(session, plan, FORMAT_EDITS)) {
		const file = await presentText(session, uri);
		if ('refusal' in file) {
			return file;
		}
		const edits = await editsOf(file);
		if ('refusal' in edits) {
			return edits;
		}
		const refusal = edits.length > 0 ? await writeRefusal(session, file) : undefined;
		if (refusal !== undefined) {
			return { refusal };
		}
		if (edits.length > 0) {
			changed.push({ uri, file, edits });
		}
	}
	return toWorkspaceEdit(changed, session.client);
}

interface Step {
	readonly uri: string;
	readonly editsOf: (file: PresentText) => Edits | Promise<Edits>;
}

/** One for each file, those of the corpus first: if the key cannot be renamed there, no note is read. */
function* steps(
	{ workspace }: Session,
	{ rename, notes, records, referring }: RenamePlan,
	formats: ReadonlyMap<string, FormatEdits>,
): Generator<Step> {
	for (const [files, mustHold] of [[records, true] as const, [referring, false] as const]) {
		for (const [uri, name] of files) {
			const format = formats.get(name);
			if (format) {
				yield { uri, editsOf: (file) => inSlices(corpusFileEdits(file, format, { rename, mustHold })) };
			}
		}
	}
	for (const uri of notes) {
		yield { uri, editsOf: (file) => noteEdits(file, workspace.syntaxesOf(uri), rename) };
	}
}

/** Milliseconds that other requests may wait. */
const SLICE_MS = 8;

/** Runs `work` to its end, with turns for others in between. */
async function inSlices<T>(work: Iterator<void, T>): Promise<T> {
	let began = performance.now();
	let step = work.next();
	while (!step.done) {
		if (performance.now() - began > SLICE_MS) {
			await new Promise((resolve) => setTimeout(resolve, 0));
			began = performance.now();
		}
		step = work.next();
	}
	return step.value;
}

function toWorkspaceEdit(
	changed: readonly ChangedFile[],
	{ versionedEdits }: { readonly versionedEdits: boolean },
): WorkspaceEdit {
	if (!versionedEdits) {
		return { changes: Object.fromEntries(changed.map((one) => [one.uri, toTextEdits(one)])) };
	}
	return {
		documentChanges: changed.map(
			(one): TextDocumentEdit => ({
				textDocument: { uri: one.uri, version: one.file.version },
				edits: toTextEdits(one),
			}),
		),
	};
}

function toTextEdits({ file, edits }: ChangedFile): TextEdit[] {
	const starts = lineStartsOf(file.text);
	return edits.map(({ span, newText }) => ({ range: rangeOf(starts, span), newText }));
}
