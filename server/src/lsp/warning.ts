/** Warnings that the client shows to its user. */

import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { noticeText } from '../messages/foreignText.ts';

/** Uses a notification. The connection's own method sends a request, which a client may refuse. */
export function warn(connection: Connection, text: string): void {
	const message = noticeText(text);
	void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}
