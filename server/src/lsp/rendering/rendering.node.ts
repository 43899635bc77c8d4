/** A bundle of its own (`imports` in package.json), which is loaded with the first request for a citation in a style. */

export { renderer } from '../../citeproc/renderer.node.ts';
export { insertedBibliography } from './insertedBibliography.ts';
export { formattedPaper, renderedNote } from './renderNote.ts';
