/**
 * Choosing a library and opening the sample: needed a few times in all, so it is a bundle of its own (`imports` in
 * package.json), which is loaded when such a command runs.
 */

export { chooseLibrary, writeLibraries } from './chooseLibrary.ts';
export { openSample } from './sample.ts';
export { tellWhatWasRead } from './whatWasRead.ts';
