/** Which two of the possible duplicates are meant. Independent of VS Code. */

import type { ListedRecord, RecordPair } from '../../../server/src/identityProtocol.ts';

/**
 * The pair that the argument of "Compare Papers" names: two keys, or two objects with `key` and perhaps `uri` and `line`,
 * counted from 0. A link's arguments may be forged, so only a pair that the server has just named is ever found.
 */
export function pairMeant(pairs: readonly RecordPair[], argument: unknown): RecordPair | undefined {
	const [one, other] = Array.isArray(argument) ? argument : [];
	return (
		pairs.find(([first, second]) => isMeant(first, one) && isMeant(second, other)) ??
		pairs.find(([first, second]) => isMeant(first, other) && isMeant(second, one))
	);
}

function isMeant({ key, uri, range }: ListedRecord, written: unknown): boolean {
	if (typeof written === 'string') {
		return written === key;
	}
	const record: { key?: unknown; uri?: unknown; line?: unknown } =
		typeof written === 'object' && written !== null ? written : {};
	return record.key === key && (record.uri ?? uri) === uri && (record.line ?? range.start.line) === range.start.line;
}
