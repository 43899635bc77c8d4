/**
 * The same key for all URIs that may mean one file. Letters are composed (NFC), since systems and editors differ in
 * this, and are in lower case where the disk ignores case. Only for comparing: the key is not a URI of the file.
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
