/** The engines of the styles and languages in use. */

import { renderingMessages } from '../messages/rendering.ts';
import type { Citeproc, XmlTree } from './citeproc.ts';
import type { Rendered, RenderOrder, StyleSource } from './rendering.ts';
import { type ShippedTree, xmlTree } from './shippedTree.ts';
import { StyleEngine } from './styleEngine.ts';

/** Notes of one project share a style; an engine takes some ten megabytes. */
const MAX_ENGINES = 4;

/** After so many papers an engine is made anew, because it forgets none. */
const MAX_PAPERS = 20_000;

export interface ShippedData {
	/** A style, or a locale as `locales/en-US`; undefined if there is none of this name. */
	readonly read: (name: string) => ShippedTree | undefined;
}

export class StyleEngines {
	readonly #citeproc: () => Citeproc;
	readonly #shipped: ShippedData;
	/** The one used last is the last. */
	readonly #engines = new Map<string, StyleEngine>();

	constructor(citeproc: () => Citeproc, shipped: ShippedData) {
		this.#citeproc = citeproc;
		this.#shipped = shipped;
	}

	render(order: RenderOrder): Rendered {
		const name = JSON.stringify([order.style, order.locale]);
		try {
			const engine = this.#engines.get(name) ?? this.#open(order.style, order.locale);
			this.#engines.delete(name);
			const rendering = engine.render(order);
			if (engine.papers < MAX_PAPERS) {
				this.#keep(name, engine);
			}
			return rendering;
		} catch (error) {
			// After an error an engine may be in any state. The package throws strings, too.
			this.#engines.delete(name);
			return { fault: reasonOf(error) };
		}
	}

	#keep(name: string, engine: StyleEngine): void {
		this.#engines.set(name, engine);
		const [oldest = name] = this.#engines.keys();
		if (this.#engines.size > MAX_ENGINES) {
			this.#engines.delete(oldest);
		}
	}

	#open(source: StyleSource, locale: string): StyleEngine {
		const style = 'xml' in source ? source.xml : this.#tree(source.shipped);
		return new StyleEngine(this.#citeproc(), { style, locale, localeOf: (language) => this.#locale(language) });
	}

	/** The locale, or another one of its language. American English always exists. */
	#locale(language: string): XmlTree {
		const [base = ''] = language.split('-');
		const names = [language, MAIN_LOCALES[base] ?? `${base}-${base.toUpperCase()}`, base, 'en-US'];
		const found = names.map((name) => this.#shipped.read(`locales/${name}`)).find((tree) => tree !== undefined);
		return xmlTree(found ?? { n: 'locale' });
	}

	#tree(name: string): XmlTree {
		const tree = this.#shipped.read(name);
		if (!tree) {
			throw new Error(name);
		}
		return xmlTree(tree);
	}
}

/** Where the main locale of a language is not that of the country of the same name. */
const MAIN_LOCALES: Readonly<Record<string, string>> = {
	en: 'en-US',
	zh: 'zh-CN',
	ja: 'ja-JP',
	ko: 'ko-KR',
	cs: 'cs-CZ',
	da: 'da-DK',
	el: 'el-GR',
	et: 'et-EE',
	fa: 'fa-IR',
	he: 'he-IL',
	nb: 'nb-NO',
	no: 'nb-NO',
	nn: 'nn-NO',
	sl: 'sl-SI',
	sr: 'sr-RS',
	sv: 'sv-SE',
	uk: 'uk-UA',
	vi: 'vi-VN',
	ca: 'ca-AD',
};

/** What the package says of a style, which it throws as text. Its other errors say nothing to people. */
function reasonOf(error: unknown): string {
	const said = error instanceof Error && error.constructor === Error ? error.message : error;
	return typeof said === 'string' ? (said.split('\n')[0] ?? '') : renderingMessages.invalid;
}
