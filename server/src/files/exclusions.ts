/** Files and folders that are never read: the patterns of `paperNotes.exclude`, prepared for matching. */

import { fileKey } from '../util/fileKey.ts';
import { plainPath, slashed, type WrittenWhere } from '../util/writtenPath.ts';
import { globMatcher, pathBelow, writtenGlob } from './globs.ts';

/** A glob that counts below every root, or one excluded place. Plain data, since it is sent between threads. */
export type Exclusion = string | ExcludedPlace;

export interface ExcludedPlace {
	/** A file or a folder. */
	readonly uri: string;
	/** A glob on paths relative to `uri`. If empty, the place and everything in it are excluded. */
	readonly glob: string;
}

/**
 * The exclusions that patterns written for a folder mean. A pattern that is absolute, starts with `~` or goes through
 * `..` means one place.
 */
export function exclusionsOf(patterns: readonly string[], where: WrittenWhere): Exclusion[] {
	return patterns.map((written) => {
		const pattern = plainPath(slashed(written, where.home).trim()).replace(/^\.\//, '');
		const found = writtenGlob(pattern, where);
		return found?.isElsewhere ? { uri: found.uri, glob: found.glob } : pattern;
	});
}

/** A folder to search and what is excluded in it. */
export interface ExcludingRoot {
	readonly uri: string;
	readonly exclude: readonly Exclusion[];
}

/**
 * A function that says whether a file or folder is excluded from the root. It takes the `fileKey`, made with the same
 * `ignoresCase`.
 */
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

/** A path is also excluded if a folder that contains it is: `drafts` excludes `drafts/a.bib` as well. */
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
