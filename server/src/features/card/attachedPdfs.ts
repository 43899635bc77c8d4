/** The PDF files that a paper's records name, and where each may be: programs write paths in their own ways. */

import { URI, Utils } from 'vscode-uri';
import type { Paper } from '../../corpus/corpus.ts';
import { baseName } from '../../util/baseName.ts';
import { isAbsolutePath, writtenUri } from '../../util/writtenPath.ts';

export interface AttachedPdf {
	/** `Vaswani2017.pdf` */
	readonly name: string;
	/** URIs, the likeliest first: whether a file is there is for the client to see. */
	readonly places: readonly string[];
}

type Attaching = Pick<Paper, 'extra' | 'sources'>;

/**
 * Paths are relative to the folders that the library keeps its files in, else to the file that names them; `~` is `home`,
 * the user's home folder. Never a place on another machine, nor any file that is no `.pdf`.
 */
export function attachedPdfs({ extra, sources }: Attaching, home: string): AttachedPdf[] {
	const giving = sources.filter(({ gives }) => gives.includes('attachments'));
	const from = giving.map(({ uri }) => Utils.dirname(URI.parse(uri)).toString());
	const folders = (extra.attachmentFolders ?? []).map(slashes).filter((folder) => !isOfNetwork(folder));
	const pdfs = (extra.attachments ?? []).map((path) => {
		const written = writtenPlaces(slashes(path), folders);
		const places = written.flatMap((place) => from.flatMap((folder) => writtenUri(place, { folder, home }) ?? []));
		return { name: baseName(places[0] ?? ''), places: [...new Set(places)] };
	});
	return pdfs.filter(({ places }) => places.length > 0);
}

/** Whether its records name a file that could be opened. */
export function hasAttachedPdf(paper: Attaching): boolean {
	return attachedPdfs(paper, '').length > 0;
}

/** Such files were written on any system, whatever this one is. */
function slashes(path: string): string {
	return path.trim().replaceAll('\\', '/');
}

function isOfNetwork(path: string): boolean {
	return path.startsWith('//');
}

/** `/C:/papers/a.pdf`, as in an address. */
const SLASH_BEFORE_DRIVE = /^\/(?=[A-Za-z]:\/)/;

/** Another scheme than that of files: one letter is a drive. */
const SCHEME = /^[A-Za-z][\w+.-]+:/;

/** Mendeley drops the first slash: `home/me/a.pdf`. */
const WITHOUT_SLASH = /^(?:home|Users|Volumes|media|mnt)\//;

/** The paths that `path` may mean, the likeliest first. */
function writtenPlaces(path: string, folders: readonly string[]): readonly string[] {
	const local = path.replace(/^file:(?:\/\/(?:localhost)?(?=\/))?/i, '');
	if (!/\.pdf$/i.test(local) || isOfNetwork(local) || SCHEME.test(local)) {
		return [];
	}
	const written = (local === path ? local : decoded(local)).replace(SLASH_BEFORE_DRIVE, '');
	if (isOfNetwork(written) || isAbsolutePath(written)) {
		return isOfNetwork(written) ? [] : [written];
	}
	const absolute = WITHOUT_SLASH.test(written) ? [`/${written}`] : [];
	return [...folders.map((folder) => `${folder}/${written}`), written, ...absolute];
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path).replaceAll('\\', '/');
	} catch {
		return path;
	}
}
