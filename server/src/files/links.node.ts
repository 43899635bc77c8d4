/**
 * Where links lead on this disk, and how far they may lead. Only the person at the keyboard may let a link lead out of
 * the open folders: what comes with a folder could otherwise make us read any file.
 */

import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { realpath } from './diskAccess.node.ts';

export class Links {
	/** The paths into which links may lead, as given and without links. Undefined: everywhere. */
	#reach: readonly { readonly path: string; readonly real: string }[] | undefined;
	/** The links found so far, and where they lead. */
	readonly #found = new Map<string, string>();

	/** From now on, links below these files and folders may lead only into these. */
	limit(paths: readonly string[]): void {
		this.#reach = paths.map((path) => ({ path, real: realPath(path) ?? path }));
	}

	/** Where `path` leads if a link takes it out of reach; otherwise undefined. */
	async outside(path: string): Promise<string | undefined> {
		return this.#isLimited(path) ? this.#beyond(await realpath(path).catch(() => undefined)) : undefined;
	}

	/** The same for a path of which it is known what it is without links; undefined for a dead link. */
	outOfReach(path: string, real: string | undefined): string | undefined {
		return this.#isLimited(path) ? this.#beyond(real) : undefined;
	}

	/** The same, where waiting is not possible. */
	outsideNow(path: string): string | undefined {
		return this.#isLimited(path) ? this.#beyond(realPath(path)) : undefined;
	}

	/** Remembers a link that is followed. */
	async keep(link: string): Promise<void> {
		const real = await realpath(link).catch(() => undefined);
		if (real !== undefined) {
			this.#found.set(link, real);
		}
	}

	/** The files and folders into which the links found so far lead. */
	targets(): readonly string[] {
		return [...new Set(this.#found.values())];
	}

	/** Other paths of the file or folder `path`, through the links found so far. */
	leadingTo(path: string): readonly string[] {
		return [...this.#found].flatMap(([link, real]) => (isWithin(path, real) ? [link + path.slice(real.length)] : []));
	}

	#isLimited(path: string): boolean {
		return this.#reach?.some((one) => isWithin(path, one.path)) ?? false;
	}

	#beyond(real: string | undefined): string | undefined {
		return real === undefined || this.#reach?.some((one) => isWithin(real, one.real)) ? undefined : real;
	}
}

function realPath(path: string): string | undefined {
	try {
		return realpathSync.native(path);
	} catch {
		return undefined;
	}
}

function isWithin(path: string, folder: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
