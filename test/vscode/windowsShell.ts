/** Programs started through the shell of Windows, which alone runs `.cmd` files: Node puts no quotes around their words. */

export interface ShellCommand {
	/** For `spawn` with `shell: true`. */
	readonly command: string;
	/** To be added to the environment. */
	readonly env: Readonly<Record<string, string>>;
}

/**
 * The words stand in variables: the shell puts their values in and does not look in them for `%` again, and within quotes
 * it takes nothing else in a path for its own.
 */
export function shellCommand(program: string, args: readonly string[]): ShellCommand {
	// A backslash before the closing quote would make it a part of the word.
	const words = [program, ...args].map((word) => word.replace(/\\+$/, '$&$&'));
	const env = Object.fromEntries(words.map((word, index) => [`PAPER_NOTES_WORD_${index}`, word]));
	const command = Object.keys(env).map((name) => `"%${name}%"`);
	return { command: command.join(' '), env };
}
