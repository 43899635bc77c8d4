/** Types for what is used of the package `citeproc` (https://citeproc-js.readthedocs.io/), which has none. */

/** XML as the package reads it without a parser. */
export interface XmlTree {
	readonly name: string;
	readonly attrs: Readonly<Record<string, string>>;
	readonly children: readonly (XmlTree | string)[];
}

/** One paper of a citation. `position`: see `notePositions.ts`. */
export interface EngineCite {
	readonly id: string;
	readonly prefix?: string;
	readonly suffix?: string;
	readonly locator?: string;
	readonly label?: string;
	readonly position?: number;
	readonly 'near-note'?: boolean;
	readonly 'first-reference-note-number'?: number;
	readonly 'suppress-author'?: boolean;
	readonly 'author-only'?: boolean;
}

export interface EngineItem {
	/** The number in the bibliography, counted from 1. */
	readonly seq: number;
	/** How many names, first names and which year suffix tell the paper from others. */
	readonly disambig: unknown;
}

export interface Engine {
	readonly opt: {
		readonly xclass: string;
		readonly development_extensions: { wrap_url_and_doi: boolean };
	};
	readonly bibliography: { readonly opt: Readonly<Record<string, unknown>>; readonly tokens: readonly unknown[] };
	readonly citation: { readonly opt: Readonly<Record<string, unknown>> };
	readonly registry: {
		readonly registry: Readonly<Record<string, EngineItem>>;
		getSortedIds(): string[];
	};
	setOutputFormat(format: 'html' | 'text'): void;
	/** The papers that are cited, in order. Numbers them and tells those apart that look alike. */
	updateItems(ids: readonly string[]): void;
	makeCitationCluster(cites: readonly EngineCite[]): string;
	/** `false` if the style has no bibliography. */
	makeBibliography(filter?: {
		readonly include: readonly { readonly field: 'id'; readonly value: string }[];
	}): false | readonly [parameters: { readonly entry_ids: readonly (readonly string[])[] }, entries: readonly string[]];
	getTerm(name: string): string;
}

export interface EngineSystem {
	retrieveLocale(language: string): XmlTree | undefined;
	retrieveItem(id: string): object | undefined;
}

export interface Citeproc {
	readonly Engine: new (system: EngineSystem, style: XmlTree | string, locale: string, force: boolean) => Engine;
	readonly POSITION_FIRST: number;
	/** The package prints what it stumbles over. */
	debug: (text: string) => void;
	error: (text: string) => void;
}
