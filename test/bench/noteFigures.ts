/** Many notes beside a large corpus: the command in a shell, and a server that reads all notes and answers from them. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { MadeCorpus } from './madeCorpus.ts';
import { type WrittenNotes, writeManyNotes } from './noteWorkspace.ts';
import { median, percentile, repeated, timed } from './samples.ts';
import { type Memory, memoryOf } from './serverMemory.ts';
import { isIndexed, OpenNote, type ServerSession, sinceStart, startSession } from './serverSession.ts';
import { type Figure, formatted } from './table.ts';
import { counted } from './timeSpent.ts';

const NOTES = 5000;

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const YARDSTICK = join(import.meta.dirname, 'findSigns.ts');

/** Runs of a command, each a process of its own. */
const RUNS = 5;

/** Notes in which references, renames and the like are asked for. */
const ASKED = 20;

const TARGETS = { scan: 3, answer: 50, symbols: 6, memory: 40, check: 2, search: 150, shareOfYardstick: 2 } as const;

export async function noteFigures(corpus: MadeCorpus): Promise<readonly Figure[]> {
	const without = await counted('first index', () => restingMemory(corpus));
	const keys = corpus.known.map(({ key }) => key);
	const prose = corpus.known.map(({ abstract }) => abstract ?? '');
	const notes = await counted('writing notes', () => writeManyNotes(corpus.folder, NOTES, { keys, prose }));
	return [
		...(await counted('the server with notes', () => serverFigures(corpus, notes, without))),
		...(await counted('commands', () => commandFigures(corpus, notes))),
	];
}

/** Of a server with the whole corpus in its index and no notes. */
async function restingMemory(corpus: MadeCorpus): Promise<Memory | undefined> {
	const first = await startSession(corpus);
	await sinceStart(first, () => isIndexed(first));
	await first.editor.close();
	const session = await startSession(corpus);
	await sinceStart(session, () => isIndexed(session));
	const memory = memoryOf(session.editor.pid);
	await session.editor.close();
	return memory;
}

async function serverFigures(
	corpus: MadeCorpus,
	notes: WrittenNotes,
	without: Memory | undefined,
): Promise<readonly Figure[]> {
	const session = await startSession(corpus);
	const answers: number[] = [];
	const scanned = await sinceStart(session, async () => {
		const { value, ms } = await timed(() =>
			session.editor.request<{ readonly notes: number; readonly indexing: boolean }>('paperNotes/status', {}),
		);
		answers.push(ms);
		return value.notes >= NOTES && !value.indexing;
	});
	const memory = memoryOf(session.editor.pid);
	const remark = `the longest answer meanwhile ${formatted(Math.max(...answers.slice(1), 0), 'ms')}`;
	const figures: Figure[] = [
		{ name: `start to all ${NOTES} notes read`, value: scanned / 1000, unit: 's', target: TARGETS.scan, remark },
		...(memory && without
			? [
					{
						name: 'memory for notes',
						value: memory.resident - without.resident,
						unit: 'MB' as const,
						target: TARGETS.memory,
						remark: `${formatted(memory.resident, 'MB')} with, ${formatted(without.resident, 'MB')} without`,
					},
				]
			: []),
		...(await answerFigures(session, corpus, notes)),
	];
	await session.editor.close();
	return figures;
}

async function answerFigures(
	session: ServerSession,
	corpus: MadeCorpus,
	{ paths }: WrittenNotes,
): Promise<readonly Figure[]> {
	const asked: Record<'references' | 'rename' | 'workspace symbols', number[]> = {
		references: [],
		rename: [],
		'workspace symbols': [],
	};
	const ask = async (name: keyof typeof asked, method: string, params: object): Promise<void> => {
		const { value, ms } = await timed(() => session.editor.request<unknown>(method, params));
		if (value === null) {
			throw new Error(`No answer to ${method}`);
		}
		asked[name].push(ms);
	};
	const stride = Math.floor(paths.length / (ASKED * 2));
	for (const path of paths.filter((_, index) => index % stride === 0)) {
		const note = await OpenNote.open(session, corpus.folder, path);
		const at = note.text.indexOf('@paper[');
		if (at >= 0) {
			const lines = note.text.slice(0, at).split('\n');
			const position = { line: lines.length - 1, character: (lines.at(-1)?.length ?? 0) + '@paper['.length + 1 };
			const place = { textDocument: { uri: session.editor.uri(path) }, position };
			await ask('references', 'textDocument/references', { ...place, context: { includeDeclaration: true } });
			await ask('rename', 'textDocument/rename', { ...place, newName: 'anotherkey2026' });
			const [word = ''] = note.text.slice(at + '@paper['.length).split(/\d/);
			await ask('workspace symbols', 'workspace/symbol', { query: word });
		}
	}
	return Object.entries(asked).map(([name, ms]) => ({
		name: `${name}, p95`,
		value: percentile(ms, 95),
		unit: 'ms',
		target: name === 'workspace symbols' ? TARGETS.symbols : TARGETS.answer,
		remark: `p50 ${formatted(median(ms), 'ms')} of ${ms.length}`,
	}));
}

/** Commands with the index at hand, and a program that only reads the same files. */
async function commandFigures(corpus: MadeCorpus, notes: WrittenNotes): Promise<readonly Figure[]> {
	const { folder, storage, known } = corpus;
	const run = (args: readonly string[], codes: readonly number[]) =>
		timed(() => {
			const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
			if (!codes.includes(status ?? -1)) {
				throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
			}
		});
	const msOf = async (args: readonly string[], codes: readonly number[]): Promise<number> =>
		median((await repeated(RUNS, () => run(args, codes))).map(({ ms }) => ms));
	const check = await msOf([CLI, 'check', '--storage', storage], [2]);
	const readNotes = await msOf([YARDSTICK, folder, '.md'], [0]);
	const readAll = await msOf([YARDSTICK, folder, '.md', '.bib'], [0]);
	const title = known.at(-1)?.title.split(' ').slice(0, 2) ?? [];
	const search = await msOf([CLI, 'search', '--storage', storage, ...title], [0]);
	const remark = `${notes.citations} citations, ${notes.mistyped} mistyped`;
	return [
		{ name: '`check` of everything', value: check / 1000, unit: 's', target: TARGETS.check, remark },
		{ name: 'floor: reading the notes and finding `@`', value: readNotes / 1000, unit: 's' },
		{ name: 'floor: the same for notes and papers', value: readAll / 1000, unit: 's' },
		{ name: '`check` by the latter', value: check / readAll, unit: 'times', target: TARGETS.shareOfYardstick },
		{ name: '`search` from the shell', value: search, unit: 'ms', target: TARGETS.search },
	];
}
