/** What is said about literature notes and their templates. */

import { visible } from './foreignText.ts';

export const notingMessages = {
	noFolder: 'Open a folder first: a literature note is a file in it.',
	outside: (folder: string) =>
		`The folder of literature notes, "${visible(folder)}", is not in the open folder. Change paperNotes.literatureNotes.folder.`,
	noTemplate: (name: string) =>
		`There is no template "${visible(name)}" in the open folder that can be read. Change paperNotes.literatureNotes.template, or clear it for the standard one.`,
	/** `name`: of the template or the setting. */
	fault: (name: string, fault: string, line: number) => `Line ${line} of "${visible(name)}": ${visible(fault)}.`,
	label: (key: string) => `Create a literature note for "${visible(key)}"`,
	notCreated: 'The note could not be created. The folder may be read-only.',
	openTemplate: 'Open Template',
	gone: 'The literature note could not be opened. Try again.',
} as const;
