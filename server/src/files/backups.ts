/** Copies that programs leave beside a file while it is edited, or before they change it. Their papers are out of date. */

/** `refs.bib~`, `refs.bib.bak`, JabRef's `refs.bib.sav`, Vim's `.refs.bib.swp`, an unfinished download. */
const ENDING = /(?:~|\.(?:bak\d*|backup|old|orig|sav|save|autosave|tmp|temp|sw[a-z]|kate-swp|rej|part|crdownload))$/i;

/** Emacs's `#refs.bib#` and `.#refs.bib`, Word's `~$refs.bib`, LibreOffice's `.~lock.refs.bib#`, macOS's `._refs.bib`. */
const BEGINNING = /^(?:#.*#$|\.#|~\$|\.~lock\.|\._)/;

/** Whether the name of a file, given with its path or without, is that of a backup. */
export function isBackup(path: string): boolean {
	const name = decoded(path.slice(path.lastIndexOf('/') + 1));
	return ENDING.test(name) || BEGINNING.test(name);
}

/** URIs write `#` and `$` as `%23` and `%24`. */
function decoded(name: string): string {
	return name.replace(/%2[34]/g, (code) => (code === '%23' ? '#' : '$')).replaceAll('%7E', '~');
}
