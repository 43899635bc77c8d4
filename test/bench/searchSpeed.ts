/**
 * Our search beside that of others, at the same work on the same papers: first with title, authors and year of each, which
 * is what others are mostly given, then with abstracts too, which is what ours always has.
 */

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { MadeCorpus } from './madeCorpus.ts';
import { type Measured, measuredBy } from './measuringProcess.ts';
import { OUR_NAMES, OUR_SEARCH } from './ourSearch.ts';
import { installPeers } from './peers.ts';
import { FTS5_ABSTRACTS } from './plainFts5.ts';
import type { SearchEngine } from './searchEngine.ts';
import { ABSTRACTS_ENGINES, INSTALLED, NAMES_ENGINES } from './searchEngines.ts';
import type { BuildFigure, SearchTask, UseFigure } from './searchFigure.ts';
import { queriesOf } from './searchQueries.ts';
import { type EngineFigures, printClasses, printEngines, TABLE_CLASSES } from './searchTables.ts';
import { sizeOfFolder } from './serverMemory.ts';
import { counted } from './timeSpent.ts';

/** Queries of each class. */
const QUERIES = 100;

/** An engine that needs more cannot do the size: seconds to build, and to open and answer. */
const BUILDING = 60;
const USING = 30;

/** Ours must do every size: seconds after which something else is wrong. */
const OUR_BUILDING = 1000;

/** For an engine that is asked every class of queries. */
const USING_ALL = 100;

/** Of this machine's memory: the rest is for the files that an index is written to and read from. */
const HEAP = Math.floor((totalmem() / 2 ** 20) * 0.6);

/** Prints all tables. */
export async function benchSearch(corpus: MadeCorpus): Promise<void> {
	const hasPeers = installPeers();
	if (!hasPeers) {
		process.stdout.write(
			'MiniSearch, FlexSearch and Fuse.js are not measured: the npm registry could not be reached.\n',
		);
	}
	const measure = async (engines: readonly SearchEngine[]): Promise<EngineFigures[]> => {
		const all: EngineFigures[] = [];
		for (const engine of engines.filter((one) => hasPeers || !INSTALLED.has(one))) {
			all.push(await counted(engine.name, () => figuresOf(engine, corpus)));
		}
		return all;
	};
	const size = `${corpus.papers.toLocaleString('en')} papers`;
	printEngines(`Search by title, authors and year: ${size}`, await measure(NAMES_ENGINES));
	const withAbstracts = await measure(ABSTRACTS_ENGINES);
	printEngines(`Search with abstracts too: ${size}`, withAbstracts);
	printClasses(withAbstracts, [OUR_SEARCH, FTS5_ABSTRACTS], queriesOf(corpus.known, 1));
}

/** The folder of our index with abstracts, built where it is not yet. */
export function ourIndexOf(corpus: MadeCorpus): string {
	const folder = folderOf(OUR_SEARCH, corpus);
	if (!existsSync(folder)) {
		const built = build(OUR_SEARCH, corpus);
		if ('failure' in built) {
			throw new Error(built.failure);
		}
	}
	return folder;
}

function figuresOf(engine: SearchEngine, corpus: MadeCorpus): EngineFigures {
	const { name } = engine;
	const folder = folderOf(engine, corpus);
	try {
		const built = build(engine, corpus);
		if ('failure' in built) {
			return { name, failure: built.failure };
		}
		const { unsaved } = built.figure;
		const used = unsaved === undefined ? measured<UseFigure>('use', engine, corpus) : { figure: unsaved.use };
		return 'failure' in used
			? { name, failure: used.failure }
			: { name, build: built.figure, bytes: sizeOfFolder(folder), use: used.figure };
	} finally {
		if (engine !== OUR_SEARCH) {
			rmSync(folder, { recursive: true, force: true });
		}
	}
}

function build(engine: SearchEngine, corpus: MadeCorpus): Measured<BuildFigure> {
	const folder = folderOf(engine, corpus);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return measured<BuildFigure>('build', engine, corpus);
}

function measured<T>(step: SearchTask['step'], engine: SearchEngine, corpus: MadeCorpus): Measured<T> {
	if (!existsSync(queriesPath(corpus))) {
		writeFileSync(queriesPath(corpus), JSON.stringify(queriesOf(corpus.known, QUERIES)));
	}
	const building = engine === OUR_NAMES || engine === OUR_SEARCH ? OUR_BUILDING : BUILDING;
	const isAskedAll = engine === OUR_SEARCH || engine === FTS5_ABSTRACTS;
	const using = isAskedAll ? USING_ALL : USING;
	const task: SearchTask = {
		step,
		engine: engine.name,
		corpus: corpus.searched,
		folder: folderOf(engine, corpus),
		queries: queriesPath(corpus),
		classes: isAskedAll ? undefined : TABLE_CLASSES,
		seconds: building,
	};
	return measuredBy<T>({
		script: 'searchProcess.ts',
		args: [JSON.stringify(task)],
		nodeArgs: ['--expose-gc', `--max-old-space-size=${HEAP}`],
		seconds: step === 'build' ? building + using : using,
	});
}

function folderOf(engine: SearchEngine, { root }: MadeCorpus): string {
	return join(root, 'search', engine.name.replace(/\W+/g, '-'));
}

function queriesPath({ root }: MadeCorpus): string {
	return join(root, 'queries.json');
}
