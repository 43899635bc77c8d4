/** An index that retries corpus files it could not read, as soon as they can be read. */

import { UnreadFiles } from '../files/unreadFiles.ts';
import type { IndexDriver, IndexEvent } from './indexDriver.ts';

export interface RetryOptions {
	/** Called with the events of the index. */
	readonly onEvent: (event: IndexEvent) => void;
	/** As in `UnreadFiles`. */
	readonly isReadable: (uri: string) => Promise<boolean>;
}

/** The index returned by `open`. When a file it could not read becomes readable, the index is told to read it. */
export function retryingIndex(
	open: (onEvent: (event: IndexEvent) => void) => IndexDriver,
	{ onEvent, isReadable }: RetryOptions,
): IndexDriver {
	const unread = new UnreadFiles(isReadable, (uri) => index.filesChanged([uri]));
	const index = open((event) => {
		if (event.kind === 'complete') {
			unread.keep(event.unread);
		}
		onEvent(event);
	});
	return index;
}
