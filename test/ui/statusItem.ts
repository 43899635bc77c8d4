/** The status item of Paper Notes, as a screen reader finds it. */

import { eventually } from '../support/eventually.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';

/** What it is called, once that is `wanted`. */
export async function statusName({ page }: VscodeWindow, wanted: RegExp): Promise<string> {
	const item = page.locator('#paper-notes\\.paper-notes\\.paperNotes\\.status a');
	return eventually({
		read: async () => (await item.getAttribute('aria-label')) ?? '',
		accept: (name) => wanted.test(name),
		what: `the status item to be called ${wanted}`,
		timeoutMs: 60_000,
	});
}
