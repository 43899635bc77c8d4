/**
 * Pictures of each state of Paper Notes in four looks, at 100 and 200 %: to be looked at before a change is called done.
 * They are written to `out/look`, a folder for each look.
 *
 *     npm run look [-- dark light] [--zoom 1] [--states list-query,card-of-a-paper]
 *     npm run look -- --readme       writes the README's picture
 */

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleWorkspace } from '../../support/sampleWorkspace.ts';
import type { VscodeWindow } from '../../vscode/vscodeWindow.ts';
import { openWindow, type Theme } from '../../vscode/window.ts';
import { SHORT_NOTE, STATES, type State } from './states.ts';

const ROOT = join(import.meta.dirname, '../../..');
const OUT = join(ROOT, 'out/look');
const LOOKS: readonly Theme[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { zoom: { type: 'string' }, states: { type: 'string' }, readme: { type: 'boolean' } },
});
/** The list with the card beside it is what README shows. */
const README = { look: 'light', state: 'list-and-card' };
const wantedLooks = values.readme ? [README.look] : positionals;
const looks = LOOKS.filter((look) => wantedLooks.length === 0 || wantedLooks.includes(look));
const zooms = values.readme ? [1] : values.zoom === undefined ? [1, 2] : [Number(values.zoom)];
const wanted = values.readme ? [README.state] : values.states?.split(',');
const states = STATES.filter(({ name }) => wanted?.includes(name) ?? true);
const missing: string[] = [];

for (const theme of looks) {
	for (const zoom of zooms) {
		await takePictures(theme, zoom);
	}
}
console.log(missing.length > 0 ? `Not reached:\n${missing.join('\n')}` : 'Every state was reached.');
process.exitCode = missing.length > 0 ? 1 : 0;
if (values.readme && missing.length === 0) {
	copyFileSync(join(OUT, `${README.look}-100/${README.state}.png`), join(ROOT, 'media/paper-notes.png'));
}

async function takePictures(theme: Theme, zoom: number): Promise<void> {
	const folder = join(OUT, `${theme}-${zoom * 100}`);
	mkdirSync(folder, { recursive: true });
	const workspace = sampleWorkspace();
	writeFileSync(join(workspace.path, SHORT_NOTE.name), SHORT_NOTE.text);
	const window = await openWindow({
		workspace: workspace.path,
		extensionPath: ROOT,
		theme,
		zoom,
		// At 200 % the explorer would leave no room for the note, as a person soon finds.
		settings: { 'workbench.sideBar.location': 'left', 'editor.minimap.enabled': false },
	});
	try {
		await window.openFile('notes/attention.md');
		await window.statusBar((entries) => entries.some((entry) => /^\d+ papers$/.test(entry)));
		if (zoom > 1) {
			await window.press('Control+B');
		}
		for (const state of states) {
			await takePicture(window, state, join(folder, `${state.name}.png`));
		}
		console.log(`${folder}: ${states.length} states`);
	} finally {
		await window.close();
		workspace.remove();
	}
}

async function takePicture(window: VscodeWindow, { name, reach, leave }: State, path: string): Promise<void> {
	try {
		await reach(window);
	} catch (error) {
		missing.push(`${path}: ${String(error).slice(0, 300)}`);
	}
	await window.screenshot(path);
	await leave(window).catch((error: unknown) => missing.push(`${name}, on leaving: ${String(error).slice(0, 300)}`));
}
