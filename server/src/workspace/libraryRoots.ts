/** The files and folders of `paperNotes.libraries`, made ready to walk and to match. */

import { URI } from 'vscode-uri';
import { absolutePath, type CorpusRoot } from './corpusRoots.ts';

/** What one workspace folder asks for. */
export interface Libraries {
	/** Empty where none is open: then only paths that lead elsewhere count. */
	readonly folder: string;
	readonly libraries: readonly string[];
	readonly exclude: readonly string[];
}

/**
 * One root for each path, which names a file or a folder as it is: `Papers [2020].bib` holds no pattern. Everything in a
 * folder counts but what `exclude` takes out of it.
 */
export function libraryRoots({ folder, libraries, exclude }: Libraries, home: string): CorpusRoot[] {
	return libraries.flatMap((written) => {
		const uri = libraryUri(written, folder, home);
		return uri === undefined ? [] : [{ uri, include: [], exclude, named: [{ uri, pattern: written }] }];
	});
}

function libraryUri(written: string, folder: string, home: string): string | undefined {
	// On Windows alone a backslash stands between names; elsewhere it may be part of one.
	const path = (isWindows(home) ? written.replaceAll('\\', '/') : written).trim();
	const absolute = absolutePath(path, home);
	if (path === '' || (absolute === undefined && folder === '')) {
		return undefined;
	}
	const base = URI.parse(folder || 'file:///');
	return base.with({ path: withoutDots(absolute ?? `${base.path}/${path}`) }).toString();
}

function isWindows(home: string): boolean {
	return /^([a-z]:|\\\\)/i.test(home);
}

/** `/a/c` for `/a/./b/../c/`. */
function withoutDots(path: string): string {
	const names: string[] = [];
	for (const name of path.split('/')) {
		if (name === '..') {
			names.pop();
		} else if (name !== '.' && name !== '') {
			names.push(name);
		}
	}
	return `/${names.join('/')}`;
}
