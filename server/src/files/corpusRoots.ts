/** Which files are the corpus: the globs and paths of `paperNotes.corpus`, prepared for walking and matching. */

import type { IdentityStatement } from '../corpus/identity/statedIdentity.ts';
import { fileKey } from '../util/fileKey.ts';
import { plainPath } from '../util/writtenPath.ts';
import { isBackup } from './backups.ts';
import { type Exclusion, exclusionMatcher } from './exclusions.ts';
import type { Files } from './files.ts';
import { globMatcher, pathBelow, writtenGlob } from './globs.ts';

/** A folder (or a single file) to search, and which files in it count. Plain data, since it is sent between threads. */
export interface CorpusRoot {
	readonly uri: string;
	/** Globs on paths relative to `uri`. An empty list matches everything. */
	readonly include: readonly string[];
	readonly exclude: readonly Exclusion[];
	/**
	 * Set if `uri` is one file. If there is a folder of that name, the files in it do not count. The globs are
	 * ignored.
	 */
	readonly isFile?: true;
	/** The URIs of the files and folders into which links may lead: `Files.limitLinks`. Undefined: everywhere. */
	readonly reach?: readonly string[];
	/** What people state about the papers of all roots. The same in each of them. */
	readonly statements?: readonly IdentityStatement[];
	/** Paths that the user named without wildcards and expects to exist. */
	readonly named?: readonly NamedPath[];
}

export interface NamedPath {
	readonly uri: string;
	/** As written in the settings. */
	readonly pattern: string;
}

/** What people state about the papers in these roots. */
export function statementsIn(roots: readonly CorpusRoot[]): readonly IdentityStatement[] {
	return roots[0]?.statements ?? [];
}

/** The patterns of one workspace folder. */
export interface CorpusPatterns {
	/** Empty if no folder is open. Then only patterns that lead outside the folder count. */
	readonly folder: string;
	readonly corpus: readonly string[];
	readonly exclude: readonly Exclusion[];
}

/**
 * The roots of the patterns: one for each workspace folder with all its relative patterns, and one for each pattern
 * that leads outside it (absolute, from `~`, or through `..`). The latter starts at the part of the path without
 * wildcards.
 */
export function corpusRoots(patterns: CorpusPatterns, home: string): CorpusRoot[] {
	const { folder, exclude } = patterns;
	const local: NamedPattern[] = [];
	const roots: CorpusRoot[] = [];
	for (const pattern of patterns.corpus) {
		const slashes = plainPath(pattern.replaceAll('\\', '/').trim());
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

/** The root of a single file that is named by something other than the settings. */
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

/** Which files belong to `root`, and which folders below it can be skipped. */
export interface RootMatcher {
	readonly takes: (uri: string) => boolean;
	readonly skips: (uri: string) => boolean;
}

/** A matcher for all roots together: it takes a file that any root takes and skips a folder that all roots skip. */
export function matcherOfAll(roots: readonly CorpusRoot[], disk: ComparedNames): RootMatcher {
	const matchers = roots.map((root) => matcherOf(root, disk));
	return {
		takes: (uri) => matchers.some(({ takes }) => takes(uri)),
		skips: (uri) => matchers.every(({ skips }) => skips(uri)),
	};
}

/** A matcher for `root`. It takes a backup only if it is named. `ignoresCase` says how the disk compares names. */
export function matcherOf(root: CorpusRoot, { ignoresCase }: ComparedNames): RootMatcher {
	const base = fileKey(root.uri, ignoresCase);
	if (root.isFile) {
		return { takes: (uri) => fileKey(uri, ignoresCase) === base, skips: () => true };
	}
	const included = root.include.length > 0 ? globMatcher(root.include) : () => true;
	const isExcluded = exclusionMatcher(root, ignoresCase);
	const named = new Set(root.named?.map(({ uri }) => fileKey(uri, ignoresCase)));
	return {
		skips: (uri) => isExcluded(fileKey(uri, ignoresCase)),
		takes: (uri) => {
			const key = fileKey(uri, ignoresCase);
			const path = pathBelow(key, base);
			const isWanted = path !== undefined && (path === '' || (included(path) && (!isBackup(key) || named.has(key))));
			return isWanted && !isExcluded(key);
		},
	};
}
