/**
 * A workspace from a fixture. What stands below `/disk/` are notes that no editor has open; every other `.md` file
 * outside `/papers/` is an open note; all the rest is the corpus.
 */

import { DatabaseSync } from 'node:sqlite';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { recognised } from '../../server/src/corpus/reading/corpusText.ts';
import type { BibliographyFaults, NamedFiles } from '../../server/src/files/bibliographies.ts';
import { bibliographyPlaces } from '../../server/src/files/bibliographyPlaces.ts';
import { isProjectFile } from '../../server/src/files/projectFiles.ts';
import { openReader, openWriter } from '../../server/src/index/openIndex.ts';
import { placeRecords } from '../../server/src/indexing/corpusReading.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { type FixtureFile, filesIn } from './fixture.ts';

export interface WorkspaceOptions {
	/** The value of section `paperNotes`. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Whether all corpus files have been looked at; true by default. */
	readonly complete?: boolean;
	readonly faults?: BibliographyFaults;
	/** The user's home folder; not known by default. */
	readonly home?: string;
	/** Paths of the workspace folders; none by default. */
	readonly folders?: readonly string[];
	/** Whether the settings name a corpus file for all notes; none by default. */
	readonly isForAll?: (uri: string) => boolean;
}

export interface FixtureWorkspace {
	readonly workspace: Workspace;
	readonly files: readonly FixtureFile[];
	/** The note with the cursor, else the corpus file with it, which is open then; else the first note. */
	readonly note: FixtureFile;
	readonly uri: string;
	/** Where the cursor stands in that file; its beginning where the fixture has none. */
	readonly offset: number;
}

export function workspaceOf(
	fixture: string,
	{
		settings = {},
		complete = true,
		faults = new Map(),
		home,
		folders = [],
		isForAll = () => false,
	}: WorkspaceOptions = {},
): FixtureWorkspace {
	const files = filesIn(fixture);
	const workspace = new Workspace(corpusOf(files), home);
	const other = readSettings(settings);
	workspace.apply({ kind: 'settings', folders: new Map(folders.map((path) => [uriOf(path), other])), other });
	workspace.apply({ kind: 'corpusComplete', complete });
	const notes = files.filter(isNote);
	for (const { path, text } of notes) {
		workspace.apply({ kind: path.startsWith('/disk/') ? 'noteRead' : 'noteOpened', uri: uriOf(path), text });
	}
	for (const { path, text } of files.filter(({ path }) => isProjectFile(path))) {
		workspace.apply({ kind: 'projectRead', uri: uriOf(path), text });
	}
	workspace.apply({ kind: 'bibliographiesFound', faults, named: namedFiles(workspace, files), isForAll });
	const hasCursor = ({ cursor }: FixtureFile): boolean => cursor !== undefined;
	const note = notes.find(hasCursor) ?? files.find(hasCursor) ?? notes[0];
	if (!note) {
		throw new Error('The fixture has no note.');
	}
	if (!isNote(note)) {
		workspace.apply({ kind: 'fileOpened', uri: uriOf(note.path), text: note.text });
	}
	return { workspace, files, note, uri: uriOf(note.path), offset: note.cursor ?? 0 };
}

/** The files of the fixture that notes and project files name, each at the first place where it may be. */
export function namedFiles(workspace: Workspace, files: readonly Pick<FixtureFile, 'path'>[]): NamedFiles {
	const known = new Set(files.map(({ path }) => uriOf(path)));
	const around = { folders: [], projects: workspace.quartoFolders(), home: workspace.home };
	return new Map(
		[...workspace.namings()].map(({ uri, paths }) => {
			const places = paths.map((path) => bibliographyPlaces(path, uri, around).find((place) => known.has(place)));
			return [uri, places.filter((place) => place !== undefined)];
		}),
	);
}

export function uriOf(path: string): string {
	return `file://${path}`;
}

/** Corpora are read only, so that cases with the same corpus share one. */
const corpora = new Map<string, Corpus>();

/** The files of a fixture that are no notes, as one index in memory. */
export function corpusOf(files: readonly FixtureFile[]): Corpus {
	const corpusFiles = files.filter((file) => !isNote(file));
	const name = JSON.stringify(corpusFiles.map(({ path, text }) => [path, text]));
	const known = corpora.get(name);
	const corpus = known ?? builtCorpus(corpusFiles);
	corpora.set(name, corpus);
	return corpus;
}

function isNote({ path }: FixtureFile): boolean {
	return path.endsWith('.md') && !path.startsWith('/papers/');
}

function builtCorpus(files: readonly Pick<FixtureFile, 'path' | 'text'>[]): Corpus {
	const db = new DatabaseSync(':memory:');
	const writer = openWriter(db);
	if ('failure' in writer) {
		throw new Error(writer.failure.message);
	}
	for (const { path, text } of files) {
		const content = recognised(uriOf(path), text);
		const { records, reading } = placeRecords(content, (name) => writer.opened.macroSource(name, uriOf(path)));
		const format = content.kind === 'readable' ? content.format.name : undefined;
		const file = { uri: uriOf(path), format, size: text.length, mtime: 0, hash: '' };
		runToEnd(writer.opened.replaceFile(file, records, reading));
	}
	const reader = openReader(db, ({ message }) => {
		throw new Error(message);
	});
	if ('failure' in reader) {
		throw new Error(reader.failure.message);
	}
	return reader.opened;
}

function runToEnd(writing: Iterator<unknown, { readonly outcome: string }>): void {
	let step = writing.next();
	while (!step.done) {
		step = writing.next();
	}
	if (step.value.outcome !== 'done') {
		throw new Error(JSON.stringify(step.value));
	}
}
