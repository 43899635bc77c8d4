/**
 * Features that people use now and then: a bundle of its own (`imports` in package.json), which is loaded with the first
 * request for one of them.
 */

export { beginningsOf, literatureNotesAt, pdfsAt } from './navigation/paperPlaces.ts';
export { renamePlan } from './renaming/rename.ts';
export { renameSteps } from './renaming/renameSteps.ts';
