/**
 * `npm run bench`: speed and size, each figure beside its target. `npm run bench -- --papers 100000` takes a corpus of
 * so many generated papers instead. Sections can be named: `npm run bench -- server extension`.
 */

import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { extensionFigures } from './extensionFigures.ts';
import { benchReading } from './reading.ts';
import { madeCorpus, REAL_CORPUS, realCorpus, type ServerCorpus } from './serverCorpus.ts';
import { serverFigures } from './serverFigures.ts';
import { generatedTargets, REAL_TARGETS, type ServerTargets } from './serverTargets.ts';
import { formatted, printTable } from './table.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { papers: { type: 'string' } } });
const papers = values.papers === undefined ? undefined : Number(values.papers);

/** In the order in which they run: what times a server comes while the machine is quiet. */
const SECTIONS: Readonly<Record<string, () => Promise<unknown>>> = {
	server: benchServer,
	extension: async () => printTable('The extension', await extensionFigures()),
	search: () => import('./searchSpeed.ts'),
	ranking: () => import('./ranking.ts'),
	reading: async () => benchReading(),
};

const unknown = positionals.filter((name) => !(name in SECTIONS));
if (unknown.length > 0 || (papers !== undefined && !(papers >= 1))) {
	process.stderr.write(`Usage: npm run bench -- [--papers COUNT] [${Object.keys(SECTIONS).join('] [')}]\n`);
	process.exit(2);
}
// The sections that are programs of their own read the number of papers from here.
process.argv.splice(2, Number.POSITIVE_INFINITY, ...(papers === undefined ? [] : [String(papers)]));
printMachine();
for (const [name, run] of Object.entries(SECTIONS)) {
	if (positionals.length === 0 || positionals.includes(name)) {
		await run();
	}
}

/** Figures say little without it: another program at work makes all of them worse. */
function printMachine(): void {
	const processors = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
	const load = loadavg()[0] ?? 0;
	process.stdout.write(`Node ${process.version} on ${processors}; load before the start: ${load.toFixed(1)}\n`);
}

async function benchServer(): Promise<void> {
	if (papers !== undefined) {
		await benchOn(await madeCorpus(papers), generatedTargets(papers));
	} else if (existsSync(REAL_CORPUS)) {
		await benchOn(realCorpus(), REAL_TARGETS);
	} else {
		process.stdout.write(`The server is not measured: there is no ${REAL_CORPUS}. Try --papers 10000.\n`);
	}
}

async function benchOn(corpus: ServerCorpus, targets: ServerTargets): Promise<void> {
	try {
		const figures = await serverFigures(corpus, targets);
		const size = `${corpus.papers.toLocaleString('en')} papers, ${formatted(corpus.bytes / 1e6, 'MB')}`;
		printTable(`The server over stdio: ${corpus.title}, ${size}`, figures);
	} finally {
		corpus.remove();
	}
}
