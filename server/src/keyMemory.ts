/**
 * What remembers keys and recognises renamed ones: a bundle of its own (`imports` in package.json), which is loaded once
 * all papers have been read and not at the start.
 */

export { markedPapers } from './index/tables/markedPapers.ts';
export { openKeyMemory } from './indexing/keyMemory.node.ts';
export { FormerKeys } from './workspace/formerKeys.ts';
