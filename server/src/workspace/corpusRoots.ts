/** Which files are the corpus: the globs and paths of `paperNotes.corpus`, made ready to walk and to match. */

import picomatch from 'picomatch';
import { URI } from 'vscode-uri';

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
	const local: string[] = [];
	const roots: CorpusRoot[] = [];
	for (const pattern of patterns.corpus.map((written) => written.replaceAll('\\', '/').trim())) {
		const outside = outsidePath(pattern, folder, home);
		if (outside !== undefined) {
			roots.push(outsideRoot(outside, patterns, pattern));
		} else if (pattern !== '' && folder !== '') {
			local.push(pattern.replace(/^\.\//, ''));
		}
	}
	if (local.length === 0) {
		return roots;
	}
	const named = local.filter((pattern) => !picomatch.scan(pattern).isGlob).map((pattern) => namedIn(folder, pattern));
	return [{ uri: folder, include: local.flatMap(withinFolder), exclude, named }, ...roots];
}

/** The root of one file that something other than the settings names. */
export function fileRoot(uri: string): CorpusRoot {
	return { uri, include: [], exclude: [], isFile: true };
}

function namedIn(folder: string, pattern: string): NamedPath {
	const base = URI.parse(folder);
	return { uri: base.with({ path: `${base.path}/${pattern.replace(/\/$/, '')}` }).toString(), pattern };
}

/** `papers` names a file or a folder, so it stands for `papers` and `papers/**`. */
function withinFolder(pattern: string): string[] {
	return picomatch.scan(pattern).isGlob ? [pattern] : [pattern, `${pattern.replace(/\/$/, '')}/**`];
}

/** The absolute path that `pattern` means when it does not stay within the folder; undefined when it does. */
function outsidePath(pattern: string, folder: string, home: string): string | undefined {
	const isUpward = pattern.startsWith('../') && folder !== '';
	return absolutePath(pattern, home) ?? (isUpward ? joined(URI.parse(folder).path, pattern) : undefined);
}

/** The path that is meant from the root, from a drive or from `~`; undefined for a relative one. Its separator is `/`. */
export function absolutePath(path: string, home: string): string | undefined {
	if (path === '~' || path.startsWith('~/')) {
		return URI.file(home).path + path.slice(1);
	}
	if (/^[a-z]:\//i.test(path)) {
		return URI.file(path).path;
	}
	return path.startsWith('/') ? path : undefined;
}

function joined(base: string, pattern: string): string {
	const parts = base.split('/');
	const steps = pattern.split('/');
	while (steps[0] === '..') {
		steps.shift();
		parts.pop();
	}
	return [...parts, ...steps].join('/');
}

function outsideRoot(path: string, { folder, exclude }: CorpusPatterns, pattern: string): CorpusRoot {
	const { base, glob, isGlob } = picomatch.scan(path);
	const uri = URI.parse(folder || 'file:///')
		.with({ path: isGlob ? base : path.replace(/(?<=.)\/$/, '') })
		.toString();
	return { uri, include: isGlob ? [glob] : [], exclude, named: [{ uri, pattern }] };
}

/** Files that `root` takes, and folders below it that need not be entered. */
export interface RootMatcher {
	readonly takes: (uri: string) => boolean;
	readonly skips: (uri: string) => boolean;
}

/** All roots together: what any of them takes, and folders that all of them skip. */
export function matcherOfAll(roots: readonly CorpusRoot[]): RootMatcher {
	const matchers = roots.map(matcherOf);
	return {
		takes: (uri) => matchers.some(({ takes }) => takes(uri)),
		skips: (uri) => matchers.every(({ skips }) => skips(uri)),
	};
}

export function matcherOf(root: CorpusRoot): RootMatcher {
	if (root.isFile) {
		return { takes: (uri) => uri === root.uri, skips: () => true };
	}
	const base = URI.parse(root.uri).path;
	const options = { dot: true, nocase: true };
	const included = root.include.length > 0 ? picomatch([...root.include], options) : () => true;
	const isExcluded = exclusionOf(root.exclude.length > 0 ? picomatch([...root.exclude], options) : () => false);
	return {
		skips: (uri) => isExcluded(relativePath(base, uri) ?? ''),
		takes: (uri) => {
			const path = relativePath(base, uri);
			return path !== undefined && (path === '' || included(path)) && !isExcluded(path);
		},
	};
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
function relativePath(base: string, uri: string): string | undefined {
	const path = URI.parse(uri).path;
	if (path === base) {
		return '';
	}
	return path.startsWith(base.endsWith('/') ? base : `${base}/`)
		? path.slice(base.length).replace(/^\//, '')
		: undefined;
}
