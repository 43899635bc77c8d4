/** A bundle of its own (`imports` in package.json), which is loaded with the first note that is made of a template. */

export { literatureNote } from './literatureNote.ts';
