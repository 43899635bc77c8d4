/** BibTeX macros (`@string`) that are defined in one file of a corpus and used in another. */

/** `@string{acl = "Proc. " # assoc}` defines the macro `acl` (in lower case) with the source `"Proc. " # assoc`. */
export interface MacroDefinition {
	readonly name: string;
	readonly source: string;
}

/** The macros that a file defines for others, and those that it needs from them. */
export interface FileMacros {
	readonly defined: readonly MacroDefinition[];
	/** Names, in lower case, that it uses without defining them, whether they were found or not. */
	readonly wanted: readonly string[];
}

/** Gives a reader access to macros of other files. */
export interface MacroExchange {
	/** The source of a macro that the text does not define; undefined if no other file defines it either. */
	readonly sourceOf: (name: string) => string | undefined;
	/** Called for each macro that the text defines, in order. */
	readonly define: (macro: MacroDefinition) => void;
}

/** An exchange that calls `sourceOf` once for each name and records which macros are defined and needed. */
export function recordedExchange(sourceOf: MacroExchange['sourceOf']): MacroExchange & { macros(): FileMacros } {
	const wanted = new Map<string, string | undefined>();
	const defined: MacroDefinition[] = [];
	return {
		sourceOf: (name) => {
			if (!wanted.has(name)) {
				wanted.set(name, sourceOf(name));
			}
			return wanted.get(name);
		},
		define: (macro) => defined.push(macro),
		macros: () => ({ defined, wanted: [...wanted.keys()] }),
	};
}
