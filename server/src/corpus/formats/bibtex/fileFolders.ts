/**
 * The folders in which JabRef keeps a library's files, given in a comment of the library:
 * https://docs.jabref.org/finding-sorting-and-cleaning-entries/filelinks. `fileDirectory` applies to everyone;
 * `fileDirectory-ann-laptop` applies to one person on one machine, where JabRef prefers it.
 */

const FOLDER = /@comment\s*\{\s*jabref-meta:\s*fileDirectory(-[^:;{}]*)?:((?:[^\\;{}]|\\.)*);/gi;

/**
 * The folders as written, without escapes, those of persons first. Those of other machines do not exist here and do no
 * harm.
 */
export function fileFolders(text: string): readonly string[] {
	if (!text.includes('jabref-meta')) {
		return [];
	}
	const found = [...text.matchAll(FOLDER)].map(([, owner, value = '']) => ({ owner, folder: unescaped(value) }));
	const [own, shared] = [true, false].map((isOwn) => found.filter(({ owner }) => (owner !== undefined) === isOwn));
	return [...new Set([...(own ?? []), ...(shared ?? [])].map(({ folder }) => folder))].filter((one) => one !== '');
}

/** Older versions of JabRef wrap long lines. */
function unescaped(value: string): string {
	return value
		.replace(/[\r\n]+/g, '')
		.replace(/\\([\\;:])/g, '$1')
		.trim();
}
