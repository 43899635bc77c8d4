/** An index that reads the corpus files that it could not read as soon as they can be read. */

import { UnreadFiles } from '../files/unreadFiles.ts';
import type { IndexDriver, IndexEvent } from './indexDriver.ts';

export interface RetryOptions {
	/** Told what the index says. */
	readonly onEvent: (event: IndexEvent) => void;
	/** As in `UnreadFiles`. */
	readonly isReadable: (uri: string) => Promise<boolean>;
}

/** The index that `open` gives; of files that it cannot read, it is told when they can be read. */
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
