/**
 * Stands in for VS Code's own executable in `runTests` of `@vscode/test-electron`: takes the same arguments, runs
 * the suite in the extension host of the VS Code that npm carries, and ends with the suite's exit code.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { windowAddress } from './address.ts';
import { printEntry } from './automationLog.ts';
import { launchChromium } from './chromium.ts';
import { startVscode, type VscodeStart } from './server.ts';
import { writeUserSettings } from './settings.ts';
import { temporaryFolder } from './temporaryFolder.ts';

interface Launch extends Required<Pick<VscodeStart, 'age' | 'dataDir' | 'extensionsDir' | 'asksForTrust'>> {
	readonly workspace?: string;
	readonly extensionDevelopmentPaths: readonly string[];
	readonly extensionTestsPath: string;
}

/** 10 minutes: a suite that hangs has its own, shorter, limits; this one is for a window that died silently. */
const SUITE_MS = 600_000;

const launch = readLaunch(process.argv.slice(2));
await writeUserSettings(launch.dataDir, {}, { keepExisting: true });
const server = await startVscode({ ...launch, runsTests: true });
const browser = await launchChromium();
try {
	process.exitCode = await suiteExitCode(browser, windowAddress(server, launch));
} finally {
	await Promise.all([browser.close(), server.stop()]);
}

function readLaunch(args: string[]): Launch {
	const { values, positionals } = parseArgs({
		args,
		strict: false,
		allowPositionals: true,
		options: {
			extensionDevelopmentPath: { type: 'string', multiple: true },
			extensionTestsPath: { type: 'string' },
			'user-data-dir': { type: 'string' },
			'extensions-dir': { type: 'string' },
			'disable-workspace-trust': { type: 'boolean' },
			// The launcher's own.
			oldest: { type: 'boolean' },
		},
	});
	const tests = values.extensionTestsPath;
	if (typeof tests !== 'string') {
		throw new Error('--extensionTestsPath is missing: the launcher only runs tests.');
	}
	const dataDir = asString(values['user-data-dir']) ?? temporaryFolder();
	const workspace = positionals[0];
	return {
		age: values.oldest === true ? 'oldest' : 'newest',
		dataDir,
		extensionsDir: asString(values['extensions-dir']) ?? path.join(dataDir, 'extensions'),
		asksForTrust: values['disable-workspace-trust'] !== true,
		extensionDevelopmentPaths: (values.extensionDevelopmentPath ?? []).filter((value) => typeof value === 'string'),
		extensionTestsPath: moduleFile(tests),
		...(workspace === undefined ? {} : { workspace }),
	};
}

/** VS Code on the desktop also takes a folder, or a file without its ending; a remote window takes neither. */
function moduleFile(module: string): string {
	if (existsSync(module) && statSync(module).isDirectory()) {
		return path.join(module, 'index.js');
	}
	return existsSync(module) ? module : `${module}.js`;
}

/** Opens the window, passes on what the tests print, and waits for them to end. */
async function suiteExitCode(chromium: Browser, address: string): Promise<number> {
	const page = await chromium.newPage();
	const ended = Promise.withResolvers<number>();
	await page.exposeFunction('codeAutomationLog', printEntry);
	await page.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
	page.on('crash', () => ended.reject(new Error("VS Code's window crashed.")));
	const timer = setTimeout(() => ended.reject(new Error(`No end after ${SUITE_MS / 60_000} minutes.`)), SUITE_MS);
	await page.goto(address, { waitUntil: 'commit' });
	return ended.promise.finally(() => clearTimeout(timer));
}

function asString(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
