/** The real Neovim without a window: takes keys as a person types them, and answers expressions in Lua. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { commandEnvironment } from './commandEnvironment.ts';
import { eventually } from './eventually.ts';

export interface Neovim {
	/** Types keys, written as in a mapping: `ix<Esc>`. */
	type(keys: string): void;
	/** The value of a Lua expression, at the first moment at which it is accepted. */
	see<T>(expression: string, accept: (value: T) => boolean): Promise<T>;
}

/** Starts Neovim in the folder with the configuration, and opens the file. Ends with the test. */
export async function startNeovim(
	context: TestContext,
	{ config, folder, file }: Readonly<Record<'config' | 'folder' | 'file', string>>,
): Promise<Neovim> {
	const env = commandEnvironment();
	const socket = join(env.HOME, 'socket');
	const args = ['--headless', '--clean', '-n', '-u', config, '--listen', socket, file];
	const child = spawn('nvim', args, { cwd: folder, env, stdio: 'ignore' });
	context.after(() => child.kill('SIGKILL'));
	await eventually({ read: () => existsSync(socket), accept: (exists) => exists, what: 'Neovim to start' });
	const remote = (...command: readonly string[]): string => {
		const { stdout, stderr } = spawnSync('nvim', ['--headless', '--server', socket, ...command], {
			env,
			encoding: 'utf8',
		});
		return stdout || stderr;
	};
	return {
		type: (keys) => void remote('--remote-send', keys),
		see: (expression, accept) =>
			eventually({
				read: () => {
					const json = `vim.json.encode(${expression})`.replaceAll("'", "''");
					return JSON.parse(remote('--remote-expr', `luaeval('${json}')`));
				},
				accept,
				what: expression,
			}),
	};
}
