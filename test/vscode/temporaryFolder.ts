/** Folders that last at most as long as this process. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const standing = new Set<string>();

/** A new folder with a short path, as VS Code's sockets need; gone when the process ends. */
export function temporaryFolder(): string {
	if (standing.size === 0) {
		process.on('exit', removeAll);
	}
	const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'vscode-run-'));
	standing.add(folder);
	return folder;
}

export function removeFolder(folder: string): void {
	standing.delete(folder);
	if (standing.size === 0) {
		process.off('exit', removeAll);
	}
	remove(folder);
}

function removeAll(): void {
	standing.forEach(remove);
}

/** A process that is just ending may still write there: that is no reason to fail. */
function remove(folder: string): void {
	try {
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	} catch {
		process.stderr.write(`Could not remove ${folder}\n`);
	}
}
