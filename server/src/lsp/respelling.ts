/** Replaces the URIs in outgoing messages with the client's spelling. */

/** Fields that hold a URI, in the protocol and in our own requests. */
const ADDRESSES: ReadonlySet<string> = new Set(['uri', 'targetUri']);

/** Copied without change: a client's data must come back as it was sent, and the data of semantic tokens are numbers. */
const UNCHANGED_FIELD = 'data';

/** `value`, which is plain data, with each URI in it replaced by `spelling`. */
export function respelled<T>(value: T, spelling: (uri: string) => string): T {
	if (Array.isArray(value)) {
		return value.map((one) => respelled(one, spelling)) as T;
	}
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	const fields = Object.entries(value).map(([name, field]) => [name, respelledField(name, field, spelling)]);
	return Object.fromEntries(fields) as T;
}

function respelledField(name: string, field: unknown, spelling: (uri: string) => string): unknown {
	if (typeof field === 'string') {
		return ADDRESSES.has(name) ? spelling(field) : field;
	}
	// In a `WorkspaceEdit`, `changes` maps URIs to edits.
	if (name === 'changes' && typeof field === 'object' && field !== null) {
		return Object.fromEntries(Object.entries(field).map(([uri, edits]) => [spelling(uri), edits]));
	}
	return name === UNCHANGED_FIELD ? field : respelled(field, spelling);
}
