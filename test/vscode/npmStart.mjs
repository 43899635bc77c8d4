/**
 * What `npm start` runs first, on any Node from 20 on and before anything is installed: it says at once what will happen,
 * shows each step while it runs, and then hands over to `start.ts`.
 */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { shown } from './progress.mjs';

const OLDEST_NODE = 20;
const here = path.dirname(fileURLToPath(import.meta.url));
const projectRoot = path.resolve(here, '../..');
const isWindows = process.platform === 'win32';
/** The Node that the project brings along: the steps are in TypeScript, which older ones do not run. */
const ownNode = path.join(projectRoot, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node');

// npm changes into the project's folder; a relative path is meant from where it was called.
const calledFrom = process.env.INIT_CWD ?? process.cwd();
const chosen = process.argv[2];
const folder = chosen === undefined ? path.join(projectRoot, 'sample') : path.resolve(calledFrom, chosen);

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
	fail(`Paper Notes needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.`);
} else if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
	fail(`${folder} is not a folder. Usage: npm start -- FOLDER-WITH-NOTES`);
} else {
	const place = chosen === undefined ? 'the sample' : folder;
	process.stderr.write(`Paper Notes will be installed here, built and opened in VS Code on ${place}.\n`);
	await steps().catch((error) => fail(error.message));
}

async function steps() {
	// Without saving: the npm of Node 20 and 22 would leave `libc` out of the lock file, and git would see a change.
	await shown('1/3 Installing packages (a minute or so the first time)', () =>
		npm('install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'),
	);
	await shown('2/3 Building', () => npm('run', '--silent', 'build'));
	process.stderr.write('3/3 Opening VS Code\n');
	const start = spawn(ownNode, [path.join(here, 'start.ts'), folder], { cwd: projectRoot, stdio: 'inherit' });
	process.exitCode = await ended(start);
}

/** What npm and the steps print is shown only when they fail. */
async function npm(...args) {
	const cli = process.env.npm_execpath;
	// `npm start` tells where npm itself is; without that, it is looked for on the PATH.
	const isNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);
	const [command, first] = isNpm ? [process.execPath, [cli]] : ['npm', []];
	const child = spawn(command, [...first, ...args], {
		cwd: projectRoot,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: !isNpm && isWindows,
	});
	const said = [];
	child.stdout.on('data', (chunk) => said.push(chunk));
	child.stderr.on('data', (chunk) => said.push(chunk));
	const status = await ended(child);
	if (status !== 0) {
		throw new Error(`\`npm ${args.join(' ')}\` failed:\n${Buffer.concat(said).toString().trimEnd()}`);
	}
}

/** The exit status; 1 where a signal ended the program. */
function ended(child) {
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (status) => resolve(status ?? 1));
	});
}

function fail(message) {
	process.stderr.write(`${message}\n`);
	process.exitCode = 1;
}
