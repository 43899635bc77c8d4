/** What can go wrong with the index, as data. The index is a copy: the corpus itself is never affected. */

export type IndexFailureKind =
	/** Not an index of this program, or one of another version. */
	| 'foreign'
	/** Not readable as a database, or its tables contradict each other. */
	| 'damaged'
	/** No space, no permission to write, or no folder. */
	| 'unwritable'
	/** Another process has locked it for too long. */
	| 'busy'
	/** SQLite refuses a statement: a bug in this program, which a new index would not fix. */
	| 'refused';

export interface IndexFailure {
	readonly kind: IndexFailureKind;
	/** A clause; for a refused statement, the stack. */
	readonly message: string;
}

/**
 * SQLite's primary result codes: https://sqlite.org/rescode.html. All others mean a refused statement, above all
 * SQLITE_ERROR (no such column), SQLITE_MISUSE and SQLITE_RANGE (no such placeholder): when the index was opened, its
 * tables were checked to be those that our statements name.
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
	[19, 'damaged'], // SQLITE_CONSTRAINT: rows contradict each other; only a rebuild fixes that
	[22, 'unwritable'], // SQLITE_NOLFS
	[26, 'damaged'], // SQLITE_NOTADB
]);

/** Thrown if the index contains something impossible. */
export class DamagedIndex extends Error {
	override readonly name = 'DamagedIndex';
}

/**
 * The failure that an error means which was thrown while reading or writing the index. Undefined if the error has
 * another cause.
 */
export function indexFailureOf(error: unknown): IndexFailure | undefined {
	if (error instanceof DamagedIndex) {
		return { kind: 'damaged', message: error.message };
	}
	const code = resultCode(error);
	if (code === undefined || !(error instanceof Error)) {
		return undefined;
	}
	// The low byte of an extended code is the primary code.
	const kind = KINDS.get(code & 0xff);
	return kind === undefined ? refusal(error) : { kind, message: error.message };
}

/** The failure for an error that does not come from the index. */
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
