/** Finds the bibliography files that notes and project files name, and what is wrong with names that lead to no file. */

import { URI } from 'vscode-uri';
import { bibliographyMessages } from '../messages/bibliographyMessages.ts';
import { safeLine } from '../messages/foreignText.ts';
import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import { shortened } from '../util/shortened.ts';
import { bibliographyPlaces, hasPlace, isWithinReach, type Surroundings } from './bibliographyPlaces.ts';
import type { FileStat, Files } from './files.ts';

/** The bibliographies that one file names. */
export interface Naming {
	/** The note or project file. */
	readonly uri: string;
	/** The paths as written. */
	readonly paths: readonly string[];
}

/** URIs of bibliographies, by the URI of the note or project file that names them. */
export type NamedFiles = ReadonlyMap<string, readonly string[]>;

/** What is wrong, by the URI of the note or project file and then by the path as written. */
export type BibliographyFaults = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface FoundBibliographies {
	/**
	 * The files to read besides those of the settings, sorted. They include missing files that may appear at any
	 * time.
	 */
	readonly uris: readonly string[];
	readonly faults: BibliographyFaults;
	/**
	 * The existing files that each note or project file names, in its order, whether or not the settings have them, too.
	 */
	readonly named: NamedFiles;
	/** The URIs that were looked at. If a file appears or disappears at one of them, the result changes. */
	readonly places: ReadonlySet<string>;
}

export interface BibliographySearch extends Surroundings {
	readonly files: Pick<Files, 'stat'>;
	/** Whether the settings make this file part of the corpus. */
	readonly isOfSettings: (uri: string) => boolean;
	/** Whether the settings say that it is never read. */
	readonly isExcluded: (uri: string) => boolean;
}

/** Only checks whether the files exist. Files outside the reach of their note are not even looked for. */
export async function findBibliographies(
	namings: Iterable<Naming>,
	search: BibliographySearch,
): Promise<FoundBibliographies> {
	const uris = new Set<string>();
	const faults = new Map<string, ReadonlyMap<string, string>>();
	const named = new Map<string, readonly string[]>();
	const looked = new Map<string, FileStat | undefined>();
	const fileAt = async (uri: string): Promise<FileStat | undefined> => {
		if (!looked.has(uri)) {
			looked.set(uri, await search.files.stat(uri));
		}
		return looked.get(uri);
	};
	for (const { uri, paths } of namings) {
		const looks: WrittenLook[] = [];
		for (const path of hasPlace(uri, search) ? paths : []) {
			looks.push({ path, ...(await look(path, uri, { search, fileAt })) });
		}
		for (const file of looks.flatMap(({ toRead }) => toRead)) {
			uris.add(file);
		}
		const files = looks.flatMap(({ file }) => file ?? []);
		if (files.length > 0) {
			named.set(uri, files);
		}
		const wrong = looks.flatMap(({ path, fault }) => (fault === undefined ? [] : [[path, safeLine(fault)] as const]));
		if (wrong.length > 0) {
			faults.set(uri, new Map(wrong));
		}
	}
	return { uris: [...uris].sort(), faults, named, places: new Set(looked.keys()) };
}

interface Look {
	readonly search: BibliographySearch;
	/** Undefined if there is no file. */
	readonly fileAt: (uri: string) => Promise<FileStat | undefined>;
}

interface Looked {
	/** The files to read besides those of the settings. */
	readonly toRead: readonly string[];
	/** The file that the path means; undefined if it does not exist or is never read. */
	readonly file?: string;
	readonly fault?: string;
}

interface WrittenLook extends Looked {
	readonly path: string;
}

/** The file that one path means, and what is wrong with it. */
async function look(path: string, namer: string, { search, fileAt }: Look): Promise<Looked> {
	const { isOfSettings, isExcluded } = search;
	const places = bibliographyPlaces(path, namer, search);
	const allowed = places.filter((place) => isOfSettings(place) || isWithinReach(place, namer, search));
	for (const place of allowed) {
		const file = await fileAt(place);
		if (file?.outside !== undefined) {
			// What the settings take is listed, so that the link itself has a problem.
			return { toRead: [], fault: bibliographyMessages.linkOutside(shortened(path), shortened(file.outside)) };
		}
		if (file !== undefined) {
			const isNew = !isOfSettings(place);
			return isNew && isExcluded(place)
				? { toRead: [], fault: excludedFault(path) }
				: { toRead: isNew ? [file.uri] : [], file: file.uri };
		}
	}
	const toRead = allowed.filter((place) => !isOfSettings(place) && !isExcluded(place));
	return { toRead, fault: allowed.length > 0 ? absentFault(path, allowed, search) : outsideFault(path) };
}

function absentFault(path: string, places: readonly string[], search: Surroundings): string {
	const shown = places.map((place) => shortened(shownPath(place, search)));
	const message = bibliographyMessages.absent(shortened(path), shown);
	return /^[/\\~]/.test(path) ? `${message} ${bibliographyMessages.elsewhere}` : message;
}

function outsideFault(path: string): string {
	return bibliographyMessages.outside(shortened(path));
}

function excludedFault(path: string): string {
	return bibliographyMessages.excluded(shortened(path));
}

/** The path relative to its workspace folder if it is in one, else the whole path. */
function shownPath(uri: string, { folders, ignoresCase }: Surroundings): string {
	const file = fileKey(uri, ignoresCase);
	const folder = folders.find((parent) => isBelow(file, fileKey(parent, ignoresCase)));
	const { path, fsPath } = URI.parse(uri);
	return folder === undefined
		? fsPath
		: namesOf(path)
				.slice(namesOf(URI.parse(folder).path).length)
				.join('/');
}

function namesOf(path: string): string[] {
	return path.split('/').filter((name) => name !== '');
}
