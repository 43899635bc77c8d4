/** A disk as Windows and macOS have it: names are found in any case and however letters are composed. */

import type { FileStat, Files } from '../../server/src/files/files.ts';
import { fileKey } from '../../server/src/util/fileKey.ts';
import { isBelow } from '../../server/src/util/isBelow.ts';

/** `texts` by the uris that the disk has; it may change. */
export function filesIgnoringCase(texts: ReadonlyMap<string, string>): Files {
	const key = (uri: string): string => fileKey(uri, true);
	const ownUri = (uri: string): string => {
		const [file] = [...texts.keys()].filter((one) => isBelow(key(one), key(uri)));
		return file?.split('/').slice(0, uri.split('/').length).join('/') ?? uri;
	};
	const statOf = (uri: string): FileStat | undefined => {
		const text = texts.get(ownUri(uri));
		return text === undefined ? undefined : { uri: ownUri(uri), size: text.length, mtime: 1 };
	};
	return {
		ignoresCase: true,
		ownUri,
		async *walk(folder, skip) {
			for (const uri of [...texts.keys()].filter((one) => isBelow(key(one), key(folder)) && !skip(one))) {
				yield* [statOf(uri)].flatMap((stat) => stat ?? []);
			}
		},
		stat: async (uri) => statOf(uri),
		read: async (uri) => new TextEncoder().encode(texts.get(ownUri(uri))),
		isWritable: async () => true,
	};
}
