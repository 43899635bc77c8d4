/** Which paper a command is about. */

import { commandMessages } from '../../../server/src/messages/commands.ts';
import type { PaperParams } from '../../../server/src/protocol.ts';
import { activeNote } from '../citing/citing.ts';
import { showInformation, showWarning } from '../notices.ts';

/** The answer for the paper with the given key, or else the one cited at the cursor. Without one, a message says so. */
export async function answerFor<Answer>(
	key: unknown,
	uri: unknown,
	ask: (params: PaperParams) => Promise<Answer | null>,
): Promise<Answer | undefined> {
	const note = activeNote();
	if (typeof key !== 'string' && !note) {
		void showInformation(commandMessages.openNoteFirst);
		return undefined;
	}
	const params: PaperParams | undefined =
		typeof key === 'string'
			? { key, ...(typeof uri === 'string' ? { uri } : {}) }
			: note && { uri: note.document.uri.toString(), position: note.selection.active };
	const answer = params && (await ask(params));
	if (!answer) {
		const message = typeof key === 'string' ? commandMessages.noPaper(key) : commandMessages.putCursorOnCitation;
		void showWarning(message);
	}
	return answer ?? undefined;
}
