/**
 * `npm run bench`: speed and size, each figure beside its target, beside what others need for the same and beside what
 * nobody can do without. `npm run bench -- --papers 100000` takes a corpus of so many generated papers, and leaves out
 * what does not depend on their number. Sections can be named: `npm run bench -- server extension`. What is compared is
 * measured in one run.
 */

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extensionFigures } from './extensionFigures.ts';
import { benchIdentity } from './identity.ts';
import { benchKeys } from './keys.ts';
import { printMachine } from './machine.ts';
import { type MadeCorpus, madeCorpus, removeMadeCorpora } from './madeCorpus.ts';
import { noteFigures } from './noteFigures.ts';
import { benchRanking } from './ranking.ts';
import { benchReading } from './reading.ts';
import { benchRelated } from './related.ts';
import { benchSearch } from './searchSpeed.ts';
import { REAL_CORPUS, realCorpus, type ServerCorpus } from './serverCorpus.ts';
import { serverFigures } from './serverFigures.ts';
import { generatedTargets, REAL_TARGETS, type ServerTargets } from './serverTargets.ts';
import { formatted, printTable } from './table.ts';
import { counted, printTimeSpent } from './timeSpent.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { papers: { type: 'string' } } });
const papers = values.papers === undefined ? undefined : Number(values.papers);

/** Papers to generate where no number is given: a server and a search are quick to measure, ranking wants many alike. */
const GENERATED = { server: 10_000, notes: 100_000, search: 10_000, ranking: 100_000, keys: 100_000 } as const;

/** In the order in which they run: what times a server comes while the machine is quiet. */
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
	server: benchServer,
	notes: benchNotes,
	extension: async () => printTable('The extension', await extensionFigures()),
	search: async () => benchSearch(await generated('search')),
	ranking: async () => benchRanking(await generated('ranking')),
	keys: () => benchKeys(papers ?? GENERATED.keys),
	reading: () => benchReading(),
	identity: async () => benchIdentity(),
	related: async () => benchRelated(),
};

/** Whose figures depend on how many papers there are. */
const SIZED: readonly string[] = Object.keys(GENERATED);

const unknown = positionals.filter((name) => !(name in SECTIONS));
if (unknown.length > 0 || (papers !== undefined && !(Number.isInteger(papers) && papers >= 1))) {
	process.stderr.write(`Usage: npm run bench -- [--papers COUNT] [${Object.keys(SECTIONS).join('] [')}]\n`);
	process.exit(2);
}
try {
	for (const [name, run] of Object.entries(SECTIONS)) {
		if (positionals.includes(name) || (positionals.length === 0 && (papers === undefined || SIZED.includes(name)))) {
			printMachine(name);
			await counted(name, run);
		}
	}
} finally {
	removeMadeCorpora();
}
printTimeSpent();

function generated(section: Exclude<keyof typeof GENERATED, 'keys'>): Promise<MadeCorpus> {
	return counted('generating papers', () => madeCorpus(papers ?? GENERATED[section]));
}

async function benchNotes(): Promise<void> {
	const corpus = await generated('notes');
	printTable(`Many notes and ${corpus.papers.toLocaleString('en')} papers`, await noteFigures(corpus));
}

async function benchServer(): Promise<void> {
	if (papers === undefined && existsSync(REAL_CORPUS)) {
		const real = realCorpus();
		try {
			await benchOn(real, REAL_TARGETS);
		} finally {
			real.remove();
		}
	}
	const corpus = await generated('server');
	await benchOn(corpus, generatedTargets(corpus.papers));
}

async function benchOn(corpus: ServerCorpus, targets: ServerTargets): Promise<void> {
	const figures = await serverFigures(corpus, targets);
	const size = `${corpus.papers.toLocaleString('en')} papers, ${formatted(corpus.bytes / 1e6, 'MB')}`;
	printTable(`The server over stdio: ${corpus.title}, ${size}`, figures);
}
