/** Globs: where a glob starts on a disk, and what it matches below that place. */

import picomatch from 'picomatch';
import { isBelow } from '../util/isBelow.ts';
import { isAbsolutePath, type WrittenWhere, writtenUri } from '../util/writtenPath.ts';

/** A glob and the place on a disk where it starts. */
export interface WrittenGlob {
	/** The URI of the part of the path without wildcards. */
	readonly uri: string;
	/** The rest of the path; empty for a path without wildcards. */
	readonly glob: string;
	/** Whether it leads outside the folder: it is absolute, starts with `~`, or goes through `..`. */
	readonly isElsewhere: boolean;
}

/**
 * The meaning of `written`, a path or a glob with `/` between its names. Undefined if `writtenUri` gives no place for
 * it.
 */
export function writtenGlob(written: string, where: WrittenWhere): WrittenGlob | undefined {
	const { base, glob, isGlob } = picomatch.scan(written);
	const uri = writtenUri(isGlob ? base || '.' : written, where);
	const isElsewhere = isAbsolutePath(written) || base.split('/').includes('..');
	return uri === undefined ? undefined : { uri, glob: isGlob ? glob : '', isElsewhere };
}

/** A function that says whether a path matches one of the globs. The path is relative to the place where they start. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
	const matchers = globs.map((glob) => ({
		ending: endingOf(glob),
		// `s`: a name may contain a line end.
		matches: picomatch(glob.normalize(), { dot: true, flags: 'is' }),
	}));
	return (path) => {
		const lower = path.toLowerCase();
		return matchers.some(({ ending, matches }) => (ending === '' || lower.endsWith(ending)) && matches(path));
	};
}

/**
 * The ending of all paths that match: `.bib` for `**\/*.bib`, empty for other globs. Most files of a folder end otherwise,
 * and looking at the end takes a fiftieth of the time.
 */
function endingOf(glob: string): string {
	return /^(?:\*\*\/)?\*(\.\w+)$/.exec(glob)?.[1]?.toLowerCase() ?? '';
}

/** The path of `file` below `base`, such as `papers/a.bib`. Empty for `base` itself; undefined for a file elsewhere. */
export function pathBelow(file: string, base: string): string | undefined {
	return isBelow(file, base) ? file.slice(base.length).replace(/^\//, '') : undefined;
}
