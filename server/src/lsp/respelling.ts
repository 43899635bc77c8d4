/** Addresses as the client writes them, in whatever goes out to it. */

/** What holds an address, in the protocol and in our own requests. */
const ADDRESSES: ReadonlySet<string> = new Set(['uri', 'targetUri']);

/** Comes back as it was sent, or is no data but numbers. */
const UNCHANGED_FIELD = 'data';

/** `value`, plain data, with each address in it as `spelling` has it. */
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
	// Edits by address, in a `WorkspaceEdit`.
	if (name === 'changes' && typeof field === 'object' && field !== null) {
		return Object.fromEntries(Object.entries(field).map(([uri, edits]) => [spelling(uri), edits]));
	}
	return name === UNCHANGED_FIELD ? field : respelled(field, spelling);
}
