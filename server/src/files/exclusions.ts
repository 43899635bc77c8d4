/** Files and folders that are never read: the patterns of `paperNotes.exclude`, made ready to match. */

import { fileKey } from '../util/fileKey.ts';
import { slashed, type WrittenWhere } from '../util/writtenPath.ts';
import { globMatcher, pathBelow, writtenGlob } from './globs.ts';

/** A glob that counts in every folder that is looked through, or what lies at one place. Plain data: it crosses threads. */
export type Exclusion = string | ExcludedPlace;

export interface ExcludedPlace {
	/** A file or a folder. */
	readonly uri: string;
	/** On paths relative to `uri`; when empty, it is excluded with all that is in it. */
	readonly glob: string;
}

/** What the patterns mean that are written for a folder. An absolute one, one from `~` or through `..` means one place. */
export function exclusionsOf(patterns: readonly string[], where: WrittenWhere): Exclusion[] {
	return patterns.map((written) => {
		const pattern = slashed(written, where.home);
		const found = writtenGlob(pattern, where);
		return found?.isElsewhere ? { uri: found.uri, glob: found.glob } : pattern;
	});
}

/** What is looked through, and what is excluded there. */
export interface ExcludingRoot {
	readonly uri: string;
	readonly exclude: readonly Exclusion[];
}

/** Whether a file or folder is excluded from the root; asked for by its `fileKey` on a disk that `ignoresCase`. */
export function exclusionMatcher(
	{ uri, exclude }: ExcludingRoot,
	ignoresCase: boolean | undefined,
): (key: string) => boolean {
	const globs = exclude.filter((one) => typeof one === 'string');
	const places = exclude.filter((one) => typeof one !== 'string');
	const matchers = [
		...(globs.length > 0 ? [matcherBelow(fileKey(uri, ignoresCase), globs)] : []),
		...places.map((place) => matcherOfPlace(fileKey(place.uri, ignoresCase), place.glob)),
	];
	return (key) => matchers.some((matches) => matches(key));
}

function matcherOfPlace(base: string, glob: string): (key: string) => boolean {
	return glob === '' ? (key) => pathBelow(key, base) !== undefined : matcherBelow(base, [glob]);
}

/** A path is excluded with any folder that holds it: `drafts` means `drafts/a.bib` as well. */
function matcherBelow(base: string, globs: readonly string[]): (key: string) => boolean {
	const matches = globMatcher(globs);
	const isExcluded = (path: string): boolean =>
		matches(path) || matches(`${path}/`) || isFolderExcluded(parentOf(path));
	const folders = new Map<string, boolean>([['', false]]);
	const isFolderExcluded = (path: string): boolean => {
		const known = folders.get(path) ?? isExcluded(path);
		folders.set(path, known);
		return known;
	};
	return (key) => {
		const path = pathBelow(key, base);
		return path !== undefined && path !== '' && isExcluded(path);
	};
}

function parentOf(path: string): string {
	return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
