/**
 * The folders in which JabRef keeps a library's files, as a comment of the library says:
 * https://docs.jabref.org/finding-sorting-and-cleaning-entries/filelinks. `fileDirectory` is everyone's;
 * `fileDirectory-ann-laptop` is that of one person on one machine, which JabRef prefers there.
 */

const FOLDER = /@comment\s*\{\s*jabref-meta:\s*fileDirectory(-[^:;{}]*)?:((?:[^\\;{}]|\\.)*);/gi;

/** As written but for the escapes, those of persons first: those of other machines lead to nothing here. */
export function fileFolders(text: string): readonly string[] {
	if (!text.includes('jabref-meta')) {
		return [];
	}
	const found = [...text.matchAll(FOLDER)].map(([, owner, value = '']) => ({ owner, folder: unescaped(value) }));
	const [own, shared] = [true, false].map((isOwn) => found.filter(({ owner }) => (owner !== undefined) === isOwn));
	return [...new Set([...(own ?? []), ...(shared ?? [])].map(({ folder }) => folder))].filter((one) => one !== '');
}

/** Older versions of JabRef break long lines. */
function unescaped(value: string): string {
	return value
		.replace(/[\r\n]+/g, '')
		.replace(/\\([\\;:])/g, '$1')
		.trim();
}
