/** Messages about a corpus file as a whole: why it was not read, or only in part. */

import { counted } from './counted.ts';

/** What people call the encodings that are recognised by their letters. */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
	['big5', 'Chinese (Big5)'],
	['gbk', 'Chinese (GBK)'],
	['gb18030', 'Chinese (GB 18030)'],
	['euc-jp', 'Japanese (EUC-JP)'],
	['iso-2022-jp', 'Japanese (ISO-2022-JP)'],
	['shift_jis', 'Japanese (Shift JIS)'],
	['euc-kr', 'Korean (EUC-KR)'],
	['koi8-r', 'Cyrillic (KOI8-R)'],
	['windows-1251', 'Cyrillic (windows-1251)'],
	['windows-1253', 'Greek (windows-1253)'],
]);

export const corpusFileMessages = {
	notAList: 'This kind of file does not list papers.',
	binary: 'This is a binary file, not text.',
	empty: 'The file is empty: it has no papers yet.',
	tooLarge: (megabytes: string) =>
		`The file has ${megabytes} MB, and at most 500 MB can be read. Split it into several files.`,
	/** `beginning`: the first words of the file. */
	unknownFormat: (beginning: string) => `The file begins with "${beginning}", which matches no known format.`,
	bytesNotText: 'Some bytes of this file are not text.',
	endsWithinCharacter: 'The file ends in the middle of a character, so it may be cut off.',
	notUtf8: 'The file is not valid UTF-8, so it was read as windows-1252 and accents may be wrong. Save it as UTF-8.',
	readAs: (encoding: string) =>
		`The file names no encoding, so it was read as ${ENCODINGS.get(encoding) ?? encoding}. Save it as UTF-8.`,
	/** `character`: as windows-1252 has it. */
	strayByte: (character: string) =>
		`This character is not written in UTF-8, as the rest of the file is. It was read as "${character}". Correct it, and save the file as UTF-8.`,
	lostCharacter: 'A character was lost here, perhaps when the file was saved in another encoding. Write it again.',
	/** `count`: more than are listed one by one. */
	manyLostCharacters: (count: number) =>
		`At ${count} places the characters do not fit the file's encoding. Save the file as UTF-8.`,
	/** `reason`: the file system's own message. */
	unreadable: (reason: string) => `The file cannot be read: ${reason}.`,
	/** The same for a failure that may be temporary. `papers`: number of papers read from it before. */
	unreadableNow: (reason: string, papers: number) =>
		`The file cannot be read now: ${reason}. Paper Notes will try again.${papers > 0 ? ` Until then it shows ${counted(papers, 'paper')} as last read.` : ''}`,
	/** `target`: a path. */
	leadsOutside: (target: string) =>
		`This link leads out of the open folder, to "${target}", so it is not read. To read it, add that path to paperNotes.libraries in your user settings.`,
	allowLibrary: 'Allow this library',
	/** A reason for the messages above. `kind`: one of those below. */
	notAFile: (kind: string) => `it is ${kind}, not a file`,
	/** The same for a file whose name no editor can use. */
	misnamed: 'its name is not UTF-8, so rename it',
	folder: 'a folder',
	deadLink: 'a link that leads nowhere',
	pipe: 'a pipe',
	socket: 'a socket',
	device: 'a device',
	system: 'a file of the operating system',
	/** A reason for `unreadableNow`. */
	noAnswer: 'the disk does not answer',
	readerFailed: (error: string) => `This file could not be read because of an error in Paper Notes: ${error}.`,
	/** `path`: as written in the setting. */
	nothingAtPath: (path: string) =>
		`Your settings name "${path}" in paperNotes.corpus or paperNotes.libraries, but there is no readable file there.`,
} as const;
