/**
 * One citation style in one language, kept alive: making an engine takes up to a second, what it renders later a few
 * milliseconds. Only what an edit changes is rendered again.
 */

import type { Citeproc, Engine, EngineCite, XmlTree } from './citeproc.ts';
import { type CitePosition, notePositions } from './notePositions.ts';
import type { Cite, CslData, Rendering, RenderOrder } from './rendering.ts';
import { safeHtml } from './safeHtml.ts';

/** What citeproc writes where nothing is left: for the authors in a style of numbers, for the rest in one of authors alone. */
const NO_TEXT = 'NO_PRINTED_FORM';

/** CSL's default for `near-note-distance`. */
const NEAR_NOTES = 5;

export interface StyleData {
	readonly style: XmlTree | string;
	readonly locale: string;
	readonly localeOf: (language: string) => XmlTree | undefined;
}

export class StyleEngine {
	readonly #engine: Engine;
	/** By the number in an id: `p3` is the third. */
	readonly #items: CslData[] = [];
	readonly #idOf = new Map<string, string>();
	/** The papers that the engine has numbered. */
	#used = '';
	#citations: ReadonlyMap<string, string> = new Map();
	#entries: ReadonlyMap<string, string> = new Map();

	/** Throws, or never ends, if the style is broken. */
	constructor(citeproc: Citeproc, { style, locale, localeOf }: StyleData) {
		citeproc.debug = () => undefined;
		citeproc.error = (text) => {
			throw new Error(text);
		};
		const system = {
			retrieveLocale: localeOf,
			retrieveItem: (id: string) => ({ ...this.#items[Number(id.slice(1))], id }),
		};
		this.#engine = new citeproc.Engine(system, style, locale || 'en-US', locale !== '');
		this.#engine.opt.development_extensions.wrap_url_and_doi = true;
	}

	/** How many papers it has seen. They stay in memory. */
	get papers(): number {
		return this.#items.length;
	}

	render(order: RenderOrder): Rendering {
		const ids = order.papers.map((paper) => this.#id(paper));
		const placeOf = new Map(ids.map((id, place) => [id, place]));
		const idAt = (place: number): string => ids[place] ?? '';
		const cited = order.citations.flatMap((cites) => cites.map(({ paper }) => idAt(paper)));
		const used = [...new Set([...cited, ...order.listed.map(idAt)])];
		this.#engine.setOutputFormat(order.format);
		// Half a second for 500 papers, and most edits do not change what is cited.
		if (used.join() !== this.#used) {
			this.#used = used.join();
			this.#engine.updateItems(used);
		}
		const citations = this.#renderCitations(order, idAt);
		const entries = this.#renderEntries(order).map(({ id, text }) => ({ paper: placeOf.get(id) ?? 0, text }));
		const isComplete = entries.every(({ text }) => text !== undefined);
		const leads = this.#isNoteStyle ? order.citations.map((cites) => this.#lead(cites[0], idAt, order.format)) : [];
		return { isNoteStyle: this.#isNoteStyle, citations, leads, entries, isComplete };
	}

	/** What stands in the sentence before the number of the note. */
	#lead(cite: Cite | undefined, idAt: (place: number) => string, format: RenderOrder['format']): string {
		return cite?.mode === 'inText' ? this.#authors(idAt(cite.paper), format) : '';
	}

	get #isNoteStyle(): boolean {
		return this.#engine.opt.xclass === 'note';
	}

	#id(paper: CslData): string {
		const text = JSON.stringify(paper);
		const id = this.#idOf.get(text) ?? `p${this.#items.push(paper) - 1}`;
		this.#idOf.set(text, id);
		return id;
	}

	#renderCitations(order: RenderOrder, idAt: (place: number) => string): string[] {
		const distance = Number(this.#engine.citation.opt['near-note-distance']) || NEAR_NOTES;
		const positions = this.#isNoteStyle ? notePositions(order.citations, distance) : [];
		const rendered = new Map<string, string>();
		const texts = order.citations.map((cites, index) => {
			const engineCites = cites.map((cite, place) => engineCite(cite, idAt(cite.paper), positions[index]?.[place]));
			const isInText = cites[0]?.mode === 'inText';
			const key = JSON.stringify([
				order.format,
				isInText,
				engineCites,
				cites.map(({ paper }) => this.#state(idAt(paper))),
			]);
			const text = rendered.get(key) ?? this.#citations.get(key) ?? this.#citation(engineCites, isInText, order.format);
			rendered.set(key, text);
			return text;
		});
		this.#citations = rendered;
		return texts;
	}

	/** What of the other papers shows in the text of this one: its number and what tells it from them. */
	#state(id: string): unknown {
		const item = this.#engine.registry.registry[id];
		return [item?.seq, item?.disambig];
	}

	#citation(cites: readonly EngineCite[], isInText: boolean, format: RenderOrder['format']): string {
		const [first] = cites;
		// In a note style the authors stand in the sentence, and the note is complete.
		if (!isInText || !first || this.#isNoteStyle) {
			return this.#cluster(cites, format);
		}
		const { prefix = '', ...named } = first;
		const written = this.#cluster([{ id: first.id, 'author-only': true }], format);
		const namesAuthors = written.trim() !== '' && !written.includes(NO_TEXT);
		const rest = namesAuthors ? { ...named, 'suppress-author': true } : named;
		const cluster = this.#cluster([rest, ...cites.slice(1)], format);
		const parts = [
			this.#plain(prefix.trimEnd(), format),
			namesAuthors ? written : this.#authors(first.id, format),
			// MLA has nothing but the authors.
			cluster.includes(NO_TEXT) ? '' : cluster,
		];
		return parts.filter(Boolean).join(' ');
	}

	#plain(text: string, format: RenderOrder['format']): string {
		return format === 'html' ? safeHtml(text.replaceAll('&', '&#38;')) : text.replace(/<\/?[ib]>/g, '');
	}

	#cluster(cites: readonly EngineCite[], format: RenderOrder['format']): string {
		const text = this.#engine.makeCitationCluster(cites);
		return format === 'html' ? safeHtml(text) : text;
	}

	/** The authors as a sentence names them, for styles whose citations are numbers: `Zeng & Lee`, `Zeng et al.` */
	#authors(id: string, format: RenderOrder['format']): string {
		const item = this.#items[Number(id.slice(1))] ?? {};
		const people = [item['author'], item['editor']].find(Array.isArray) ?? [];
		const [first = '', second = '', ...others] = people.map(familyOf);
		const written =
			others.length > 0
				? `${first} ${this.#engine.getTerm('et-al')}`
				: [first, second].filter(Boolean).join(` ${this.#engine.getTerm('and')} `);
		return this.#plain(written, format);
	}

	#renderEntries(order: RenderOrder): { readonly id: string; readonly text: string | undefined }[] {
		const until = Date.now() + order.entriesMs;
		const kept = new Map<string, string>();
		const sorted = this.#engine.registry.getSortedIds();
		const entries = sorted.map((id, index) => {
			const before = this.#replacesNames ? sorted[index - 1] : undefined;
			const key = JSON.stringify([order.format, id, this.#state(id), before]);
			const known = this.#entries.get(key);
			const text = known ?? (Date.now() < until ? this.#entry(id, before, order.format) : undefined);
			if (text !== undefined) {
				kept.set(key, text);
			}
			return { id, text };
		});
		this.#entries = kept;
		return entries;
	}

	/** Whether the list writes a dash for authors who are those of the entry before. */
	get #replacesNames(): boolean {
		return this.#engine.bibliography.opt['subsequent-author-substitute'] !== undefined;
	}

	#entry(id: string, before: string | undefined, format: RenderOrder['format']): string {
		const include = [before, id].flatMap((value) => (value === undefined ? [] : [{ field: 'id' as const, value }]));
		const made = this.#engine.makeBibliography({ include });
		const [{ entry_ids: ids }, texts] = made || [{ entry_ids: [] }, []];
		const text = texts[ids.findIndex((names) => names.includes(id))]?.trim() ?? '';
		return format === 'html' ? safeHtml(text) : text;
	}
}

function engineCite({ mode, paper: _, ...words }: Cite, id: string, position: CitePosition | undefined): EngineCite {
	const { prefix, suffix } = words;
	return {
		...words,
		id,
		...position,
		...(prefix === undefined ? {} : { prefix: `${prefix} ` }),
		...(suffix === undefined ? {} : { suffix: /^[,;.:]/.test(suffix) ? suffix : `, ${suffix}` }),
		...(mode === 'suppressAuthor' ? { 'suppress-author': true } : {}),
	};
}

function familyOf(name: unknown): string {
	const { family, literal } = (name ?? {}) as { readonly family?: string; readonly literal?: string };
	return family ?? literal ?? '';
}
