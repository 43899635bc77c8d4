/** What happens to the storage of an index that has failed or is to be rebuilt. Nobody may have it open. */

import type { IndexFailure } from '../index/database/indexFailure.ts';
import { indexingMessages } from '../messages/indexingMessages.ts';
import type { DriverHost } from './driverHost.ts';

/** Deletes an unreadable index, and moves an unwritable one to memory. `tell` is called with what the user should know. */
export function changeStorage(
	host: DriverHost,
	{ kind, message }: IndexFailure,
	tell: (message: string) => void,
): void {
	if (kind === 'unwritable' || kind === 'busy') {
		moveToMemory(host, message, tell);
		return;
	}
	// Expected after an update, or of use only to developers: a line in the log if the connection allows it.
	host.logRebuild(message);
	if (kind !== 'foreign') {
		tell(indexingMessages.damaged(host.path));
	}
	deleteIndex(host, tell);
}

/** Deletes the index. If that is not possible, the next one is in memory. */
export function deleteIndex(host: DriverHost, tell: (message: string) => void): void {
	try {
		host.remove();
	} catch (error) {
		moveToMemory(host, error instanceof Error ? error.message : String(error), tell);
	}
}

function moveToMemory(host: DriverHost, reason: string, tell: (message: string) => void): void {
	const message = indexingMessages.notKept(host.path, reason);
	host.moveToMemory();
	tell(message);
}
