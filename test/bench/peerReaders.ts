/** Other readers of BibTeX from the npm registry, each as its own README calls it. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Reads the text of a file; its entries, as it gives them. */
export type PeerReader = (text: string) => readonly unknown[];

const ROOT = join(import.meta.dirname, '../..');
/** Outside the folders that compiler and linter look into. */
const PLACE = join(ROOT, 'node_modules/.cache/bench-peers');

/** Installs the peers where they are not yet; false where the registry cannot be reached. */
export function installPeers(): boolean {
	const manifest = join(PLACE, 'package.json');
	if (existsSync(manifest)) {
		return true;
	}
	mkdirSync(PLACE, { recursive: true });
	copyFileSync(join(import.meta.dirname, 'peers/package-lock.json'), join(PLACE, 'package-lock.json'));
	const partial = join(PLACE, 'package.json');
	copyFileSync(join(import.meta.dirname, 'peers/package.json'), partial);
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const isInstalled = spawnSync('npm', args, { cwd: PLACE, stdio: 'inherit' }).status === 0;
	if (!isInstalled) {
		renameSync(partial, join(PLACE, 'package.failed.json'));
	}
	return isInstalled;
}

const load = createRequire(join(PLACE, 'package.json'));

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
export const PEERS: Readonly<Record<string, () => PeerReader>> = {
	'bibtex-parse': () => (load('bibtex-parse') as { entries: PeerReader }).entries,
	'astrocite-bibtex': () => (load('astrocite-bibtex') as { parse: PeerReader }).parse,
	'@citation-js/plugin-bibtex': () => {
		const { Cite } = load('@citation-js/core') as CitationJs;
		load('@citation-js/plugin-bibtex');
		return (text) => new Cite(text).data;
	},
	'biblatex-csl-converter': () => {
		const { BibLatexParser, CSLExporter } = load('biblatex-csl-converter') as CslConverter;
		return (text) => {
			const { entries } = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
			return Object.values(new CSLExporter(entries).parse());
		};
	},
	'@retorquere/bibtex-parser': () => {
		const { parse } = load('@retorquere/bibtex-parser') as Retorquere;
		return (text) => parse(text).entries;
	},
	'@retorquere/bibtex-parser, raw': () => {
		const { parse } = load('@retorquere/bibtex-parser') as Retorquere;
		return (text) => parse(text, { raw: true }).entries;
	},
};
