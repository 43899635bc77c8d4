/**
 * Commands that people use now and then: a bundle of its own (`imports` in package.json), which is loaded when the first of
 * them runs.
 */

export { copyTypeset } from './citing/typesetting.ts';
export { addRecord } from './papers/addingRecords.ts';
export { openLiteratureNote } from './papers/literatureNote.ts';
export { listUncited } from './papers/uncited.ts';
export { copyFormatted } from './rendering/copyFormatted.ts';
export { exportNote } from './rendering/exportNote.ts';
export { insertBibliography } from './rendering/insertBibliography.ts';
export { mergeRecords } from './report/mergeRecords.ts';
export { reportWindows } from './report/reportWindows.ts';
