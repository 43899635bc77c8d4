/** Runs the user's own Pandoc (https://pandoc.org/MANUAL.html) on a note. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export interface PandocOrder {
	/** The program: a name on the PATH, or a path. */
	readonly program: string;
	readonly note: string;
	/** The folder of the note, to which its pictures and its style are relative. */
	readonly folder: string;
	/** The filter that reads `@paper[...]`. */
	readonly filter: string;
	/** The papers that the note cites, as CSL-JSON with the note's keys. */
	readonly papers: string;
	/** The file to be written. Its extension is the format. */
	readonly output: string;
}

/** `missing`: there is no such program. `failed`: what it says. */
export type PandocResult =
	| { readonly kind: 'written' }
	| { readonly kind: 'missing' }
	| { readonly kind: 'failed'; readonly said: string };

/** Milliseconds. A book as PDF takes a minute. */
const LONGEST_MS = 300_000;

export async function runPandoc({ program, note, folder, filter, papers, output }: PandocOrder): Promise<PandocResult> {
	// A relative path would lead to a program beside the note.
	if (!isAbsolute(program) && /[\\/]/.test(program)) {
		return { kind: 'missing' };
	}
	let timer: NodeJS.Timeout | undefined;
	const temporary = await mkdtemp(join(tmpdir(), 'paper-notes-'));
	try {
		const bibliography = join(temporary, 'papers.json');
		await writeFile(bibliography, papers);
		// The library of the note's own front matter would come without the keys of other libraries.
		const child = spawn(
			program,
			[
				'--from=markdown',
				'--standalone',
				`--lua-filter=${filter}`,
				'--citeproc',
				`--bibliography=${bibliography}`,
				`--resource-path=${folder}`,
				`--output=${output}`,
			],
			// Not in the folder of the note: Windows would look for the program there first.
			{ cwd: temporary, stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true },
		);
		timer = setTimeout(() => child.kill(), LONGEST_MS);
		const said: string[] = [];
		child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
		// It may end before it has read the note.
		child.stdin.on('error', () => {});
		child.stdin.end(note);
		const [status] = await once(child, 'close');
		return status === 0 ? { kind: 'written' } : { kind: 'failed', said: said.join('').trim() };
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'failed', said: message };
	} finally {
		clearTimeout(timer);
		await rm(temporary, { recursive: true, force: true });
	}
}
