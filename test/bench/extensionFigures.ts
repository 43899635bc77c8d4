/** The extension as it is installed: the size of its package, and what it costs VS Code to bring it to life. */

import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually.ts';
import { sampleWorkspace } from '../support/sampleWorkspace.ts';
import { packageVsix } from '../ui/vsix.ts';
import { openWindow } from '../vscode/window.ts';
import { median, repeated } from './samples.ts';
import { MB } from './serverMemory.ts';
import { type Figure, formatted } from './table.ts';

/** Windows that are opened, each with a new extension host. */
const WINDOWS = 5;

/** Milliseconds in which a window that has just been opened comes to rest: before, it is the window that is measured. */
const REST = 5000;

/** Package and activation, in this order, so that what is activated is what was packaged. */
export async function extensionFigures(): Promise<Figure[]> {
	const { path, bytes } = await packageVsix();
	const ms = await repeated(WINDOWS, () => activation(path));
	const remark = `max ${formatted(Math.max(...ms), 'ms')} of ${WINDOWS} windows`;
	return [
		{ name: 'size of the package', value: bytes / MB, unit: 'MB', target: 2 },
		{ name: 'activation, by VS Code itself', value: median(ms), unit: 'ms', target: 50, remark },
	];
}

/**
 * Milliseconds of the extension host's time, as VS Code's list of running extensions tells them: reading and running the
 * extension's code and the call of `activate`, in a window at rest that a note is opened in.
 */
async function activation(vsix: string): Promise<number> {
	const workspace = sampleWorkspace();
	const window = await openWindow({ workspace: workspace.path, vsix });
	try {
		await pause(REST);
		await window.openFile('notes/attention.md');
		await window.statusBar((entries) => entries.some((entry) => /papers/.test(entry)));
		await window.runCommand('Developer: Show Running Extensions');
		const row = window.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Paper Notes' });
		return await eventually({
			read: async () => Number(/(\d+) ?ms/.exec((await row.first().textContent({ timeout: 1000 })) ?? '')?.[1]),
			accept: (ms) => Number.isFinite(ms),
			what: 'the activation time of Paper Notes in the list of running extensions',
		});
	} finally {
		await window.close();
		workspace.remove();
	}
}
