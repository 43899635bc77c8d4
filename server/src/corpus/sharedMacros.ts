/** Macros (`@string` of BibTeX) that one file of a corpus defines and another uses. */

/** `@string{acl = "Proc. " # assoc}` defines `acl`, in lower case, by the source `"Proc. " # assoc`. */
export interface MacroDefinition {
	readonly name: string;
	readonly source: string;
}

/** What a file gives to the others, and what it wants of them. */
export interface FileMacros {
	readonly defined: readonly MacroDefinition[];
	/** Names, in lower case, that it uses without defining them, found or not. */
	readonly wanted: readonly string[];
}

/** How a reader takes part while it reads a file. */
export interface MacroExchange {
	/** The source of a macro that the text does not define; undefined where no other file does either. */
	readonly sourceOf: (name: string) => string | undefined;
	/** Told of each macro that the text defines, in order. */
	readonly define: (macro: MacroDefinition) => void;
}

/** An exchange that asks `sourceOf`, once for each name, and keeps what comes up. */
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
