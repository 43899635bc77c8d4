/** Our search by itself: its tables in a database as the index sets it up, without the records that the index keeps too. */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openTables } from '../../server/src/index/database/openDatabase.ts';
import { compactSearchTables } from '../../server/src/index/search/compaction.ts';
import { PaperSearch } from '../../server/src/index/search/search.ts';
import { createSearchTables } from '../../server/src/index/search/searchTables.ts';
import { SearchWriter } from '../../server/src/index/search/searchWriter.ts';
import { type Ask, type Building, FOUND, type SearchEngine } from './searchEngine.ts';

export const OUR_NAMES: SearchEngine = { ...engine('Paper Notes'), abstracts: false };
export const OUR_SEARCH: SearchEngine = { ...engine('Paper Notes, abstracts too'), abstracts: true };

function engine(name: string): Pick<SearchEngine, 'name' | 'create' | 'open'> {
	return {
		name,
		create: (folder) => ourBuilding(openDatabase(folder)),
		open: (folder) => ourAsk(openDatabase(folder)),
	};
}

/** The database of a search engine, with the settings that the index has. */
export function openDatabase(folder: string | undefined): DatabaseSync {
	const db = new DatabaseSync(folder === undefined ? ':memory:' : join(folder, 'search.sqlite'));
	const opened = openTables(db, { createFurther: createSearchTables });
	if ('failure' in opened) {
		throw new Error(opened.failure.message);
	}
	return db;
}

export function ourBuilding(db: DatabaseSync): Building {
	const index = new SearchWriter(db);
	return {
		add: (papers) =>
			transaction(db, () => {
				for (const paper of papers) {
					index.put(paper.added + 1, paper);
					index.putAbstract(paper.added + 1, { plain: () => paper.abstract ?? '', isOfRecord: false });
				}
				index.flush();
			}),
		finish: () => {
			transaction(db, () => Array.from(compactSearchTables(db)));
			return ourAsk(db);
		},
		save: () => db.close(),
	};
}

export function ourAsk(db: DatabaseSync): Ask {
	const search = new PaperSearch(db);
	return (query, { cited = [] }) => {
		const preferred = new Map(cited.map((place) => [place + 1, CITED_HERE]));
		return search.search(query, { limit: FOUND, preferred }).hits.map(({ id }) => id - 1);
	};
}

/** The weight of a paper that the note cites, `WorkspaceView.cited`. */
const CITED_HERE = 2;

export function transaction(db: DatabaseSync, work: () => unknown): void {
	db.exec('BEGIN');
	work();
	db.exec('COMMIT');
}
