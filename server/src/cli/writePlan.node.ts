/**
 * Writes a plan to the files on disk: all of them or none, also if the command is killed in between. The new texts are
 * written beside the files first, then a journal says that they count, and then each takes its file's place. A command that
 * finds a journal finishes what it says, or undoes it if it does not say yet that the texts count.
 */

import { createHash } from 'node:crypto';
import {
	chmodSync,
	closeSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { disk } from '../files/disk.node.ts';
import { editMessages } from '../messages/edits.ts';
import { edited } from '../notes/change.ts';
import { baseName } from '../util/baseName.ts';
import { decodeText } from '../util/encoding.ts';
import { type LineStarts, lineStartsOf, offsetAt } from '../util/lines.ts';
import type { Range } from '../util/span.ts';
import { type EditPlan, outdatedEdit, type PlannedEdit, type Refusal } from '../workspace/editPlan.ts';

interface Written {
	/** The file, behind links. */
	readonly file: string;
	/** The file with the new text, until it takes the other's place. */
	readonly draft: string;
	/** Sum of the file's bytes before. */
	readonly before: string;
}

interface Journal {
	/** Whether all drafts are complete. */
	readonly counts: boolean;
	readonly files: readonly Written[];
}

/** A file as it is on disk. */
export interface DiskText {
	readonly uri: string;
	readonly name: string;
	readonly text: string;
	readonly bytes: Uint8Array;
	readonly lines: LineStarts;
}

/** The file's text, if writing it back would give the same bytes. */
export async function diskText(uri: string): Promise<DiskText | Refusal> {
	const name = baseName(uri);
	const bytes = await disk.read(uri).catch(() => undefined);
	const decoded = bytes && decodeText(bytes);
	if (!bytes || !decoded) {
		return { refusal: editMessages.unreadable(name) };
	}
	if (!decoded.isUnicode || Buffer.compare(encoded(decoded.text, bytes), bytes) !== 0) {
		return { refusal: editMessages.doubtfulEncoding(name) };
	}
	return { uri, name, text: decoded.text, bytes, lines: lineStartsOf(decoded.text) };
}

/**
 * Carries out the plan. `journal` is the path of the journal. Returns why nothing was changed, or undefined if all files
 * are written.
 */
export async function writePlan(plan: EditPlan, journal: string): Promise<Refusal | undefined> {
	const files = new Map<string, DiskText>();
	for (const uri of new Set(plan.edits.map((edit) => edit.uri))) {
		const file = await diskText(uri);
		if ('refusal' in file) {
			return file;
		}
		if (!(await disk.isWritable(uri))) {
			return { refusal: editMessages.readOnly(file.name) };
		}
		files.set(uri, file);
	}
	const outdated = outdatedEdit(plan, (uri, range) => textAt(files.get(uri), range));
	if (outdated) {
		return { refusal: editMessages.changed(baseName(outdated.uri), outdated.range.start.line + 1) };
	}
	return write([...files.values()], plan.edits, journal);
}

function textAt(file: DiskText | undefined, { start, end }: Range): string | undefined {
	return file?.text.slice(offsetAt(file.lines, start), offsetAt(file.lines, end));
}

function write(files: readonly DiskText[], edits: readonly PlannedEdit[], journal: string): Refusal | undefined {
	const drafts = files.map((file): Written & { readonly bytes: Uint8Array } => {
		const path = realpathSync(URI.parse(file.uri).fsPath);
		const bytes = encoded(withEdits(file, edits), file.bytes);
		return { file: path, draft: `${path}.paper-notes-draft`, before: sumOf(file.bytes), bytes };
	});
	const entries = drafts.map(({ file, draft, before }) => ({ file, draft, before }));
	mkdirSync(dirname(journal), { recursive: true });
	putJournal(journal, { counts: false, files: entries });
	for (const { file, draft, bytes } of drafts) {
		put(draft, bytes);
		chmodSync(draft, statSync(file).mode);
	}
	const changed = entries.find(({ file, before }) => sumOf(readFileSync(file)) !== before);
	if (changed) {
		settleJournal(journal);
		return { refusal: editMessages.changed(baseName(URI.file(changed.file).toString()), 1) };
	}
	putJournal(journal, { counts: true, files: entries });
	settleJournal(journal);
	return undefined;
}

/** Finishes or undoes what a killed command has left. Returns the files that have changed since and were left alone. */
export function settleJournal(path: string): readonly string[] {
	const journal = readJournal(path);
	const changed: string[] = [];
	for (const { file, draft, before } of journal?.files ?? []) {
		const current = statSync(file, { throwIfNoEntry: false }) && sumOf(readFileSync(file));
		if (!statSync(draft, { throwIfNoEntry: false })) {
			continue;
		}
		if (journal?.counts && current === before) {
			renameSync(draft, file);
		} else {
			rmSync(draft, { force: true });
			changed.push(...(journal?.counts ? [file] : []));
		}
	}
	rmSync(path, { force: true });
	return changed;
}

function readJournal(path: string): Journal | undefined {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as Journal;
	} catch {
		// There is none, or it was cut off: then no draft was begun.
		return undefined;
	}
}

function putJournal(path: string, journal: Journal): void {
	put(`${path}.draft`, Buffer.from(JSON.stringify(journal)));
	renameSync(`${path}.draft`, path);
}

/** Writes the file and waits until it is on the disk. */
function put(path: string, bytes: Uint8Array): void {
	const file = openSync(path, 'w');
	try {
		writeSync(file, bytes);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

function sumOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function withEdits({ uri, text, lines }: DiskText, edits: readonly PlannedEdit[]): string {
	const own = edits
		.filter((edit) => edit.uri === uri)
		.map(({ range, newText }) => ({
			from: offsetAt(lines, range.start),
			to: offsetAt(lines, range.end),
			insert: newText,
		}))
		.sort((one, other) => other.from - one.from);
	return edited(text, own);
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** The text in UTF-8, with a mark if `bytes` have one, or in UTF-16 if their mark says so. */
function encoded(text: string, bytes: Uint8Array): Uint8Array {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return Buffer.from(`\ufeff${text}`, 'utf16le');
	}
	const hasMark = UTF8_MARK.every((byte, at) => bytes[at] === byte);
	return Buffer.from(hasMark ? `\ufeff${text}` : text, 'utf8');
}
