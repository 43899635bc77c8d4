/** Other readers of BibTeX from the npm registry, each as its own README calls it. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Reads the text of a file; its entries, as it gives them. */
export type PeerReader = (text: string) => readonly unknown[];

/** Outside the folders that compiler and linter look into. */
const PLACE = join(import.meta.dirname, '../../node_modules/.cache/bench-peers');
const LOADER = join(PLACE, 'load.mjs');

/** Installs the peers where they are not yet; false where the registry cannot be reached. */
export function installPeers(): boolean {
	if (existsSync(LOADER)) {
		return true;
	}
	mkdirSync(PLACE, { recursive: true });
	for (const name of ['package.json', 'package-lock.json']) {
		copyFileSync(join(import.meta.dirname, 'peers', name), join(PLACE, name));
	}
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const isInstalled = spawnSync('npm', args, { cwd: PLACE, stdio: 'inherit' }).status === 0;
	if (isInstalled) {
		// A module of their folder finds them by their names.
		writeFileSync(`${LOADER}.part`, 'export const load = (name) => import(name);\n');
		renameSync(`${LOADER}.part`, LOADER);
	}
	return isInstalled;
}

async function load<T>(name: string): Promise<T> {
	const loader = (await import(pathToFileURL(LOADER).href)) as { load(name: string): Promise<T> };
	return loader.load(name);
}

interface CitationJs {
	readonly Cite: new (text: string) => { readonly data: readonly unknown[] };
}

interface CslConverter {
	readonly BibLatexParser: new (text: string, options: object) => { parse(): { readonly entries: object } };
	readonly CSLExporter: new (entries: object) => { parse(): Readonly<Record<string, unknown>> };
}

interface Retorquere {
	parse(text: string, options?: object): { readonly entries: readonly unknown[] };
}

/** By name, each loaded when it is asked for: a process measures one. */
export const PEERS: Readonly<Record<string, () => Promise<PeerReader>>> = {
	'bibtex-parse': async () => (await load<{ entries: PeerReader }>('bibtex-parse')).entries,
	'astrocite-bibtex': async () => (await load<{ parse: PeerReader }>('astrocite-bibtex')).parse,
	'@citation-js/plugin-bibtex': async () => {
		const { Cite } = await load<CitationJs>('@citation-js/core');
		await load('@citation-js/plugin-bibtex');
		return (text) => new Cite(text).data;
	},
	'biblatex-csl-converter': async () => {
		const { BibLatexParser, CSLExporter } = await load<CslConverter>('biblatex-csl-converter');
		return (text) => {
			const { entries } = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
			return Object.values(new CSLExporter(entries).parse());
		};
	},
	'@retorquere/bibtex-parser': async () => {
		const { parse } = await load<Retorquere>('@retorquere/bibtex-parser');
		return (text) => parse(text).entries;
	},
	'@retorquere/bibtex-parser, raw': async () => {
		const { parse } = await load<Retorquere>('@retorquere/bibtex-parser');
		return (text) => parse(text, { raw: true }).entries;
	},
};
