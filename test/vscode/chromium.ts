/** The browser that shows VS Code's window in the tests: this machine's Chromium or Chrome. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { lockedBy } from './lock.ts';
import { programPath } from './steps.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const OUTSIDE_THE_PATH = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Chromium asks Google's hosts for updates and lists at every start; on a machine without the internet that
 * only costs time. `--no-sandbox`: Chromium refuses to run its sandbox as root, which CI often is.
 */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Headless Chromium under playwright's control. */
export async function launchChromium(): Promise<Browser> {
	return chromium.launch({ executablePath: await chromiumPath(), args: FLAGS });
}

/** `CHROMIUM_PATH`, else a browser on this machine, else Debian's, installed where we may. */
export async function chromiumPath(): Promise<string> {
	const chosen = process.env['CHROMIUM_PATH'];
	if (chosen && !existsSync(chosen)) {
		throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
	}
	const found = chosen ?? (await foundOrInstalled());
	if (found) {
		return found;
	}
	throw new Error(
		'The tests of the real window need Chromium or Chrome. Install one (Debian: apt-get install chromium) ' +
			'or name it in the environment variable CHROMIUM_PATH.',
	);
}

/** One process at a time: apt-get refuses to run twice, and what another process has half installed is there already. */
async function foundOrInstalled(): Promise<string | undefined> {
	const found = Promise.withResolvers<string | undefined>();
	await lockedBy(path.join(import.meta.dirname, '.state/chromium.lock'), async () => {
		found.resolve((await installedChromium()) ?? (await debianChromium()));
	});
	return found.promise;
}

async function installedChromium(): Promise<string | undefined> {
	const onPath = await Promise.all(NAMES.map(programPath));
	return onPath.find((file) => file !== undefined) ?? OUTSIDE_THE_PATH.find((file) => existsSync(file));
}

async function debianChromium(): Promise<string | undefined> {
	if (process.getuid?.() !== 0 || !(await programPath('apt-get'))) {
		return undefined;
	}
	process.stderr.write('Installing Chromium with apt-get, once (about half a minute)\n');
	await aptGet(['update']);
	await aptGet(['install', '--yes', '--no-install-recommends', 'chromium']);
	return installedChromium();
}

async function aptGet(args: readonly string[]): Promise<void> {
	const apt = spawn('apt-get', ['-qq', ...args], {
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		// Its output goes where it can be read when it fails; stdout belongs to the tests.
		stdio: ['ignore', 2, 2],
	});
	const [code] = await once(apt, 'close');
	if (code !== 0) {
		throw new Error(`apt-get ${args.join(' ')} ended with ${code}; its own words stand above.`);
	}
}

if (import.meta.main) {
	process.stdout.write(`${await chromiumPath()}\n`);
}
