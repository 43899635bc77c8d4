/** The last part of a URI's path, decoded: `file:///a/my%20papers.bib` gives `my papers.bib`. */
export function baseName(uri: string): string {
	const last = uri.slice(uri.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}
