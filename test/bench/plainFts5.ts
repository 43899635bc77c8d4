/** What a first attempt would do: one table of SQLite's full-text search, every word a prefix, the best by BM25. */

import { searchWords } from '../../server/src/index/search/searchWords.ts';
import { openDatabase, transaction } from './ourSearch.ts';
import { type Ask, FOUND, type SearchEngine } from './searchEngine.ts';

export const FTS5: SearchEngine = engine({ name: 'plain FTS5', abstracts: false });
export const FTS5_ABSTRACTS: SearchEngine = engine({ name: 'plain FTS5, abstracts too', abstracts: true });

function engine({ name, abstracts }: Pick<SearchEngine, 'name' | 'abstracts'>): SearchEngine {
	const columns = ['title', 'authors', 'year', ...(abstracts ? ['abstract'] : [])];
	return {
		name,
		abstracts,
		create: (folder) => {
			const db = openDatabase(folder);
			db.exec(`CREATE VIRTUAL TABLE plain USING fts5(${columns}, content='', prefix='1 2 3')`);
			const insert = db.prepare(`INSERT INTO plain(rowid, ${columns}) VALUES (?${', ?'.repeat(columns.length)})`);
			return {
				add: (papers) =>
					transaction(db, () => {
						for (const { added, title, authors, year, abstract } of papers) {
							insert.run(added + 1, title, authors.join(' '), String(year), ...(abstracts ? [abstract ?? ''] : []));
						}
					}),
				finish: () => askOf(db),
				save: () => db.close(),
			};
		},
		open: (folder) => askOf(openDatabase(folder)),
	};
}

function askOf(db: ReturnType<typeof openDatabase>): Ask {
	const select = db.prepare(`SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ${FOUND}`);
	return (query) => {
		const words = searchWords(query).map((word) => `"${word}" *`);
		return words.length === 0 ? [] : select.all(words.join(' ')).map(({ rowid }) => Number(rowid) - 1);
	};
}
