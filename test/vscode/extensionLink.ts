/** Extensions by links: ours from its source folder as if it were installed, and some of those that VS Code brings. */
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a link to `extensionPath` where VS Code looks for its extensions. Replaces what was there under this name:
 * another version of the extension, or a link to another clone.
 */
export async function linkExtension(extensionPath: string, extensionsDir: string): Promise<void> {
	const manifest = JSON.parse(await readFile(path.join(extensionPath, 'package.json'), 'utf8'));
	const link = path.join(extensionsDir, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
	await mkdir(extensionsDir, { recursive: true });
	await rm(link, { recursive: true, force: true });
	// VS Code's own list of what is installed. Without it, VS Code looks at the folders and makes it anew.
	await rm(path.join(extensionsDir, 'extensions.json'), { force: true });
	await symlink(path.resolve(extensionPath), link, 'junction');
}

/** A folder of links to those of VS Code's own extensions in `from` that have these names. */
export async function linkBuiltIns(names: readonly string[], from: string, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await Promise.all(names.map((name) => symlink(path.join(from, name), path.join(folder, name), 'junction')));
}
