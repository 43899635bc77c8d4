/** Search engines of others from the npm registry, each as its own README sets it up for search while one types. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPeer } from './peers.ts';
import type { SearchedPaper } from './searchCorpus.ts';
import { type Ask, FOUND, type SearchEngine } from './searchEngine.ts';

/** What they are given of a paper. */
interface Document {
	readonly id: number;
	readonly title: string;
	readonly authors: string;
	readonly year: string;
	readonly abstract?: string;
}

function documentOf({ added, title, authors, year, abstract }: SearchedPaper): Document {
	const names = { id: added, title, authors: authors.join(' '), year: String(year) };
	return abstract === undefined ? names : { ...names, abstract };
}

export const MINI_SEARCH: SearchEngine = miniSearch({ name: 'MiniSearch', abstracts: false });
export const MINI_SEARCH_ABSTRACTS: SearchEngine = miniSearch({ name: 'MiniSearch, abstracts too', abstracts: true });

interface MiniSearchIndex {
	addAll(documents: readonly Document[]): void;
	search(query: string, options: object): readonly { readonly id: number }[];
}

interface MiniSearchModule {
	readonly default: {
		new (options: object): MiniSearchIndex;
		loadJSON(json: string, options: object): MiniSearchIndex;
	};
}

/** Every word a prefix, all of them wanted, and near words as its README has it: not for short ones. */
function miniSearch({ name, abstracts }: Pick<SearchEngine, 'name' | 'abstracts'>): SearchEngine {
	const options = { fields: ['title', 'authors', 'year', ...(abstracts ? ['abstract'] : [])] };
	const exact = { prefix: true, combineWith: 'AND' };
	const near = { ...exact, fuzzy: (term: string) => (term.length > 3 ? 0.2 : false) };
	const askOf =
		(index: MiniSearchIndex): Ask =>
		(query, { hasTypo }) =>
			index
				.search(query, hasTypo ? near : exact)
				.slice(0, FOUND)
				.map(({ id }) => id);
	const module = (): Promise<MiniSearchModule> => loadPeer<MiniSearchModule>('minisearch');
	return {
		name,
		abstracts,
		load: module,
		create: async (folder) => {
			const index = new (await module()).default(options);
			return {
				add: (papers) => index.addAll(papers.map(documentOf)),
				finish: () => askOf(index),
				save: () => writeFileSync(join(folder, 'index.json'), JSON.stringify(index)),
			};
		},
		open: async (folder) => askOf((await module()).default.loadJSON(readText(folder, 'index.json'), options)),
	};
}

interface FlexSearchIndex {
	add(id: number, text: string): unknown;
	search(query: string, options: object): readonly number[];
	export(write: (key: string, data: string | undefined) => void): Promise<void>;
	import(key: string, data: string): Promise<void> | void;
}

interface FlexSearchModule {
	readonly Index: new (options: object) => FlexSearchIndex;
}

/** One text of all fields: its index of several fields wants all words of a query in one of them. */
export const FLEX_SEARCH: SearchEngine = {
	name: 'FlexSearch',
	abstracts: false,
	load: emptyFlexSearch,
	create: async (folder) => {
		const index = await emptyFlexSearch();
		return {
			add: (papers) => {
				for (const { id, title, authors, year } of papers.map(documentOf)) {
					index.add(id, `${title} ${authors} ${year}`);
				}
			},
			finish: () => flexSearchAsk(index),
			save: () =>
				index.export((key, data) => {
					mkdirSync(folder, { recursive: true });
					writeFileSync(join(folder, key), data ?? '');
				}),
		};
	},
	open: async (folder) => {
		const index = await emptyFlexSearch();
		for (const key of readdirSync(folder)) {
			await index.import(key, readText(folder, key));
		}
		return flexSearchAsk(index);
	},
};

async function emptyFlexSearch(): Promise<FlexSearchIndex> {
	const { Index } = await loadPeer<FlexSearchModule>('flexsearch');
	return new Index({ tokenize: 'forward' });
}

/** It knows no near words; with `suggest`, papers without the mistyped word are found too. */
function flexSearchAsk(index: FlexSearchIndex): Ask {
	return (query, { hasTypo }) => index.search(query, { limit: FOUND, suggest: hasTypo });
}

interface FuseIndex {
	toJSON(): object;
}

interface FuseModule {
	readonly default: {
		new (
			documents: readonly Document[],
			options: object,
			index?: FuseIndex,
		): { search(query: string, options: object): readonly { readonly item: Document }[] };
		createIndex(keys: readonly string[], documents: readonly Document[]): FuseIndex;
		parseIndex(json: object): FuseIndex;
	};
}

const FUSE_KEYS = ['title', 'authors', 'year'];

/** All words wanted, each near enough to one of the paper; it looks through all papers. */
const FUSE_OPTIONS = { keys: FUSE_KEYS, useTokenSearch: true, tokenMatch: 'all' };

export const FUSE: SearchEngine = {
	name: 'Fuse.js',
	abstracts: false,
	load: () => loadPeer('fuse.js'),
	create: async (folder) => {
		const { default: Fuse } = await loadPeer<FuseModule>('fuse.js');
		const documents: Document[] = [];
		let index: FuseIndex | undefined;
		return {
			add: (papers) => {
				for (const paper of papers) {
					documents.push(documentOf(paper));
				}
			},
			finish: () => {
				index = Fuse.createIndex(FUSE_KEYS, documents);
				return fuseAsk(new Fuse(documents, FUSE_OPTIONS, index));
			},
			save: () => {
				writeFileSync(join(folder, 'documents.json'), JSON.stringify(documents));
				writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
			},
		};
	},
	open: async (folder) => {
		const { default: Fuse } = await loadPeer<FuseModule>('fuse.js');
		const documents = JSON.parse(readText(folder, 'documents.json')) as readonly Document[];
		const index = Fuse.parseIndex(JSON.parse(readText(folder, 'index.json')) as object);
		return fuseAsk(new Fuse(documents, FUSE_OPTIONS, index));
	},
};

function fuseAsk(fuse: InstanceType<FuseModule['default']>): Ask {
	return (query) => fuse.search(query, { limit: FOUND }).map(({ item }) => item.id);
}

function readText(folder: string, name: string): string {
	return readFileSync(join(folder, name), 'utf8');
}
