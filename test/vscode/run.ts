/** Runs a suite inside VS Code: the one from the internet where it can be had, else the one that npm carries. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import type { VscodeAge } from './install.ts';
import { type Settings, writeUserSettings } from './settings.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export interface SuiteRun {
	/** Default: the newest. */
	readonly age?: VscodeAge;
	/** The folder of the extension's `package.json`. */
	readonly extensionDevelopmentPath: string;
	/** A CommonJS or ES module that exports `run(): Promise<void>`. */
	readonly extensionTestsPath: string;
	/** A folder or a `.code-workspace` file. */
	readonly workspace?: string;
	readonly settings?: Settings;
	/** What the suite finds in `process.env` besides this process's own environment. */
	readonly env?: Readonly<Record<string, string>>;
}

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';

/** 5 s: a machine that can download VS Code in reasonable time answers in one. */
const PROBE_MS = 5_000;

/** The suite's exit code: 0 when it passed. */
export async function runInVscode(suite: SuiteRun): Promise<number> {
	const userDataDir = temporaryFolder();
	await writeUserSettings(userDataDir, suite.settings ?? {});
	const { executable, args } = (await desktopVscode(suite)) ?? carriedVscode(suite);
	const run = runTests({
		vscodeExecutablePath: executable,
		extensionDevelopmentPath: suite.extensionDevelopmentPath,
		extensionTestsPath: suite.extensionTestsPath,
		extensionTestsEnv: { ...suite.env },
		launchArgs: [
			...args,
			...(suite.workspace ? [suite.workspace] : []),
			'--disable-extensions',
			`--user-data-dir=${userDataDir}`,
			`--extensions-dir=${path.join(userDataDir, 'extensions')}`,
		],
	});
	return run.catch(failedCode);
}

interface Executable {
	readonly executable: string;
	/** What comes before VS Code's own arguments. */
	readonly args: readonly string[];
}

/** Node with the launcher as its program: the arguments that follow are those of VS Code. */
function carriedVscode({ age }: SuiteRun): Executable {
	const launcher = path.join(import.meta.dirname, 'launcher.ts');
	return { executable: process.execPath, args: [launcher, ...(age === 'oldest' ? ['--oldest'] : [])] };
}

async function desktopVscode({ age, extensionDevelopmentPath }: SuiteRun): Promise<Executable | undefined> {
	const obstacle = await downloadObstacle();
	if (obstacle) {
		process.stdout.write(`VS Code is not downloaded (${obstacle}): using the one that npm carries.\n`);
		return undefined;
	}
	const cachePath = path.join(import.meta.dirname, '.state/desktop');
	const version = age === 'oldest' ? oldestSupported(extensionDevelopmentPath) : 'stable';
	return { executable: await downloadAndUnzipVSCode({ version, cachePath, reporter: new SilentReporter() }), args: [] };
}

/** The oldest VS Code that the extension's manifest admits. */
function oldestSupported(extension: string): string {
	const { engines } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
	return String(engines.vscode).replace('^', '');
}

/** Why VS Code cannot be had from the internet, or could not show its window. */
async function downloadObstacle(): Promise<string | undefined> {
	if (process.env['VSCODE_DOWNLOAD'] === 'never') {
		return 'VSCODE_DOWNLOAD is "never"';
	}
	if (!hasDisplay()) {
		return 'no display; xvfb-run would give one';
	}
	try {
		const { ok, status } = await fetch(RELEASES, { signal: AbortSignal.timeout(PROBE_MS) });
		return ok ? undefined : `${new URL(RELEASES).host} answers ${status}`;
	} catch {
		return `${new URL(RELEASES).host} cannot be reached`;
	}
}

function hasDisplay(): boolean {
	return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** `runTests` throws for every exit code but 0; what has no code is a failure to start. */
function failedCode(error: unknown): number {
	if (error instanceof Error && 'code' in error && typeof error.code === 'number') {
		return error.code;
	}
	throw error;
}
