/** Runs the command `paper-notes` as it is built, in a folder made for one test. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { ROOT } from './sources.ts';

export interface Outcome {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

export interface CommandFolder {
	readonly path: string;
	run(...args: readonly string[]): Promise<Outcome>;
	read(name: string): string;
	write(name: string, text: string | Uint8Array): void;
}

const PROGRAM = join(ROOT, 'dist/cli.js');

/** A folder with these files. It and its index go when the test ends. */
export function commandFolder(
	context: TestContext,
	files: Readonly<Record<string, string | Uint8Array>>,
): CommandFolder {
	const base = mkdtempSync(join(tmpdir(), 'paper-notes-cli-'));
	context.after(() => rmSync(base, { recursive: true, force: true }));
	const path = join(base, 'project');
	const folder: CommandFolder = {
		path,
		run: (...args) => runIn(path, [...args, ...(takesStorage(args) ? ['--storage', join(base, 'index')] : [])]),
		read: (name) => readFileSync(join(path, name), 'utf8'),
		write(name, text) {
			mkdirSync(dirname(join(path, name)), { recursive: true });
			writeFileSync(join(path, name), text);
		},
	};
	mkdirSync(path);
	for (const [name, text] of Object.entries(files)) {
		folder.write(name, text);
	}
	return folder;
}

function takesStorage([command = '']: readonly string[]): boolean {
	return ['check', 'search', 'index', 'rename', 'bib', 'convert'].includes(command);
}

async function runIn(cwd: string, args: readonly string[]): Promise<Outcome> {
	const child = spawn(process.execPath, [PROGRAM, ...args], {
		cwd,
		env: { ...process.env, NO_COLOR: '1' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [out, err] = [collected(child.stdout), collected(child.stderr)];
	const [code] = (await once(child, 'close')) as [number | null];
	return { code, out: await out, err: await err };
}

async function collected(stream: NodeJS.ReadableStream): Promise<string> {
	let text = '';
	for await (const chunk of stream) {
		text += String(chunk);
	}
	return text;
}
