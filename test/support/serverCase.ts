/** A temporary folder with files, and servers on it. When the test ends, however it ends, both are gone. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { PaperResponse, StatusResponse } from '../../server/src/protocol.ts';
import type { Editor } from './editor.ts';
import { eventually } from './eventually.ts';
import { indexed } from './scenarios.ts';
import { type StdioEditor, type StdioOptions, startStdioEditor } from './stdioEditor.ts';

export interface ServerCase {
	readonly folder: string;
	/** The absolute path of a file of the case. */
	path(name: string): string;
	/** Writes a file without telling any server. */
	put(name: string, text: string | Uint8Array): void;
	/** Has `act` run when the servers have ended, before the folder goes. */
	atEnd(act: () => void): void;
	/** Starts a server on the folder, or on a folder in it. */
	start(options?: StdioOptions & { readonly on?: string }): Promise<StdioEditor>;
}

export function serverCase(
	t: Pick<TestContext, 'after'>,
	files: Readonly<Record<string, string | Uint8Array>> = {},
): ServerCase {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'paper-notes-')));
	const editors: StdioEditor[] = [];
	const endings: (() => void)[] = [];
	t.after(async () => {
		await Promise.all(editors.map((editor) => editor.kill()));
		for (const act of endings) {
			act();
		}
		rmSync(folder, { recursive: true, force: true });
	});
	const path = (name: string): string => join(folder, name);
	const put = (name: string, text: string | Uint8Array): void => {
		mkdirSync(dirname(path(name)), { recursive: true });
		writeFileSync(path(name), text);
	};
	for (const [name, text] of Object.entries(files)) {
		put(name, text);
	}
	return {
		folder,
		path,
		put,
		atEnd: (act) => endings.push(act),
		async start({ on = '', ...options } = {}) {
			const editor = await startStdioEditor(path(on), options);
			editors.push(editor);
			return editor;
		},
	};
}

/** `entry('a2020', 'On Things')` is a BibTeX entry that lacks nothing. */
export function entry(key: string, title: string, further = ''): string {
	return `@article{${key},\n  title = {${title}},\n  author = {Author, Ann},\n  journal = {Journal},\n  year = {2020},\n${further}}\n`;
}

export function paper(editor: Editor, key: string): Promise<PaperResponse | null> {
	return editor.request<PaperResponse | null>('paperNotes/paper', { key });
}

export function status(editor: Editor): Promise<StatusResponse> {
	return editor.request<StatusResponse>('paperNotes/status', {});
}

/** Until the paper is known, or with `false` unknown. */
export async function known(editor: Editor, key: string, isKnown = true): Promise<PaperResponse | null> {
	return eventually({
		read: () => paper(editor, key),
		accept: (seen) => (seen !== null) === isKnown,
		what: `${key} to be ${isKnown ? 'known' : 'unknown'}`,
	});
}

/** What the index report says of a file, once all is read; by the end of its name. */
export async function fileStatus(editor: Editor, name: string) {
	const { files } = await indexed(editor);
	return files.find(({ uri }) => decodeURIComponent(uri).endsWith(name));
}
