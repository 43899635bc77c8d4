/** Fixes as the protocol's code actions. */

import {
	type CodeAction,
	type CodeActionContext,
	CodeActionKind,
	type Diagnostic,
	type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Fix, type FixCommand, KEY_KIND } from '../features/findings/finding.ts';
import type { OfferedFix } from '../features/fixes/fixes.ts';
import { safeLine } from '../messages/foreignText.ts';
import type { Place } from '../protocol.ts';
import type { EditPlan } from '../workspace/editPlan.ts';
import { SOURCE, toRange } from './convert.ts';
import { withLater } from './laterChanges.ts';
import { checkedEdit, filesOf } from './planEdit.ts';
import type { Session } from './session.ts';

/** For `editor.codeActionsOnSave`. Offered only if asked for explicitly. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.paperNotes`;

export interface FoundFixes {
	/** At the place. */
	readonly offered: () => readonly OfferedFix[];
	/** Of the whole file, for an editor that fixes it on saving. */
	readonly all: () => readonly Fix[];
}

/** The actions of the requested kinds, with the problems that the editor shows there. */
export async function fixActions(
	session: Session,
	changed: ChangedDocument,
	{ offered, all }: FoundFixes,
	{ only, diagnostics }: CodeActionContext,
): Promise<CodeAction[]> {
	const wanted = only ?? [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];
	const isWanted = (kind: string): boolean => wanted.some((one) => isWithin(kind, one));
	const isOffered = isWanted(CodeActionKind.QuickFix) || isWanted(CodeActionKind.RefactorRewrite) || isWanted(KEY_KIND);
	const uri = changed.document.uri;
	const actions = [
		...(isOffered ? offered() : [])
			.filter(({ command }) => !command || session.client.cards.commands)
			.flatMap((fix) => {
				const { later } = fix;
				return toCodeAction(changed, fix, { diagnostics, isQuick: isWanted(CodeActionKind.QuickFix) })
					.filter(({ kind }) => isWanted(kind ?? CodeActionKind.Empty))
					.map((action) => (later ? withLater(session, action, { uri, later }) : action));
			}),
		...(isWanted(FIX_ALL) ? all() : [])
			.flatMap((fix) => toEdit(changed, fix))
			.map((action) => ({ ...action, kind: FIX_ALL })),
	];
	return (await Promise.all(actions)).filter((action) => action !== undefined);
}

/** `refactor` includes `refactor.rewrite`, and the empty kind includes all. */
export function isWithin(kind: string, wanted: string): boolean {
	return wanted === CodeActionKind.Empty || kind === wanted || kind.startsWith(`${wanted}.`);
}

export interface ChangedDocument {
	readonly document: TextDocument;
	/** The plan of a fix for the text that was checked for problems. */
	readonly planOf: (fix: Fix) => EditPlan;
	/** The uri in the client's spelling. */
	readonly uri: string;
}

/** `isQuick`: whether quick fixes are requested. A fix with a kind of its own may be requested by that alone. */
function toCodeAction(
	changed: ChangedDocument,
	fix: OfferedFix,
	{ diagnostics, isQuick }: { readonly diagnostics: readonly Diagnostic[]; readonly isQuick: boolean },
): CodeAction[] {
	const { mends } = fix;
	const place = mends && toRange(changed.document, mends.span);
	const mended = diagnostics.filter(
		({ source, code, range }) => source === SOURCE && code === mends?.code && place && isSame(range, place),
	);
	return toEdit(changed, fix).map((action) => ({
		...action,
		kind: mends && (isQuick || !fix.kind) ? CodeActionKind.QuickFix : (fix.kind ?? CodeActionKind.RefactorRewrite),
		...(mended.length > 0 ? { diagnostics: mended } : {}),
		...(fix.preferred ? { isPreferred: true } : {}),
	}));
}

/** Editors ask again after each change of the note, so the edits need not name a version. */
const PLAIN_EDITS = { versionedEdits: false, annotatedEdits: false };

/** Empty if the document has changed since the fix was made. */
function toEdit(changed: ChangedDocument, fix: Fix): CodeAction[] {
	const plan = changed.planOf(fix);
	const edit = checkedEdit(plan, filesOf(changed.document), PLAIN_EDITS);
	const title = safeLine(fix.title);
	const { command } = fix;
	return 'refusal' in edit
		? []
		: [
				{
					title,
					...(plan.edits.length > 0 ? { edit } : {}),
					...(command ? { command: { title, command: command.name, arguments: argumentsOf(changed, command) } } : {}),
				},
			];
}

/** A place, or the actions to choose from, of which the client has one resolved. */
function argumentsOf({ document, uri }: ChangedDocument, { at, choices }: FixCommand): (Place | CodeAction[])[] {
	if (choices) {
		return [choices.map(({ title, later }) => ({ title: safeLine(title), data: { uri: document.uri, later } }))];
	}
	return at ? [{ uri, range: toRange(document, at) }] : [];
}

function isSame({ start, end }: Range, other: Range): boolean {
	return (
		start.line === other.start.line &&
		start.character === other.start.character &&
		end.line === other.end.line &&
		end.character === other.end.character
	);
}
