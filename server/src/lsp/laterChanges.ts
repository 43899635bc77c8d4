/** Fixes that change other files than the note they are offered in. They are planned when someone chooses them. */

import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import type { LaterChange } from '../features/findings/finding.ts';
import type { RecordsMerged } from '../features/merging/merging.ts';
import { DECISIONS_NAME } from '../files/projectFiles.ts';
import { addingMessages } from '../messages/addingMessages.ts';
import { formatNames } from '../messages/formatNames.ts';
import { mergingMessages } from '../messages/merging.ts';
import { renamingLabels } from '../messages/renaming.ts';
import { renderingCommandMessages } from '../messages/rendering.ts';
import { isBelow } from '../util/isBelow.ts';
import { notebookOf } from '../util/notebookCell.ts';
import { shortened } from '../util/shortened.ts';
import type { Refusal } from '../workspace/editPlan.ts';
import { recordDifferences } from './recordDifferences.ts';
import { renameEdit, stepsEdit } from './renameEdit.ts';
import type { Session } from './session.ts';

/** What a code action remembers of such a fix until it is chosen. */
interface LaterData {
	/** The note in which the fix is offered. */
	readonly uri: string;
	readonly later: LaterChange;
}

/** Such a client asks for the edit with each move of the cursor. */
const MAX_BYTES_AT_ONCE = 2_000_000;

/**
 * The action with its edit, or with what the edit can be computed from, as the client supports it. Undefined if the edit
 * is already known to be impossible.
 */
export async function withLater(
	session: Session,
	action: CodeAction,
	data: LaterData,
): Promise<CodeAction | undefined> {
	if (session.client.lateEdits) {
		return { ...action, data };
	}
	const { later } = data;
	const file = later.kind === 'addRecord' ? later.file : later.kind === 'mergeRecords' ? later.merged.uri : undefined;
	const size = file === undefined ? undefined : (await session.files.stat(file))?.size;
	const edit = (size ?? 0) > MAX_BYTES_AT_ONCE ? { refusal: '' } : await laterEdit(session, data);
	return 'refusal' in edit ? undefined : { ...action, edit };
}

/** The action with its edit. If that is not possible, the user is told why and the action does nothing. */
export async function resolvedLater(session: Session, action: CodeAction): Promise<CodeAction> {
	const { data, ...rest } = action;
	const edit = isLaterData(data) ? await laterEdit(session, data) : { refusal: renamingLabels.failed };
	if ('refusal' in edit) {
		session.connection.window.showWarningMessage(edit.refusal);
		return { ...rest, edit: { changes: {} } };
	}
	return { ...rest, edit };
}

async function laterEdit(session: Session, { uri, later }: LaterData): Promise<WorkspaceEdit | Refusal> {
	const { addedRecordSteps, decisionSteps, givenKeySteps, healingSteps, renamePlanOf } = await import('#rareFeatures');
	const { FORMAT_EDITS } = await import('#keyEdits');
	const { workspace } = session;
	const syntaxesOf = (note: string) => workspace.syntaxesOf(note);
	if (later.kind === 'refused') {
		return later;
	}
	if (later.kind === 'renameKey') {
		const plan = renamePlanOf(workspace.in(uri), later.from, later.to);
		return 'refusal' in plan ? plan : renameEdit(session, plan);
	}
	const format = FORMAT_EDITS.get(formatNames.bibtex);
	if (later.kind === 'giveKey' && format) {
		const label = renamingLabels.label(later.from, later.to);
		return stepsEdit(session, { label, steps: givenKeySteps(workspace, later, { format, syntaxesOf }) });
	}
	if (later.kind === 'insertBibliography') {
		return bibliographyEdit(session, uri, later.offset);
	}
	if (later.kind === 'addRecord') {
		return stepsEdit(session, { label: addingMessages.label, steps: addedRecordSteps(later, FORMAT_EDITS) });
	}
	if (later.kind === 'mergeRecords') {
		return mergeEdit(session, later);
	}
	const { decisions, created } = await decisionsFile(session, uri);
	const steps =
		later.kind === 'decide'
			? decisionSteps(decisions, later.facts)
			: later.kind === 'updateNotes'
				? healingSteps(workspace, { uri, from: later.from, syntaxesOf, decisions })
				: [];
	const label = renamingLabels.updateNotes;
	return steps.length === 0
		? { refusal: renamingLabels.nothingToUpdate }
		: stepsEdit(session, { label, steps, created });
}

async function bibliographyEdit(session: Session, uri: string, offset: number): Promise<WorkspaceEdit | Refusal> {
	const [rare, { insertedBibliography }] = await Promise.all([import('#rareFeatures'), import('#rendering')]);
	const inserted = await insertedBibliography(session, rare, { uri, offset });
	return inserted ? { changes: { [uri]: [...inserted.edits] } } : { refusal: renderingCommandMessages.notInserted };
}

async function mergeEdit(session: Session, records: RecordsMerged): Promise<WorkspaceEdit | Refusal> {
	const [{ mergeSteps }, { FORMAT_EDITS }] = await Promise.all([import('#rareFeatures'), import('#keyEdits')]);
	const syntaxesOf = (note: string) => session.workspace.syntaxesOf(note);
	const steps = mergeSteps(session.workspace, records, { formats: FORMAT_EDITS, syntaxesOf });
	const label = mergingMessages.label(records.merged.key, records.kept.key);
	const edit = 'refusal' in steps ? steps : await stepsEdit(session, { label, steps });
	if (!('refusal' in edit) && records.taken === undefined) {
		await tellWhatGoes(session, records);
	}
	return edit;
}

/** Of fields that both records have, nobody was asked which is right. */
async function tellWhatGoes(session: Session, { kept, merged }: RecordsMerged): Promise<void> {
	const fields = await recordDifferences(session, { kept, merged });
	if (fields && fields.length > 0) {
		session.connection.window.showInformationMessage(
			mergingMessages.goes(
				merged.key,
				fields.map(({ name, other }) => ({ name, other: shortened(other) })),
			),
		);
	}
}

/** The file of decisions of the note's folder, which may be still to be created; neither if that is not possible. */
async function decisionsFile(
	{ folders, files, client, workspace }: Session,
	note: string,
): Promise<{ readonly decisions?: string; readonly created?: string }> {
	const [around] = folders
		.filter((one) => isBelow(notebookOf(note), one))
		.sort((one, other) => other.length - one.length);
	// A library may lie outside of the only folder that reads it.
	const folder = around ?? (folders.length === 1 ? folders[0] : undefined);
	const decisions = folder === undefined ? undefined : `${folder}/${DECISIONS_NAME}`;
	if (decisions === undefined) {
		return {};
	}
	if (workspace.openText(decisions) !== undefined || (await files.stat(decisions)) !== undefined) {
		return { decisions };
	}
	return client.createdFiles ? { decisions, created: decisions } : {};
}

function isLaterData(data: unknown): data is LaterData {
	return typeof data === 'object' && data !== null && 'uri' in data && 'later' in data;
}
