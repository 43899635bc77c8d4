/** Where a bibliography may be that a note or a project file names, and which of these places may be looked into. */

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
 * The uris that `path` may mean in the file `namer`, in the order in which they count. A relative one begins at the
 * namer's folder; a note's may also begin where its project or workspace does, from where Pandoc is run. One that begins
 * with `/` is meant from there (https://quarto.org/docs/projects/quarto-projects.html) or, as Pandoc reads it, from the
 * root of the disk.
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

/** The innermost project and the innermost workspace folder that hold `namer`. */
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
 * Whether what a note says is reason enough to look there. A note may come from anyone, so that it leads to no file but
 * those of the workspace and, where it is opened alone, to those beside and below it.
 */
export function isWithinReach(uri: string, namer: string, { folders, ignoresCase }: Surroundings): boolean {
	const isOfWorkspace = folders.some((folder) => isBelow(namer, folder));
	const reach = isOfWorkspace ? folders : [...folders, Utils.dirname(URI.parse(namer)).toString()];
	const file = fileKey(uri, ignoresCase);
	return reach.some((folder) => isBelow(file, fileKey(folder, ignoresCase)));
}

/** Whether `namer` is a file, so that paths in it lead somewhere; a text not yet saved and an older state are none. */
export function hasPlace(namer: string, { folders }: Surroundings): boolean {
	return namer.startsWith('file:') || folders.some((folder) => isBelow(namer, folder));
}
