/** Warnings that the client shows to its user. */

import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { noticeText } from '../messages/foreignText.ts';
import { serverMessages } from '../messages/server.ts';

/** Uses a notification. The connection's own method sends a request, which a client may refuse. */
export function warn(connection: Connection, text: string): void {
	const message = noticeText(text);
	void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}

/** Places in one answer: more than anyone looks through, and some hundred kilobytes. */
const MAX_PLACES = 5000;

/** The first places of very many. The user is told that there are more. */
export function firstOf<Place>(connection: Connection, places: readonly Place[]): readonly Place[] {
	if (places.length > MAX_PLACES) {
		warn(connection, serverMessages.manyPlaces(places.length, MAX_PLACES));
	}
	return places.slice(0, MAX_PLACES);
}
