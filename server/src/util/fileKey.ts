/**
 * The same for all uris that may mean one file: with letters composed (NFC), as systems and editors differ in it, and in
 * lower case where the disk ignores case. For comparing alone: no file goes by it.
 */
export function fileKey(uri: string, ignoresCase: boolean | undefined): string {
	const key = uri.includes('%') ? decoded(uri).normalize() : uri;
	return ignoresCase ? key.toLowerCase() : key;
}

function decoded(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}
