/** The PDF files that a paper's records name, and where each may be: Zotero, JabRef and Mendeley write paths in their own ways. */

import type { Paper } from '../../corpus/corpus.ts';
import { baseName } from '../../util/baseName.ts';

export interface AttachedPdf {
	/** `Vaswani2017.pdf` */
	readonly name: string;
	/** URIs, the likeliest first: whether a file is there is for the client to see. */
	readonly places: readonly string[];
}

/** Paths are relative to the file that names them. Never a place in the network, nor any file that is no `.pdf`. */
export function attachedPdfs({ extra, sources }: Pick<Paper, 'extra' | 'sources'>): AttachedPdf[] {
	const giving = sources.filter(({ gives }) => gives.includes('attachments')).map(({ uri }) => uri);
	const pdfs = (extra.attachments ?? []).map((path) => {
		const places = [...new Set(placesOf(path.trim().replaceAll('\\', '/'), giving))];
		return { name: baseName(places[0] ?? ''), places };
	});
	return pdfs.filter(({ places }) => places.length > 0);
}

/** `C:/papers/a.pdf` */
const WINDOWS = /^\/?([A-Za-z]):\//;

/** Mendeley drops the first slash: `home/me/a.pdf`. */
const WITHOUT_SLASH = /^(?:home|Users|Volumes|media|mnt)\//;

function placesOf(path: string, giving: readonly string[]): string[] {
	const local = path.replace(/^file:(?:\/\/(?:localhost)?(?=\/))?/i, '');
	if (!/\.pdf$/i.test(local) || local.startsWith('//') || /^[A-Za-z][\w+.-]+:/.test(local)) {
		return [];
	}
	const written = local === path ? local : decoded(local);
	if (WINDOWS.test(written)) {
		return [`file:///${encoded(written.replace(/^\//, ''))}`];
	}
	if (written.startsWith('/')) {
		return [`file://${encoded(written)}`];
	}
	const absolute = WITHOUT_SLASH.test(written) ? [`file:///${encoded(written)}`] : [];
	return [...giving.flatMap((uri) => besides(uri, encoded(written))), ...absolute];
}

function besides(uri: string, path: string): string[] {
	try {
		return [new URL(path, uri).href];
	} catch {
		return [];
	}
}

function encoded(path: string): string {
	return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
