/** `npm start` and the tests' windows, where VS Code or a folder has spaces and signs in its path. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowAddress } from '../vscode/address.ts';
import { shellCommand } from '../vscode/windowsShell.ts';

/** What cmd.exe makes of a line: values are put in once. Names of variables may be in any case. */
function afterShell(line: string, env: Readonly<Record<string, string>>): string {
	const values = new Map(Object.entries(env).map(([name, value]) => [name.toLowerCase(), value]));
	return line.replace(/%([^%]+)%/g, (all, name: string) => values.get(name.toLowerCase()) ?? all);
}

/** The words that a program sees, by the rules of Microsoft's C library: within quotes, `\\` before the quote is `\`. */
function words(line: string): string[] {
	return [...line.matchAll(/"((?:[^"\\]|\\(?!\\*")|\\\\(?=\\*"))*)"/g)].map(([, word = '']) =>
		word.replace(/\\+$/, (all) => '\\'.repeat(all.length / 2)),
	);
}

test('the shell of Windows gives a program the words that were meant', () => {
	for (const args of [
		['--new-window', 'C:\\Users\\Ann Müller\\my notes'],
		['C:\\100% done & more (%PATH%)\\a^b,c;d!'],
		['C:\\', '\\\\server\\share\\'],
		[],
	]) {
		const program = 'C:\\Program Files (x86)\\Microsoft VS Code\\bin\\code.cmd';
		const { command, env } = shellCommand(program, args);
		const line = afterShell(command, { ...env, PATH: 'C:\\somewhere else' });
		assert.deepEqual(words(line), [program, ...args]);
	}
});

test('a window is opened on the folder and the file that were meant', () => {
	const url = 'http://127.0.0.1:8765';
	const server = { url, port: 8765, installExtension: async () => {}, stop: async () => {} };
	const folder = '/home/ann/my notes/100%25 #1 & ü';
	const { searchParams } = new URL(windowAddress(server, { workspace: folder, openFile: `${folder}/a b.md` }));
	assert.equal(searchParams.get('folder'), folder);
	// VS Code reads these as addresses.
	const payload = new Map<string, string>(JSON.parse(searchParams.get('payload') ?? '[]'));
	const { protocol, host, pathname, hash } = new URL(payload.get('openFile') ?? '');
	assert.deepEqual(
		[protocol, host, decodeURIComponent(pathname), hash],
		['vscode-remote:', '127.0.0.1:8765', `${folder}/a b.md`, ''],
	);
});
