/** The light bulb, and the fixes that an editor applies when it saves a file. */

import {
	type CodeAction,
	type CodeActionContext,
	CodeActionKind,
	type CodeActionParams,
	CodeActionRequest,
	type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix } from '../../features/findings/finding.ts';
import type { OfferedFix } from '../../features/fixes/fixes.ts';
import { notePlan } from '../../features/notePlan.ts';
import { corpusFileMessages } from '../../messages/corpusFileMessages.ts';
import type { Note } from '../../notes/note.ts';
import type { Span } from '../../util/span.ts';
import { answerRarely, type Handler, type RareFeatures } from '../answering.ts';
import { SOURCE, toRange, toSpan } from '../convert.ts';
import { FIX_ALL, fixActions, isWithin } from '../fixActions.ts';
import { identityActions } from '../identityActions.ts';
import { resolvedLater } from '../laterChanges.ts';
import type { Session } from '../session.ts';

const KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

export const codeAction: Handler = {
	capability: ({ lateEdits }) => ({ codeActionProvider: { codeActionKinds: KINDS, resolveProvider: lateEdits } }),
	listen(session) {
		answerRarely(session, CodeActionRequest.type, (rare, params) => {
			const document = session.documents.get(params.textDocument.uri);
			const note = document && session.workspace.note(document.uri);
			const asked = document && { document, rare, params };
			return asked ? (note ? inNote(session, note, asked) : inCorpusFile(session, asked)) : null;
		});
		session.connection.onCodeActionResolve((action) => resolvedLater(session, action));
	},
};

interface Asked {
	readonly document: TextDocument;
	readonly rare: RareFeatures;
	readonly params: CodeActionParams;
}

function inNote(
	session: Session,
	note: Note,
	{ document, rare, params: { textDocument, range, context } }: Asked,
): Promise<CodeAction[]> {
	const { workspace, client } = session;
	const { uri } = document;
	const span = toSpan(document, range);
	const { commands } = client.cards;
	return fixActions(
		session,
		{ document, planOf: (fix) => notePlan(uri, note, fix), uri: textDocument.uri },
		{
			offered: () => [
				...rare.shownAdditions(offeredAt(workspace, rare, { uri, span }), commands),
				// Our own extension has a command for it.
				...(commands ? [] : rare.bibliographyFixes(note, span.start)),
			],
			all: () => rare.fixAllOnSave(workspace, uri),
		},
		context,
	);
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

async function inCorpusFile(session: Session, asked: Asked): Promise<CodeAction[]> {
	const { document, rare, params } = asked;
	const { textDocument, range, context } = params;
	const { uri } = document;
	const always = [...allowedLibrary(session, uri, context), ...(await identityActions(session, rare, uri, params))];
	const name = session.workspace.corpus.files().find((file) => file.uri === uri)?.format;
	const { FORMAT_EDITS } = await import('#keyEdits');
	const format = FORMAT_EDITS.get(name ?? '');
	if (!format?.fixes) {
		return always;
	}
	const text = document.getText();
	const file = { uri, text, format, spanOf: (place: Range) => toSpan(document, place) };
	const planOf = ({ title, edits }: Fix) => ({
		label: title,
		edits: edits.map(({ span, newText }) => {
			return { uri, range: toRange(document, span), expected: text.slice(span.start, span.end), newText };
		}),
	});
	const found = {
		offered: () => [
			...rare.corpusFixes(session.workspace, file, toSpan(document, range)),
			...rare.keyFixes(session.workspace, file, session.workspace.corpus.recordAt(uri, range.start)),
		],
		all: () => rare.allCorpusFixes(file),
	};
	return [...(await fixActions(session, { document, planOf, uri: textDocument.uri }, found, context)), ...always];
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
