/** Where a bibliography named in a note or a project file may be, and which of these places may be looked at. */

import { URI, Utils } from 'vscode-uri';
import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import { isAbsolutePath, writtenUri } from '../util/writtenPath.ts';
import { isProjectFile } from './projectFiles.ts';

export interface Surroundings {
	/** The uris of the workspace folders. */
	readonly folders: readonly string[];
	/** The uris of the folders of Quarto projects. */
	readonly projects: readonly string[];
	/** The user's home folder, which `~` stands for. */
	readonly home: string;
	/** Whether names that differ only in case are one file. */
	readonly ignoresCase?: boolean | undefined;
}

/**
 * The URIs that `path` may mean in the file `namer`, in order of precedence. A relative path starts at the folder of
 * `namer`. For a note it may also start at the project's or workspace's folder, from which Pandoc is run. A path that
 * begins with `/` starts there, too (https://quarto.org/docs/projects/quarto-projects.html), or at the root of the
 * disk, as Pandoc reads it.
 */
export function bibliographyPlaces(path: string, namer: string, around: Surroundings): readonly string[] {
	const written = path.replaceAll('\\', '/').trim();
	const placeIn = (folder: string, inside: string): string[] => {
		const uri = writtenUri(inside, { folder, home: around.home });
		return uri === undefined ? [] : [uri];
	};
	const tops = topsOf(namer, around);
	const beside = Utils.dirname(URI.parse(namer)).toString();
	if (!isAbsolutePath(written)) {
		const bases = isProjectFile(namer) ? [beside] : [beside, ...tops];
		return unique(bases.flatMap((folder) => placeIn(folder, written)));
	}
	const fromTops = written.startsWith('/') ? tops.flatMap((top) => placeIn(top, `.${written}`)) : [];
	return unique([...fromTops, ...placeIn(beside, written)]);
}

/** The innermost project and the innermost workspace folder that contain `namer`. */
function topsOf(namer: string, { folders, projects }: Surroundings): readonly string[] {
	return [projects, folders].flatMap((tops) =>
		tops
			.filter((top) => isBelow(namer, top))
			.sort((one, other) => other.length - one.length)
			.slice(0, 1),
	);
}

function unique(uris: readonly string[]): readonly string[] {
	return [...new Set(uris)];
}

/**
 * Whether a note may make us look there. A note may come from anyone, so it can lead only to files in the workspace
 * and, if the note is in no workspace folder, to files beside and below it.
 */
export function isWithinReach(uri: string, namer: string, { folders, ignoresCase }: Surroundings): boolean {
	const isOfWorkspace = folders.some((folder) => isBelow(namer, folder));
	const reach = isOfWorkspace ? folders : [...folders, Utils.dirname(URI.parse(namer)).toString()];
	const file = fileKey(uri, ignoresCase);
	return reach.some((folder) => isBelow(file, fileKey(folder, ignoresCase)));
}

/** Whether `namer` is a file, so that relative paths in it have a meaning. An unsaved text or an older version is not. */
export function hasPlace(namer: string, { folders }: Surroundings): boolean {
	return namer.startsWith('file:') || folders.some((folder) => isBelow(namer, folder));
}
