/**
 * The last step of `npm start [-- DIR]`: VS Code with this extension, on DIR. The user's own `code` where there is one,
 * else the VS Code that npm carries, in a browser.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { windowAddress } from './address.ts';
import { installVscode } from './install.ts';
import { shown } from './progress.mjs';
import { startVscode } from './server.ts';
import { writeUserSettings } from './settings.ts';
import { programPath } from './steps.ts';
import { shellCommand } from './windowsShell.ts';

const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Any free port would do; the same one each time keeps the address in the browser's history. */
const USUAL_PORT = 8765;

/** Chosen, and found to be a folder, by `npmStart.mjs`. */
const folder = path.resolve(process.argv[2] ?? path.join(projectRoot, 'sample'));
const WALKTHROUGHS = 'workbench.welcomePage.walkthroughs.openOnInstall';

const isWindows = process.platform === 'win32';
const code = await programPath(isWindows ? 'code.cmd' : 'code');
if (code) {
	openDesktop(code);
} else {
	await openServer();
}

function openDesktop(executable: string): void {
	const args = ['--new-window', `--extensionDevelopmentPath=${projectRoot}`, folder];
	process.stderr.write(`    with ${executable}\n`);
	desktopProcess(executable, args).on('exit', (status) => {
		process.exitCode = status ?? 1;
	});
}

function desktopProcess(executable: string, args: readonly string[]): ChildProcess {
	if (!isWindows) {
		return spawn(executable, args, { stdio: 'inherit' });
	}
	const { command, env } = shellCommand(executable, args);
	return spawn(command, { stdio: 'inherit', shell: true, env: { ...process.env, ...env } });
}

/** Stays until Ctrl+C, which ends the server and all that it started. */
async function openServer(): Promise<void> {
	const dataDir = path.join(import.meta.dirname, '.state/start');
	// As after an installation from the marketplace: the walkthrough opens, once.
	await writeUserSettings(dataDir, { [WALKTHROUGHS]: true }, { keepExisting: true });
	await installVscode();
	const port = await freePort(USUAL_PORT);
	const vscode = await shown('    Starting its server', () =>
		startVscode({ dataDir, extensionPath: projectRoot, asksForTrust: false, port }),
	);
	// A note that is open brings the extension to life at once.
	const readme = path.join(folder, 'README.md');
	const address = windowAddress(vscode, { workspace: folder, ...(existsSync(readme) ? { openFile: readme } : {}) });
	process.stdout.write(`Paper Notes is ready. Open ${address}\nin your browser; Ctrl+C here ends it.\n`);
}

/** `usual`, or 0, which lets the server choose, when another program listens there. */
async function freePort(usual: number): Promise<number> {
	const probe = createServer();
	try {
		await once(probe.listen(usual, '127.0.0.1'), 'listening');
		return usual;
	} catch {
		return 0;
	} finally {
		probe.close();
	}
}
