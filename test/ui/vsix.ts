/** The extension as people install it: packaged by `npm run package`, and what is in the package. */

import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../vscode/temporaryFolder.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Vsix {
	readonly path: string;
	readonly bytes: number;
	/** Paths inside the package: `extension/package.json`. */
	readonly files: readonly string[];
	/** What npm and vsce printed. */
	readonly said: string;
}

/** What the copy does without: large, and not packaged. */
const NOT_COPIED: ReadonlySet<string> = new Set(['.git', 'node_modules', 'out', 'test']);

/** Builds and packages a copy of the project, since other tests run what is built here. It is gone when the process ends. */
export async function packageVsix(): Promise<Vsix> {
	const copy = temporaryFolder();
	cpSync(ROOT, copy, { recursive: true, filter: (path) => !NOT_COPIED.has(relative(ROOT, path)) });
	symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
	const { stdout, stderr } = await promisify(execFile)('npm', ['run', '--silent', 'package'], {
		cwd: copy,
		shell: process.platform === 'win32',
	});
	const path = join(copy, 'dist/paper-notes.vsix');
	const zip = readFileSync(path);
	return { path, bytes: zip.length, files: filesInZip(zip), said: stdout + stderr };
}

/** By the directory at the end of the file (PKWARE's APPNOTE, 4.3.12 and 4.3.16); a package has no comment there. */
export function filesInZip(zip: Buffer): string[] {
	const end = zip.length - 22;
	if (zip.readUInt32LE(end) !== 0x0605_4b50) {
		throw new Error('This is not a ZIP file without a comment.');
	}
	const files: string[] = [];
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
		files.push(zip.toString('utf8', at + 46, at + 46 + name));
		at += 46 + name + extra + comment;
	}
	return files;
}
