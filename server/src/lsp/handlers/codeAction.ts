/** The light bulb, and the fixes that an editor applies when it saves a note. */

import {
	type CodeAction,
	type CodeActionContext,
	CodeActionKind,
	type CodeActionParams,
	CodeActionRequest,
	type Diagnostic,
	type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix, FixCommand } from '../../features/findings/finding.ts';
import type { OfferedFix } from '../../features/fixes/fixes.ts';
import { notePlan } from '../../features/notePlan.ts';
import { corpusFileMessages } from '../../messages/corpusFileMessages.ts';
import { safeLine } from '../../messages/foreignText.ts';
import type { Note } from '../../notes/note.ts';
import type { Place } from '../../protocol.ts';
import type { Span } from '../../util/span.ts';
import { answerRarely, type Handler, type RareFeatures } from '../answering.ts';
import { SOURCE, toRange, toSpan } from '../convert.ts';
import { resolvedLater, withLater } from '../laterChanges.ts';
import { checkedEdit, filesOf } from '../planEdit.ts';
import type { Session } from '../session.ts';

/** For `editor.codeActionsOnSave`. Offered only if asked for explicitly. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.paperNotes`;

const KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

export const codeAction: Handler = {
	capability: ({ lateEdits }) => ({ codeActionProvider: { codeActionKinds: KINDS, resolveProvider: lateEdits } }),
	listen(session) {
		answerRarely(session, CodeActionRequest.type, (rare, params) => {
			const document = session.documents.get(params.textDocument.uri);
			return document ? allOf(codeActions(session, { document, rare }, params)) : null;
		});
		session.connection.onCodeActionResolve((action) => resolvedLater(session, action));
	},
};

async function allOf(actions: readonly (CodeAction | Promise<CodeAction | undefined>)[]): Promise<CodeAction[]> {
	return (await Promise.all(actions)).filter((action) => action !== undefined);
}

/** The actions requested at a place or selection, with the problems that the editor shows there. */
function codeActions(
	session: Session,
	{ document, rare }: { readonly document: TextDocument; readonly rare: RareFeatures },
	{ textDocument, range, context }: CodeActionParams,
): (CodeAction | Promise<CodeAction | undefined>)[] {
	const { workspace, client } = session;
	const span = toSpan(document, range);
	const note = workspace.note(document.uri);
	if (!note) {
		return allowedLibrary(session, document.uri, context);
	}
	const changed = { document, note, uri: textDocument.uri };
	const wanted = context.only ?? [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];
	const isWanted = (kind: string): boolean => wanted.some((one) => isWithin(kind, one));
	const offered = isWanted(CodeActionKind.QuickFix) || isWanted(CodeActionKind.RefactorRewrite);
	return [
		...(offered
			? rare.shownAdditions(offeredAt(workspace, rare, { uri: document.uri, span }), client.cards.commands)
			: []
		)
			.filter(({ command }) => !command || client.cards.commands)
			.flatMap((fix) => {
				const { later } = fix;
				return toCodeAction(changed, fix, context.diagnostics)
					.filter(({ kind }) => isWanted(kind ?? CodeActionKind.Empty))
					.map((action) => (later ? withLater(session, action, { uri: document.uri, later }) : action));
			}),
		...(isWanted(FIX_ALL) ? rare.fixAllOnSave(workspace, document.uri) : [])
			.flatMap((fix) => toEdit(changed, fix))
			.map((action) => ({ ...action, kind: FIX_ALL })),
	];
}

/** Fixes and other ways to write the citation at `span`. One without problems may be converted to the other syntax. */
function offeredAt(
	workspace: Session['workspace'],
	{ convertedAt, fixes, mentionFixes }: RareFeatures,
	{ uri, span }: { readonly uri: string; readonly span: Span },
): OfferedFix[] {
	const mentions = mentionFixes(workspace, uri, span).map((fix) => ({ ...fix, mends: undefined }));
	const found = [...fixes(workspace, uri, span), ...mentions];
	const converted = found.some(({ mends }) => mends) ? undefined : convertedAt(workspace, uri, span.start);
	return converted ? [...found, { ...converted, preferred: false, mends: undefined }] : found;
}

/** For a corpus file that is not read because a link leads out of the open folder. */
function allowedLibrary(
	{ files, client }: Session,
	uri: string,
	{ only, diagnostics }: CodeActionContext,
): CodeAction[] {
	const isWanted = only?.some((one) => isWithin(CodeActionKind.QuickFix, one)) ?? true;
	const isOffered = isWanted && client.cards.commands;
	const target = isOffered ? files.linkTarget?.(uri) : undefined;
	if (target === undefined) {
		return [];
	}
	const title = corpusFileMessages.allowLibrary;
	return [
		{
			title,
			kind: CodeActionKind.QuickFix,
			diagnostics: diagnostics.filter(({ source, code }) => source === SOURCE && code === 'unreadable-file'),
			isPreferred: true,
			command: { title, command: 'paperNotes.allowLibrary', arguments: [target] },
		},
	];
}

/** `refactor` includes `refactor.rewrite`, and the empty kind includes all. */
function isWithin(kind: string, wanted: string): boolean {
	return wanted === CodeActionKind.Empty || kind === wanted || kind.startsWith(`${wanted}.`);
}

interface ChangedDocument {
	readonly document: TextDocument;
	/** The note that was checked for problems. */
	readonly note: Note;
	/** The uri in the client's spelling. */
	readonly uri: string;
}

function toCodeAction(changed: ChangedDocument, fix: OfferedFix, diagnostics: readonly Diagnostic[]): CodeAction[] {
	const { mends } = fix;
	const place = mends && toRange(changed.document, mends.span);
	const mended = diagnostics.filter(
		({ source, code, range }) => source === SOURCE && code === mends?.code && place && isSame(range, place),
	);
	return toEdit(changed, fix).map((action) => ({
		...action,
		kind: mends ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
		...(mended.length > 0 ? { diagnostics: mended } : {}),
		...(fix.preferred ? { isPreferred: true } : {}),
	}));
}

/** Editors ask again after each change of the note, so the edits need not name a version. */
const PLAIN_EDITS = { versionedEdits: false, annotatedEdits: false };

/** Empty if the document has changed since the fix was made. */
function toEdit(changed: ChangedDocument, fix: Fix): CodeAction[] {
	const { document, note } = changed;
	const plan = notePlan(document.uri, note, fix);
	const edit = checkedEdit(plan, filesOf(document), PLAIN_EDITS);
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
