/** The light bulb at a record of a corpus file: that it is one paper with another record, or another paper. */

import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { RareFeatures } from './answering.ts';
import { SOURCE } from './convert.ts';
import { isWithin } from './fixActions.ts';
import { withLater } from './laterChanges.ts';
import type { Session } from './session.ts';

/** What is offered at the range in the corpus file `uri`, with the problems that the editor shows there. */
export async function identityActions(
	session: Session,
	{ identityFixes, isClash }: RareFeatures,
	uri: string,
	{ range, context: { only, diagnostics } }: CodeActionParams,
): Promise<CodeAction[]> {
	const clashes = diagnostics.filter(({ source, code }) => source === SOURCE && isClash(code));
	const fixes = identityFixes(session.workspace, { uri, position: range.start, isShared: clashes.length > 0 });
	const actions = fixes.map(({ title, later, code }) => {
		const kind = code ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
		const isWanted = only?.some((one) => isWithin(kind, one)) ?? true;
		const mended = code ? { diagnostics: clashes.filter((clash) => clash.code === code) } : {};
		const action = { title, kind, ...mended };
		// Our own extension shows where the records differ first.
		if (later?.kind === 'mergeRecords' && isWanted && session.client.cards.commands) {
			const { kept, merged } = later;
			return { ...action, command: { title, command: 'paperNotes.mergeRecords', arguments: [{ kept, merged }] } };
		}
		return later && isWanted ? withLater(session, action, { uri, later }) : undefined;
	});
	return (await Promise.all(actions)).filter((action) => action !== undefined);
}
