/** Steps of npm that an installation is made of, run one after another with one log. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Step {
	/** What it does, for whoever waits: `Downloading VS Code`. */
	readonly name: string;
	/** What npm is called with. */
	readonly args: readonly string[];
	readonly cwd: string;
	/** Programs without which the step would fail in a way that is hard to read. */
	readonly needs?: readonly string[];
	readonly env?: NodeJS.ProcessEnv;
}

export async function startLog(logFile: string): Promise<void> {
	await mkdir(path.dirname(logFile), { recursive: true });
	await writeFile(logFile, '');
}

/** Throws with the end of the log, or with the programs that are missing and how to get them. */
export async function loggedRun({ args, cwd, needs = [], env = {} }: Step, logFile: string): Promise<void> {
	await requirePrograms(needs);
	const command = `npm ${args.join(' ')}`;
	const log = createWriteStream(logFile, { flags: 'a' });
	log.write(`\n$ cd ${cwd} && ${command}\n`);
	const npm = spawn('npm', args, {
		cwd,
		env: { ...cleanEnvironment(), ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
	npm.stdout.pipe(log, { end: false });
	npm.stderr.pipe(log, { end: false });
	const [code, signal] = await once(npm, 'close');
	log.end();
	await once(log, 'close');
	if (code !== 0) {
		throw new Error(`\`${command}\` ended with ${code ?? signal} in ${cwd}:\n${await endOf(logFile)}`);
	}
}

/** Where on the PATH a program of this name is; undefined where there is none. On Windows `.exe` may be left out. */
export async function programPath(name: string): Promise<string | undefined> {
	const names = process.platform === 'win32' ? [name, `${name}.exe`] : [name];
	const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
	for (const file of folders.flatMap((folder) => names.map((each) => path.join(folder, each)))) {
		if (await isExecutable(file)) {
			return file;
		}
	}
	return undefined;
}

async function requirePrograms(names: readonly string[]): Promise<void> {
	const found = await Promise.all(names.map(programPath));
	const missing = names.filter((_, index) => !found[index]);
	if (missing.length === 0) {
		return;
	}
	throw new Error(
		`VS Code has two small native modules to build, and this machine lacks ${missing.join(', ')}. ` +
			`On Debian and Ubuntu: apt-get install ${missing.join(' ')}. On Fedora: dnf install gcc-c++ make python3.`,
	);
}

/** Settings that an outer npm hands down (`npm_config_*`, `npm_package_*`) are about another package. */
function cleanEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^npm_(package|lifecycle|config_(prefix|local_prefix|global))/.test(name),
		),
	);
}

async function isExecutable(file: string): Promise<boolean> {
	return access(file, constants.X_OK).then(
		() => true,
		() => false,
	);
}

/** 30 lines: npm's own message is at most 20. */
async function endOf(logFile: string): Promise<string> {
	const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
	return [...lines.slice(-30), `(whole log: ${logFile})`].join('\n');
}
