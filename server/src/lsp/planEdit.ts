/** Converts a plan to an edit of the protocol, if every expected text is still in place: all of it or nothing. */

import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { editMessages } from '../messages/edits.ts';
import { baseName } from '../util/baseName.ts';
import { type EditPlan, outdatedEdit, type PlannedEdit, type Refusal } from '../workspace/editPlan.ts';
import type { ClientSupport } from './clientSupport.ts';
import { isPresent, newText, type PresentText, presentText, textIn, writeRefusal } from './presentText.ts';
import type { Session } from './session.ts';

/**
 * The edit that carries out the plan, checked against the current files, in the editor or on disk. `read`: the texts that
 * the plan was made from.
 */
export async function planEdit(
	session: Session,
	plan: EditPlan,
	read: ReadonlyMap<string, PresentText>,
): Promise<WorkspaceEdit | Refusal> {
	const files = new Map<string, PresentText>();
	for (const uri of new Set(plan.edits.map((edit) => edit.uri))) {
		const file = uri === plan.created ? newText(uri) : await readAgain(session, uri, read.get(uri));
		if ('refusal' in file) {
			return file;
		}
		const refusal = uri === plan.created ? undefined : await writeRefusal(session, file);
		if (refusal !== undefined) {
			return { refusal };
		}
		files.set(uri, file);
	}
	return checkedEdit(plan, files, session.client);
}

/** The file as it was read before if it has not changed since. */
async function readAgain(session: Session, uri: string, before: PresentText | undefined) {
	return before && (await isPresent(session, before)) ? before : presentText(session, uri);
}

/** A file that a plan is checked against. */
export type CheckedFile = Pick<PresentText, 'textAt' | 'version'>;

/** The files for a plan that changes only this document. */
export function filesOf(document: TextDocument): ReadonlyMap<string, CheckedFile> {
	return new Map([[document.uri, { textAt: textIn(document), version: document.version }]]);
}

/**
 * A refusal that names the first place where the text differs from what the plan expects; undefined if there is none.
 */
export function planRefusal(plan: EditPlan, files: ReadonlyMap<string, CheckedFile>): Refusal | undefined {
	const outdated = outdatedEdit(plan, (uri, range) => files.get(uri)?.textAt(range));
	return outdated && { refusal: editMessages.changed(baseName(outdated.uri), outdated.range.start.line + 1) };
}

/** The same, with all files already read. */
export function checkedEdit(
	plan: EditPlan,
	files: ReadonlyMap<string, CheckedFile>,
	client: Pick<ClientSupport, 'versionedEdits' | 'annotatedEdits'>,
): WorkspaceEdit | Refusal {
	const refused = planRefusal(plan, files);
	if (refused) {
		return refused;
	}
	const byFile = Map.groupBy(plan.edits, ({ uri }) => uri);
	if (!client.versionedEdits) {
		return { changes: Object.fromEntries([...byFile].map(([uri, edits]) => [uri, edits.map(toTextEdit)])) };
	}
	const annotations = client.annotatedEdits ? annotationsOf(plan) : {};
	return {
		documentChanges: [
			...(plan.created === undefined
				? []
				: [{ kind: 'create' as const, uri: plan.created, options: { ignoreIfExists: true } }]),
			...[...byFile].map(([uri, edits]) => ({
				textDocument: { uri, version: files.get(uri)?.version ?? null },
				edits: edits.map(client.annotatedEdits ? toAnnotatedEdit : toTextEdit),
			})),
		],
		...(Object.keys(annotations).length > 0 ? { changeAnnotations: annotations } : {}),
	};
}

/** By their labels, by which an editor groups changes. */
function annotationsOf({ edits }: EditPlan): Record<string, ChangeAnnotation> {
	const labels = new Set(edits.flatMap(({ annotation }) => annotation ?? []));
	return Object.fromEntries([...labels].map((label) => [label, { label }]));
}

function toTextEdit({ range, newText }: PlannedEdit): TextEdit {
	return { range, newText };
}

function toAnnotatedEdit(edit: PlannedEdit): TextEdit | AnnotatedTextEdit {
	return edit.annotation === undefined ? toTextEdit(edit) : { ...toTextEdit(edit), annotationId: edit.annotation };
}
