/** Messages for requested changes that are not made. A `file` is a name; a `line` counts from 1. */

export const editMessages = {
	changed: (file: string, line: number) =>
		`${file} has just changed at line ${line}, so nothing was changed. Try again.`,
	readOnly: (file: string) => `${file} cannot be written to, so nothing was changed. Make it writable and try again.`,
	/** `megabytes`: how large a file VS Code lets extensions change. */
	tooLarge: (file: string, megabytes: number) =>
		`${file} has more than ${megabytes} MB, and VS Code cannot change it safely, so nothing was changed. In a terminal, "paper-notes rename OLD NEW" renames a key in files of any size.`,
	unreadable: (file: string) => `${file} could not be read, so nothing was changed.`,
	doubtfulEncoding: (file: string) =>
		`${file} is not valid UTF-8, and changing it could damage its accents. Save it as UTF-8 first; nothing was changed.`,
} as const;
