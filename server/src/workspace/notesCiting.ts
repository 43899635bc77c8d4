import { isSameKey } from '../syntax/key.ts';
import type { NoteCollection } from './noteCollection.ts';

/** The notes that cite this reference, open or not. */
export function notesCiting(notes: NoteCollection, reference: string): readonly string[] {
	return [...notes.uris()].filter((uri) => [...notes.referencesOf(uri)].some((one) => isSameKey(one, reference)));
}
