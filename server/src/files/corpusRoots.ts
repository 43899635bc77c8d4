/** Which files are the corpus: the globs and paths of `paperNotes.corpus`, made ready to walk and to match. */

import { fileKey } from '../util/fileKey.ts';
import { type Exclusion, exclusionMatcher } from './exclusions.ts';
import type { Files } from './files.ts';
import { globMatcher, pathBelow, writtenGlob } from './globs.ts';

/** A folder (or a single file) to look through, and which files in it count. Plain data: it crosses threads. */
export interface CorpusRoot {
	readonly uri: string;
	/** Globs on paths relative to `uri`; an empty list takes everything. */
	readonly include: readonly string[];
	readonly exclude: readonly Exclusion[];
	/** `uri` is one file: what lies below a folder of that name does not count, nor do the globs. */
	readonly isFile?: true;
	/** What people have named outright, and expect to be there. */
	readonly named?: readonly NamedPath[];
}

export interface NamedPath {
	readonly uri: string;
	/** As it is written in the settings. */
	readonly pattern: string;
}

/** What one workspace folder asks for. */
export interface CorpusPatterns {
	/** Empty where none is open: then only patterns that lead elsewhere count. */
	readonly folder: string;
	readonly corpus: readonly string[];
	readonly exclude: readonly Exclusion[];
}

/**
 * One root for each workspace folder with all its relative patterns, and one for each pattern that leads elsewhere
 * (absolute, from `~`, or through `..`), begun at the part of the path that holds no wildcard.
 */
export function corpusRoots(patterns: CorpusPatterns, home: string): CorpusRoot[] {
	const { folder, exclude } = patterns;
	const local: NamedPattern[] = [];
	const roots: CorpusRoot[] = [];
	for (const pattern of patterns.corpus) {
		const slashes = pattern.replaceAll('\\', '/').trim();
		const { uri, glob, isElsewhere } = writtenGlob(slashes, { folder, home }) ?? {};
		if (uri !== undefined && isElsewhere) {
			roots.push({ uri, include: glob ? [glob] : [], exclude, named: [{ uri, pattern }] });
		} else if (uri !== undefined) {
			local.push({ uri, pattern, glob: slashes.replace(/^\.\//, ''), isGlob: glob !== '' });
		}
	}
	if (local.length === 0) {
		return roots;
	}
	const named = local.filter(({ isGlob }) => !isGlob).map(({ uri, pattern }) => ({ uri, pattern }));
	return [{ uri: folder, include: local.flatMap(withinFolder), exclude, named }, ...roots];
}

/** The root of one file that something other than the settings names. */
export function fileRoot(uri: string): CorpusRoot {
	return { uri, include: [], exclude: [], isFile: true };
}

interface NamedPattern extends NamedPath {
	/** Relative to the folder. */
	readonly glob: string;
	readonly isGlob: boolean;
}

/** `papers` names a file or a folder, so it stands for `papers` and `papers/**`. */
function withinFolder({ glob, isGlob }: NamedPattern): string[] {
	return isGlob ? [glob] : [glob, `${glob.replace(/\/$/, '')}/**`];
}

/** How the disk compares names. */
export type ComparedNames = Pick<Files, 'ignoresCase'>;

/** Files that `root` takes, and folders below it that need not be entered. */
export interface RootMatcher {
	readonly takes: (uri: string) => boolean;
	readonly skips: (uri: string) => boolean;
}

/** All roots together: what any of them takes, and folders that all of them skip. */
export function matcherOfAll(roots: readonly CorpusRoot[], disk: ComparedNames): RootMatcher {
	const matchers = roots.map((root) => matcherOf(root, disk));
	return {
		takes: (uri) => matchers.some(({ takes }) => takes(uri)),
		skips: (uri) => matchers.every(({ skips }) => skips(uri)),
	};
}

/** What `root` takes on a disk that compares names so. */
export function matcherOf(root: CorpusRoot, { ignoresCase }: ComparedNames): RootMatcher {
	const base = fileKey(root.uri, ignoresCase);
	if (root.isFile) {
		return { takes: (uri) => fileKey(uri, ignoresCase) === base, skips: () => true };
	}
	const included = root.include.length > 0 ? globMatcher(root.include) : () => true;
	const isExcluded = exclusionMatcher(root, ignoresCase);
	return {
		skips: (uri) => isExcluded(fileKey(uri, ignoresCase)),
		takes: (uri) => {
			const key = fileKey(uri, ignoresCase);
			const path = pathBelow(key, base);
			return path !== undefined && (path === '' || included(path)) && !isExcluded(key);
		},
	};
}
