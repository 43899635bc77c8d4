/** Which files are the corpus: the globs and paths of `paperNotes.corpus`, made ready to walk and to match. */

import picomatch from 'picomatch';
import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import type { Files } from './files.ts';
import { isAbsolutePath, writtenUri } from './writtenPath.ts';

/** A folder (or a single file) to look through, and which files in it count. Plain data: it crosses threads. */
export interface CorpusRoot {
	readonly uri: string;
	/** Globs on paths relative to `uri`; an empty list takes everything. */
	readonly include: readonly string[];
	readonly exclude: readonly string[];
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
	readonly exclude: readonly string[];
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
		const { base, glob, isGlob } = picomatch.scan(slashes);
		const uri = writtenUri(isGlob ? base || '.' : slashes, { folder, home });
		if (uri !== undefined && (isAbsolutePath(slashes) || base.split('/').includes('..'))) {
			roots.push({ uri, include: isGlob ? [glob] : [], exclude, named: [{ uri, pattern }] });
		} else if (uri !== undefined) {
			local.push({ uri, pattern, glob: slashes.replace(/^\.\//, ''), isGlob });
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
	const isExcluded = exclusionOf(root.exclude.length > 0 ? globMatcher(root.exclude) : () => false);
	const relativePath = (uri: string): string | undefined => pathBelow(fileKey(uri, ignoresCase), base);
	return {
		skips: (uri) => isExcluded(relativePath(uri) ?? ''),
		takes: (uri) => {
			const path = relativePath(uri);
			return path !== undefined && (path === '' || included(path)) && !isExcluded(path);
		},
	};
}

function globMatcher(globs: readonly string[]): (path: string) => boolean {
	return picomatch(
		globs.map((glob) => glob.normalize()),
		{ dot: true, nocase: true },
	);
}

/** A path is excluded with any folder that holds it: `drafts` means `drafts/a.bib` as well. */
function exclusionOf(excluded: (path: string) => boolean): (path: string) => boolean {
	const folders = new Map<string, boolean>([['', false]]);
	const isFolderExcluded = (path: string): boolean => {
		const known = folders.get(path);
		if (known !== undefined) {
			return known;
		}
		const result = excluded(path) || excluded(`${path}/`) || isFolderExcluded(parentOf(path));
		folders.set(path, result);
		return result;
	};
	return (path) => path !== '' && (excluded(path) || excluded(`${path}/`) || isFolderExcluded(parentOf(path)));
}

function parentOf(path: string): string {
	return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** `papers/a.bib` for a file below `base`; the empty path for `base` itself; undefined for what lies elsewhere. */
function pathBelow(file: string, base: string): string | undefined {
	return isBelow(file, base) ? file.slice(base.length).replace(/^\//, '') : undefined;
}
