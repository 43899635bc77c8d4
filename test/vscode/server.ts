/** VS Code as a server on 127.0.0.1: the same extension host as on the desktop, its window in a browser. */
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { eventually } from '../support/eventually.ts';
import { linkBuiltIns, linkExtension } from './extensionLink.ts';
import { installVscode, type VscodeAge } from './install.ts';
import { type ProcessTree, startTree } from './processTree.ts';
import { type Settings, writeUserSettings } from './settings.ts';

export interface VscodeStart {
	/** Default: the newest. */
	readonly age?: VscodeAge;
	/** What VS Code keeps: user settings, logs, extensions and their storage. */
	readonly dataDir: string;
	/** Default: `extensions` in `dataDir`. */
	readonly extensionsDir?: string;
	/** User settings, over the quiet ones. Left out: the settings file stays as it is. */
	readonly settings?: Settings;
	/** The folder of an extension that runs from its source, as if it were installed. */
	readonly extensionPath?: string;
	/** The folders of others that run beside it. */
	readonly furtherExtensions?: readonly string[];
	/** The folders of VS Code's own extensions that run. Default: all of them. */
	readonly builtIns?: readonly string[];
	/** True: the address may name a suite and the extension it tests. VS Code then shows no messages in its corner. */
	readonly runsTests?: boolean;
	/** Default: a free one. A port that is taken makes the start fail after its time limit. */
	readonly port?: number;
	/** False: the window opens trusted, and never asks. Default: true, as VS Code does. */
	readonly asksForTrust?: boolean;
	/** More for the extension host's environment. */
	readonly env?: NodeJS.ProcessEnv;
}

export interface RunningVscode {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	readonly port: number;
	/** Before the window opens: the extension is then there from the start. */
	installExtension(vsixPath: string): Promise<void>;
	stop(): Promise<void>;
}

/** 30 s: with cold files on a busy machine it took 5 s, otherwise 0.5 s. */
const START_MS = 30_000;

export async function startVscode(start: VscodeStart): Promise<RunningVscode> {
	const { node, serverMain } = await installVscode(start.age);
	await mkdir(start.dataDir, { recursive: true, mode: 0o700 });
	if (start.settings) {
		await writeUserSettings(start.dataDir, start.settings);
	}
	if (start.extensionPath) {
		await linkExtension(start.extensionPath, extensionsFolder(start));
	}
	for (const folder of start.furtherExtensions ?? []) {
		await linkExtension(folder, extensionsFolder(start));
	}
	if (start.builtIns) {
		await linkBuiltIns(start.builtIns, path.join(serverMain, '../../extensions'), builtInsFolder(start));
	}
	const folders = folderArguments(start);
	const env = serverEnvironment(start);
	const server = startTree({ command: node, args: [serverMain, ...serverArguments(start), ...folders], env });
	const url = `http://127.0.0.1:${await listeningPort(server)}`;
	await answers(url);
	return {
		url,
		port: Number(new URL(url).port),
		installExtension: (vsixPath) => {
			const args = [serverMain, '--install-extension', path.resolve(vsixPath), '--force', ...folders];
			return finished(startTree({ command: node, args, env }), `installing ${vsixPath}`);
		},
		stop: () => server.stop(),
	};
}

function serverArguments({ port = 0, asksForTrust = true, runsTests = false }: VscodeStart): readonly string[] {
	return [
		'--host=127.0.0.1',
		`--port=${port}`,
		'--without-connection-token',
		'--disable-getting-started-override',
		'--telemetry-level=off',
		// Without it the server ignores the payload that names the extension under development and the tests.
		...(runsTests ? ['--enable-smoke-test-driver'] : []),
		...(asksForTrust ? [] : ['--disable-workspace-trust']),
	];
}

function folderArguments(start: VscodeStart): readonly string[] {
	return [
		'--accept-server-license-terms',
		`--server-data-dir=${start.dataDir}`,
		`--user-data-dir=${start.dataDir}`,
		`--extensions-dir=${extensionsFolder(start)}`,
		...(start.builtIns ? [`--builtin-extensions-dir=${builtInsFolder(start)}`] : []),
	];
}

function builtInsFolder({ dataDir }: VscodeStart): string {
	return path.join(dataDir, 'builtIns');
}

function extensionsFolder({ dataDir, extensionsDir = path.join(dataDir, 'extensions') }: VscodeStart): string {
	return extensionsDir;
}

function serverEnvironment({ dataDir, env }: VscodeStart): NodeJS.ProcessEnv {
	// Tests in the extension host are no children of the `node --test` that runs this file.
	const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ELECTRON_RUN_AS_NODE: ___, ...inherited } = process.env;
	return {
		// No gallery: nothing in the window then waits for the internet.
		EXTENSIONS_GALLERY: '{"serviceUrl":""}',
		...inherited,
		// VS Code leaves sockets there; a socket's path has at most 107 characters, and its names take 50.
		...(dataDir.length < 57 ? { XDG_RUNTIME_DIR: dataDir } : {}),
		...env,
	};
}

/** The server prints the port once it listens; an end before that is an error with its own words. */
async function listeningPort(server: ProcessTree): Promise<number> {
	const said: string[] = [];
	const port = new Promise<number>((resolve) => {
		const hear = (line: string) => {
			const match = /Extension host agent listening on (\d+)/.exec(line);
			if (match) {
				resolve(Number(match[1]));
			} else if (said.length < 50) {
				said.push(line);
			}
		};
		for (const stream of outputs(server)) {
			createInterface(stream).on('line', hear);
		}
	});
	const failed = Promise.race([
		once(server.child, 'exit').then(() => 'ended'),
		new Promise<string>((resolve) => {
			setTimeout(resolve, START_MS, `did not listen within ${START_MS / 1000} s`).unref();
		}),
	]);
	const outcome = await Promise.race([port, failed]);
	if (typeof outcome === 'number') {
		return outcome;
	}
	await server.stop();
	throw new Error(`VS Code's server ${outcome}. It said:\n${said.join('\n')}`);
}

async function answers(url: string): Promise<void> {
	await eventually({
		read: async () => (await fetch(`${url}/version`)).status,
		accept: (status) => status === 200,
		what: `VS Code's server to answer at ${url}`,
	});
}

async function finished(program: ProcessTree, doing: string): Promise<void> {
	const said: string[] = [];
	for (const stream of outputs(program)) {
		stream.on('data', (chunk) => said.push(String(chunk)));
	}
	const [code] = await once(program.child, 'close');
	if (code !== 0) {
		throw new Error(`VS Code ended with ${code} while ${doing}:\n${said.join('')}`);
	}
}

function outputs({ child }: ProcessTree): readonly Readable[] {
	return [child.stdout, child.stderr].filter((stream) => stream !== null);
}
