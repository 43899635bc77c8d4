/** Addresses of the pages that show a paper: documents that no file holds, whose text the server makes. */

import { URI } from 'vscode-uri';

export const PAGE_SCHEME = 'paper-notes-page';

/** The paper that a page shows: its key, and the note in which the key means it; in all notes without one. */
export interface PageSubject {
	readonly key: string;
	readonly keyIn?: string | undefined;
}

export function isPage(uri: string): boolean {
	return uri.startsWith(`${PAGE_SCHEME}:`);
}

/** With the key as the file's name, because editors show that: `paper-notes-page:/vaswani2017.md?...`. */
export function pageUri({ key, keyIn }: PageSubject): string {
	const path = `/${key.toWellFormed().replace(/[/\\?#%:]/g, '-')}.md`;
	return URI.from({
		scheme: PAGE_SCHEME,
		path,
		query: JSON.stringify(keyIn === undefined ? [key] : [key, keyIn]),
	}).toString();
}

/** Undefined for an address that `pageUri` does not make. */
export function pageSubject(uri: string): PageSubject | undefined {
	try {
		const [key, keyIn]: readonly unknown[] = JSON.parse(URI.parse(uri, true).query);
		return typeof key === 'string' ? { key, keyIn: typeof keyIn === 'string' ? keyIn : undefined } : undefined;
	} catch {
		return undefined;
	}
}
