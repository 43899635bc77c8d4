/** Globs: where one begins that someone has written, and what it matches below that. */

import picomatch from 'picomatch';
import { isBelow } from '../util/isBelow.ts';
import { isAbsolutePath, type WrittenWhere, writtenUri } from '../util/writtenPath.ts';

/** Where on a disk a glob begins. */
export interface WrittenGlob {
	/** Of the part of the path that holds no wildcard. */
	readonly uri: string;
	/** What follows it; empty for a path without wildcards. */
	readonly glob: string;
	/** It leads elsewhere than into the folder: it is absolute, from `~`, or goes through `..`. */
	readonly isElsewhere: boolean;
}

/** What `written`, a path or a glob with `/` between its names, means; undefined where `writtenUri` knows no place for it. */
export function writtenGlob(written: string, where: WrittenWhere): WrittenGlob | undefined {
	const { base, glob, isGlob } = picomatch.scan(written);
	const uri = writtenUri(isGlob ? base || '.' : written, where);
	const isElsewhere = isAbsolutePath(written) || base.split('/').includes('..');
	return uri === undefined ? undefined : { uri, glob: isGlob ? glob : '', isElsewhere };
}

/** Whether a path, relative to where the globs begin, matches one of them. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
	return picomatch(
		globs.map((glob) => glob.normalize()),
		{ dot: true, nocase: true },
	);
}

/** `papers/a.bib` for a file below `base`; the empty path for `base` itself; undefined for what lies elsewhere. */
export function pathBelow(file: string, base: string): string | undefined {
	return isBelow(file, base) ? file.slice(base.length).replace(/^\//, '') : undefined;
}
