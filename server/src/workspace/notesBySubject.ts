/** Literature notes: which notes are about one paper, by what they say or by what they are called. */

import { baseName } from '../util/baseName.ts';

/** Uris of notes, by the name of the paper that they are about. */
export type NotesBySubject = ReadonlyMap<string, readonly string[]>;

/**
 * `notes` gives each note's uri, and the paper that its front matter names. A note without one is about the paper whose
 * key is its file name, with or without an `@`: `vaswani2017.md`, `@vaswani2017.md`. Notes that say it come first.
 */
export function notesBySubject(notes: readonly (readonly [uri: string, paper: string | undefined])[]): NotesBySubject {
	const subjects = new Map<string, string[]>();
	const add = (name: string, uri: string): void => {
		const known = subjects.get(name);
		if (known) {
			known.push(uri);
		} else {
			subjects.set(name, [uri]);
		}
	};
	for (const [uri, paper] of notes) {
		if (paper !== undefined) {
			add(paper.normalize('NFC'), uri);
		}
	}
	for (const [uri, paper] of notes) {
		if (paper === undefined) {
			add(
				baseName(uri)
					.normalize('NFC')
					.replace(/^@/, '')
					.replace(/\.[^.]+$/, ''),
				uri,
			);
		}
	}
	return subjects;
}
