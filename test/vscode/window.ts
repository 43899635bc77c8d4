/** The real window of VS Code in headless Chromium, for tests that do what a person does with keys and mouse. */
import type { Browser, Page } from 'playwright-core';
import { windowAddress } from './address.ts';
import { launchChromium } from './chromium.ts';
import { type RunningVscode, startVscode } from './server.ts';
import type { Settings } from './settings.ts';
import { removeFolder, temporaryFolder } from './temporaryFolder.ts';
import { VscodeWindow } from './vscodeWindow.ts';

export interface WindowStart {
	/** A folder or a `.code-workspace` file. Left out: the window has no folder, and `openFile` stands alone in it. */
	readonly workspace?: string;
	/** A file that is open from the start. */
	readonly openFile?: string;
	/** User settings, over the quiet ones. */
	readonly settings?: Settings;
	/** Default: dark. */
	readonly theme?: Theme;
	/** The folder of an extension that runs from its source. */
	readonly extensionPath?: string;
	/** The folders of others that run beside it. */
	readonly furtherExtensions?: readonly string[];
	/** A packaged extension that is installed before the window opens. */
	readonly vsix?: string;
	/** True: all of VS Code's own extensions run, as people have them. Default: those that a note needs; it opens sooner. */
	readonly allBuiltIns?: boolean;
	/** True: VS Code asks whether to trust the folder, and `trust` or `distrust` answers. Default: trusted, not asked. */
	readonly asksForTrust?: boolean;
	/** In pixels. Default: 1280 x 800. */
	readonly size?: { readonly width: number; readonly height: number };
	/** 2 draws everything twice as large, so that half as much has room. Default: 1. */
	readonly zoom?: number;
	readonly env?: NodeJS.ProcessEnv;
}

/** In the browser VS Code by itself only says in a banner that it restricts the window. */
const ASK = { 'security.workspace.trust.startupPrompt': 'always' };

/** What draws and understands notes, libraries and settings. Git, Copilot and the like take a sixth of a window's start. */
const BUILT_INS = [
	'configuration-editing',
	'json',
	'json-language-features',
	'latex',
	'markdown-basics',
	'markdown-language-features',
	'markdown-math',
	'media-preview',
	'references-view',
	'theme-defaults',
	'theme-modern-icons',
	'theme-seti',
	'yaml',
];

/** What a new user has, and what one with weak eyes chooses. */
export const THEMES = {
	dark: 'Dark 2026',
	light: 'Light 2026',
	'high-contrast': 'Default High Contrast',
	'high-contrast-light': 'Default High Contrast Light',
};

export type Theme = keyof typeof THEMES;

/** A window with its own server, browser and data; ready for keys when this returns. */
export async function openWindow(start: WindowStart): Promise<VscodeWindow> {
	const dataDir = temporaryFolder();
	const ended: (() => Promise<unknown>)[] = [async () => removeFolder(dataDir)];
	const close = async () => {
		for (const end of ended.splice(0).reverse()) {
			await end();
		}
	};
	try {
		const [server, browser] = await Promise.all([serverFor(start, dataDir), launchChromium()]);
		ended.push(server.stop, () => browser.close());
		return new VscodeWindow(await openedPage(browser, server, start), close);
	} catch (error) {
		await close();
		throw error;
	}
}

async function serverFor(start: WindowStart, dataDir: string): Promise<RunningVscode> {
	const { theme = 'dark', asksForTrust = false, vsix, extensionPath, furtherExtensions = [], env = {} } = start;
	const settings = { 'workbench.colorTheme': THEMES[theme], ...ASK, ...start.settings };
	const server = await startVscode({
		dataDir,
		settings,
		asksForTrust,
		env,
		furtherExtensions,
		...(start.allBuiltIns ? {} : { builtIns: BUILT_INS }),
		...(extensionPath ? { extensionPath } : {}),
	});
	if (vsix) {
		await server.installExtension(vsix);
	}
	return server;
}

async function openedPage(browser: Browser, server: RunningVscode, start: WindowStart): Promise<Page> {
	const { workspace, openFile, size = { width: 1280, height: 800 }, zoom = 1, theme = 'dark' } = start;
	const page = await browser.newPage({
		viewport: { width: Math.round(size.width / zoom), height: Math.round(size.height / zoom) },
		deviceScaleFactor: zoom,
		colorScheme: theme.includes('light') ? 'light' : 'dark',
		// Bars that run to and fro take a processor that the tests need.
		reducedMotion: 'reduce',
	});
	const contents = { ...(workspace ? { workspace } : {}), ...(openFile ? { openFile } : {}) };
	await page.goto(windowAddress(server, contents), { waitUntil: 'commit' });
	await page.locator(readySign(start)).first().waitFor({ timeout: 30_000 });
	return page;
}

/** The explorer's rows come last, and without a folder the editor: keys pressed before then go nowhere. */
function readySign({ asksForTrust, workspace }: WindowStart): string {
	if (asksForTrust) {
		return '.monaco-dialog-box';
	}
	return workspace === undefined ? '.monaco-editor .view-line' : '.explorer-folders-view .monaco-list-row';
}
