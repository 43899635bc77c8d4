/** What can go wrong with the index, as data. The database is a copy: whatever happens to it, the corpus is untouched. */

export type IndexFailureKind =
	/** Not an index of this program, or one of another version. */
	| 'foreign'
	/** Not readable as a database, or its tables contradict each other. */
	| 'damaged'
	/** No room, no right to write, no folder. */
	| 'unwritable'
	/** Another process has held it for too long. */
	| 'busy'
	/** SQLite does not do what it is asked: a fault of this program, which a new index would not mend. */
	| 'refused';

export interface IndexFailure {
	readonly kind: IndexFailureKind;
	/** A clause; of what is refused, the stack. */
	readonly message: string;
}

/**
 * SQLite's primary result codes: https://sqlite.org/rescode.html. All others are refusals, above all SQLITE_ERROR (no such
 * column), SQLITE_MISUSE and SQLITE_RANGE (a placeholder that there is not): whoever opens the index has seen that its
 * tables are those that our statements name.
 */
const KINDS: ReadonlyMap<number, IndexFailureKind> = new Map([
	[3, 'unwritable'], // SQLITE_PERM
	[5, 'busy'], // SQLITE_BUSY
	[6, 'busy'], // SQLITE_LOCKED
	[8, 'unwritable'], // SQLITE_READONLY
	[10, 'unwritable'], // SQLITE_IOERR
	[11, 'damaged'], // SQLITE_CORRUPT
	[13, 'unwritable'], // SQLITE_FULL
	[14, 'unwritable'], // SQLITE_CANTOPEN
	[15, 'busy'], // SQLITE_PROTOCOL: many lock the log at once
	[19, 'damaged'], // SQLITE_CONSTRAINT: rows contradict each other, which only another start from nothing mends
	[22, 'unwritable'], // SQLITE_NOLFS
	[26, 'damaged'], // SQLITE_NOTADB
]);

/** Thrown where the index holds what it cannot hold. */
export class DamagedIndex extends Error {
	override readonly name = 'DamagedIndex';
}

/** The failure behind an error thrown while the index was read or written; undefined where the error is another's. */
export function indexFailureOf(error: unknown): IndexFailure | undefined {
	if (error instanceof DamagedIndex) {
		return { kind: 'damaged', message: error.message };
	}
	const code = resultCode(error);
	if (code === undefined || !(error instanceof Error)) {
		return undefined;
	}
	// An extended code holds the primary one in its low byte.
	const kind = KINDS.get(code & 0xff);
	return kind === undefined ? refusal(error) : { kind, message: error.message };
}

/** For an error that says nothing of the index. */
export function refusal(error: unknown): IndexFailure {
	return { kind: 'refused', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** SQLite's code: `errcode` in node:sqlite, `resultCode` in sqlite-wasm. */
function resultCode(error: unknown): number | undefined {
	if (typeof error !== 'object' || error === null) {
		return undefined;
	}
	const code = 'errcode' in error ? error.errcode : 'resultCode' in error ? error.resultCode : undefined;
	return typeof code === 'number' ? code : undefined;
}
