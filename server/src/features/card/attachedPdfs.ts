/** The PDF files that a paper's records name, and where each may be. Each program writes paths in its own way. */

import { URI, Utils } from 'vscode-uri';
import type { Paper } from '../../corpus/corpus.ts';
import { baseName } from '../../util/baseName.ts';
import { isAbsolutePath, writtenUri } from '../../util/writtenPath.ts';

export interface AttachedPdf {
	/** `Vaswani2017.pdf` */
	readonly name: string;
	/** URIs, the most likely first. The client checks which of them exist. */
	readonly places: readonly string[];
}

type Attaching = Pick<Paper, 'extra' | 'sources'>;

/**
 * Paths are relative to the library's attachment folders, or else to the file that names them; `~` is `home`, the user's
 * home folder. Paths on other machines and files that are not `.pdf` are left out.
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

/** Whether the paper's records name a file that could be opened. */
export function hasAttachedPdf(paper: Attaching): boolean {
	return attachedPdfs(paper, '').length > 0;
}

/** The path with forward slashes. It may have been written on any operating system, whatever this one is. */
function slashes(path: string): string {
	return path.trim().replaceAll('\\', '/');
}

function isOfNetwork(path: string): boolean {
	return path.startsWith('//');
}

/** A path as in a URI: `/C:/papers/a.pdf`. */
const SLASH_BEFORE_DRIVE = /^\/(?=[A-Za-z]:\/)/;

/** A scheme other than `file:`. A single letter is a drive, not a scheme. */
const SCHEME = /^[A-Za-z][\w+.-]+:/;

/** Absolute paths without their first slash, which Mendeley omits: `home/me/a.pdf`. */
const WITHOUT_SLASH = /^(?:home|Users|Volumes|media|mnt)\//;

/** The paths that `path` may mean, the most likely first. */
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
