/** Other readers of BibTeX from the npm registry, each as its own README calls it. */

import { loadPeer } from './peers.ts';

/** Reads the text of a file; its entries, as it gives them. */
export type PeerReader = (text: string) => readonly unknown[];

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
	'bibtex-parse': async () => (await loadPeer<{ entries: PeerReader }>('bibtex-parse')).entries,
	'astrocite-bibtex': async () => (await loadPeer<{ parse: PeerReader }>('astrocite-bibtex')).parse,
	'@citation-js/plugin-bibtex': async () => {
		const { Cite } = await loadPeer<CitationJs>('@citation-js/core');
		await loadPeer('@citation-js/plugin-bibtex');
		return (text) => new Cite(text).data;
	},
	'biblatex-csl-converter': async () => {
		const { BibLatexParser, CSLExporter } = await loadPeer<CslConverter>('biblatex-csl-converter');
		return (text) => {
			const { entries } = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
			return Object.values(new CSLExporter(entries).parse());
		};
	},
	'@retorquere/bibtex-parser': async () => {
		const { parse } = await loadPeer<Retorquere>('@retorquere/bibtex-parser');
		return (text) => parse(text).entries;
	},
	'@retorquere/bibtex-parser, raw': async () => {
		const { parse } = await loadPeer<Retorquere>('@retorquere/bibtex-parser');
		return (text) => parse(text, { raw: true }).entries;
	},
};
