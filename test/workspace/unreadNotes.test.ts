/** Notes that cannot be read for a while still count as citing, and are read again as soon as possible. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Files } from '../../server/src/files/files.ts';
import { isBelow } from '../../server/src/util/isBelow.ts';
import { NoteFiles, readNoteAgain } from '../../server/src/workspace/noteFiles.ts';
import { retryingNotes } from '../../server/src/workspace/retryingNotes.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { corpusOf } from '../support/workspaceOf.ts';

const FOLDER = 'file:///notes';

/** A folder of notes in which programs lock files and disks disappear. */
class Disk {
	readonly texts = new Map<string, string>();
	/** Files that cannot be read, and folders that cannot be listed. */
	readonly held = new Set<string>();

	get files(): Files {
		const statOf = (uri: string) => ({ uri, size: 1, mtime: [...(this.texts.get(uri) ?? '')].length });
		const holds = (uri: string): boolean => [...this.held].some((folder) => isBelow(uri, folder));
		const { texts, held } = this;
		return {
			async *walk(folder, _, onUnlisted = () => {}) {
				const folders = [...held].filter((one) => !texts.has(one) && isBelow(one, folder));
				folders.forEach(onUnlisted);
				for (const uri of [...texts.keys()].filter((one) => isBelow(one, folder))) {
					if (!folders.some((hidden) => isBelow(uri, hidden))) {
						yield statOf(uri);
					}
				}
			},
			stat: async (uri) => (texts.has(uri) ? statOf(uri) : undefined),
			read: async (uri) => {
				if (holds(uri)) {
					throw new Error('EBUSY: resource busy or locked');
				}
				return new TextEncoder().encode(texts.get(uri));
			},
			isWritable: async () => true,
		};
	}
}

function notesOf(t: TestContext, disk: Disk) {
	t.mock.timers.enable({ apis: ['setTimeout'] });
	const workspace = new Workspace(corpusOf([]));
	const { files } = disk;
	let read = 0;
	const reading = retryingNotes({
		workspace,
		files,
		folders: () => [FOLDER],
		onRead: () => {
			read++;
		},
	});
	/** The bibliographies named in notes, to show what is known of their texts. */
	const known = (): readonly string[] => [...workspace.namings()].flatMap(({ paths }) => paths).sort();
	return {
		reading,
		known,
		readAgain: () => read,
		look: () => new NoteFiles(reading).look(FOLDER),
		async wait(seconds: number): Promise<void> {
			t.mock.timers.tick(seconds * 1000);
			for (let turns = 0; turns < 20; turns++) {
				await turn();
			}
		},
	};
}

/** A note with known content. */
function naming(name: string): string {
	return `---\nbibliography: ${name}\n---\n`;
}

test('a note that is held stays as it was, and is read once it is free', async (t) => {
	const disk = new Disk();
	disk.texts.set(`${FOLDER}/a.md`, naming('one.bib'));
	const notes = notesOf(t, disk);
	await notes.look();
	disk.texts.set(`${FOLDER}/a.md`, naming('second.bib'));
	disk.held.add(`${FOLDER}/a.md`);
	await notes.look();
	assert.deepEqual(notes.known(), ['one.bib']);
	await notes.wait(5);
	assert.deepEqual([notes.known(), notes.readAgain()], [['one.bib'], 0]);
	disk.held.clear();
	await notes.wait(9);
	assert.deepEqual(notes.known(), ['one.bib']);
	await notes.wait(1);
	assert.deepEqual([notes.known(), notes.readAgain()], [['second.bib'], 1]);
	disk.texts.set(`${FOLDER}/a.md`, naming('unheard.bib'));
	await notes.wait(60);
	assert.deepEqual(notes.known(), ['second.bib'], 'no longer tried');
});

test('a held note that was never read is read once it is free, and forgotten when it has gone', async (t) => {
	const disk = new Disk();
	for (const name of ['a', 'b']) {
		disk.texts.set(`${FOLDER}/${name}.md`, naming(`${name}.bib`));
		disk.held.add(`${FOLDER}/${name}.md`);
	}
	const notes = notesOf(t, disk);
	await notes.look();
	assert.deepEqual(notes.known(), []);
	disk.held.clear();
	disk.texts.delete(`${FOLDER}/b.md`);
	await notes.wait(5);
	assert.deepEqual([notes.known(), notes.readAgain()], [['a.bib'], 2]);
});

test('notes in a folder that cannot be listed stay, and all of it is read once it can be', async (t) => {
	const disk = new Disk();
	disk.texts.set(`${FOLDER}/deep/down/a.md`, naming('a.bib'));
	disk.texts.set(`${FOLDER}/b.md`, naming('b.bib'));
	const notes = notesOf(t, disk);
	await notes.look();
	disk.held.add(`${FOLDER}/deep`);
	disk.texts.delete(`${FOLDER}/b.md`);
	await notes.look();
	assert.deepEqual(notes.known(), ['a.bib'], 'what has gone elsewhere is forgotten');
	disk.texts.set(`${FOLDER}/deep/new.md`, naming('new.bib'));
	disk.held.clear();
	await notes.wait(5);
	assert.deepEqual([notes.known(), notes.readAgain()], [['a.bib', 'new.bib'], 1]);
	disk.texts.clear();
	await notes.look();
	assert.deepEqual(notes.known(), []);
});

test('a note outside all folders that is held when its editor closes it is read once it is free', async (t) => {
	const disk = new Disk();
	const uri = 'file:///elsewhere/a.md';
	disk.texts.set(uri, naming('saved.bib'));
	disk.held.add(uri);
	const notes = notesOf(t, disk);
	const { workspace } = notes.reading;
	workspace.apply({ kind: 'noteOpened', uri, text: naming('unsaved.bib') });
	workspace.apply({ kind: 'noteClosed', uri });
	await readNoteAgain(notes.reading, uri);
	assert.deepEqual(notes.known(), ['unsaved.bib']);
	disk.held.clear();
	await notes.wait(5);
	assert.deepEqual(notes.known(), ['saved.bib']);
});
