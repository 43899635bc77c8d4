/**
 * The user's settings. One table holds the name, default and reader of each setting; `package.json` and the README must
 * agree with it.
 */

import { type Exclusion, exclusionsOf } from '../files/exclusions.ts';
import type { CitationSyntax } from '../notes/citation.ts';
import type { ProblemCode } from '../util/problem.ts';
import type { WrittenWhere } from '../util/writtenPath.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** `auto` means `paper`, plus `pandoc` in folders whose notes contain `[@key]` with the key of a paper. */
export type Syntax = CitationSyntax | 'auto';

export interface Settings {
	/** Globs and paths of corpus files: relative to the workspace folder, absolute, or starting with `~`. */
	readonly corpus: readonly string[];
	/** Further corpus files and folders, given as plain paths without globs. */
	readonly libraries: readonly string[];
	readonly exclude: readonly Exclusion[];
	readonly syntaxes: readonly Syntax[];
	readonly maxItems: number;
	readonly label: 'title' | 'key';
	/** Which unknown `@key` without brackets are reported. `likely`: those that have a year or are close to a known key. */
	readonly bareKeys: 'likely' | 'always' | 'never';
	/** In characters; 0 shows the whole abstract. */
	readonly maxAbstractLength: number;
	/** Keys that are never reported as unknown, with `*` for any text. */
	readonly ignoredKeys: readonly string[];
	/** How a record gets a key: see `corpus/keyPattern`. */
	readonly keyPattern: string;
	/** Whether records say in how many notes they are cited. */
	readonly codeLens: boolean;
	/** Whether author and year are shown after each citation. */
	readonly inlayHints: boolean;
	/** Whether words that mention a paper without citing it are marked. */
	readonly mentions: boolean;
	/** The folder of new literature notes, relative to the workspace folder. */
	readonly noteFolder: string;
	/** A template of their file names, without extension. */
	readonly noteFileName: string;
	/** The file with their template, relative to the workspace folder; empty for the standard one. */
	readonly noteTemplate: string;
	/** Name, path or address of the citation style of notes that name none. */
	readonly citationStyle: string;
	/** The language of citations, as a tag such as `de`; empty for the style's own. */
	readonly citationLocale: string;
	readonly severities: Readonly<Record<ProblemCode, Severity>>;
}

interface Setting<T> {
	/** The name without `paperNotes.`. */
	readonly name: string;
	readonly standard: T;
	/** The value of `raw`; undefined if it is not valid, so that the default is kept. */
	readonly read: (raw: unknown) => T | undefined;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint', 'off'];

const SYNTAXES: readonly Syntax[] = ['paper', 'pandoc', 'auto'];

const STANDARD_SEVERITIES: Readonly<Record<ProblemCode, Severity>> = {
	'unknown-paper': 'warning',
	'ambiguous-paper': 'warning',
	'renamed-key': 'warning',
	'malformed-citation': 'warning',
	'duplicate-key': 'warning',
	'unreadable-entry': 'warning',
	'unreadable-file': 'error',
	'undefined-macro': 'warning',
	'duplicate-field': 'warning',
	'malformed-identifier': 'warning',
	'impossible-date': 'warning',
	'uncitable-key': 'warning',
	'missing-field': 'hint',
	'missing-bibliography': 'warning',
	'misspelled-citation': 'warning',
	'repeated-paper': 'hint',
	'shared-identifier': 'information',
	'merge-conflict': 'error',
};

const corpus: Setting<readonly string[]> = {
	name: 'corpus',
	standard: ['**/*.bib', '**/*.ris', '**/*.nbib', '{papers,corpus,references,bibliography}/**'],
	read: readStrings,
};
const libraries: Setting<readonly string[]> = { name: 'libraries', standard: [], read: readStrings };
const exclude: Setting<readonly string[]> = {
	name: 'exclude',
	standard: ['**/node_modules/**', '**/.git/**'],
	read: readStrings,
};
const syntaxes: Setting<readonly Syntax[]> = {
	name: 'syntaxes',
	standard: ['paper'],
	read: (raw) => readStrings(raw)?.filter(oneOf(SYNTAXES)),
};
const maxItems: Setting<number> = { name: 'completion.maxItems', standard: 50, read: (raw) => readCount(raw, 1) };
const label: Setting<'title' | 'key'> = {
	name: 'completion.label',
	standard: 'title',
	read: (raw) => (raw === 'title' || raw === 'key' ? raw : undefined),
};
const bareKeys: Setting<'likely' | 'always' | 'never'> = {
	name: 'bareKeys',
	standard: 'likely',
	read: (raw) => (raw === 'likely' || raw === 'always' || raw === 'never' ? raw : undefined),
};
const maxAbstractLength: Setting<number> = {
	name: 'hover.maxAbstractLength',
	standard: 0,
	read: (raw) => readCount(raw, 0),
};
const ignoredKeys: Setting<readonly string[]> = { name: 'ignoredKeys', standard: [], read: readStrings };
const keyPattern: Setting<string> = {
	name: 'keyPattern',
	standard: 'auth.lower + year + veryshorttitle.lower',
	read: (raw) => (typeof raw === 'string' ? raw : undefined),
};
const codeLens: Setting<boolean> = { name: 'codeLens', standard: true, read: readBoolean };
const inlayHints: Setting<boolean> = { name: 'inlayHints', standard: false, read: readBoolean };
const mentions: Setting<boolean> = { name: 'mentions', standard: false, read: readBoolean };
const citationStyle: Setting<string> = { name: 'citationStyle', standard: 'apa', read: readText };
const citationLocale: Setting<string> = { name: 'citationLocale', standard: '', read: readText };
const noteFolder: Setting<string> = { name: 'literatureNotes.folder', standard: 'literature', read: readText };
const noteFileName: Setting<string> = { name: 'literatureNotes.fileName', standard: '{{ key }}', read: readText };
const noteTemplate: Setting<string> = { name: 'literatureNotes.template', standard: '', read: readText };
const severities: readonly Setting<Severity>[] = problemCodes().map((code) => ({
	name: `diagnostics.${code}`,
	standard: STANDARD_SEVERITIES[code],
	read: (raw) => SEVERITIES.find((severity) => severity === raw),
}));

/** Every setting with its default. Tests compare `package.json` and the README with this. */
export const SETTINGS: readonly Setting<unknown>[] = [
	corpus,
	libraries,
	exclude,
	syntaxes,
	maxItems,
	label,
	ignoredKeys,
	keyPattern,
	codeLens,
	inlayHints,
	mentions,
	bareKeys,
	maxAbstractLength,
	citationStyle,
	citationLocale,
	noteFolder,
	noteFileName,
	noteTemplate,
	...severities,
];

/**
 * The settings in a value of section `paperNotes`. Missing and invalid values keep their defaults. `where` gives the
 * folders to which excluded paths are relative: the folder that the settings belong to, and the user's home folder.
 */
export function readSettings(section: unknown, where: WrittenWhere = { folder: '', home: '' }): Settings {
	const value = <T>(setting: Setting<T>): T => setting.read(valueAt(section, setting.name)) ?? setting.standard;
	return {
		corpus: value(corpus),
		libraries: value(libraries),
		exclude: exclusionsOf(value(exclude), where),
		syntaxes: value(syntaxes),
		maxItems: value(maxItems),
		label: value(label),
		bareKeys: value(bareKeys),
		maxAbstractLength: value(maxAbstractLength),
		ignoredKeys: value(ignoredKeys),
		keyPattern: value(keyPattern),
		codeLens: value(codeLens),
		inlayHints: value(inlayHints),
		mentions: value(mentions),
		citationStyle: value(citationStyle) || citationStyle.standard,
		citationLocale: value(citationLocale),
		noteFolder: value(noteFolder),
		noteFileName: value(noteFileName) || noteFileName.standard,
		noteTemplate: value(noteTemplate),
		severities: Object.fromEntries(
			problemCodes().map((code, index) => [code, severities[index] ? value(severities[index]) : 'warning']),
		) as Record<ProblemCode, Severity>,
	};
}

function problemCodes(): ProblemCode[] {
	return Object.keys(STANDARD_SEVERITIES) as ProblemCode[];
}

/** `hover.maxAbstractLength` may be nested, as VS Code sends it, or flat, as other clients may send it. */
function valueAt(section: unknown, name: string): unknown {
	if (!isObject(section)) {
		return undefined;
	}
	if (name in section) {
		return section[name];
	}
	const [first = '', ...rest] = name.split('.');
	return rest.length > 0 ? valueAt(section[first], rest.join('.')) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** A list of strings. A single string counts as a list of one. */
function readStrings(raw: unknown): string[] | undefined {
	if (typeof raw === 'string') {
		return [raw];
	}
	return Array.isArray(raw) ? raw.filter((entry): entry is string => typeof entry === 'string') : undefined;
}

function readText(raw: unknown): string | undefined {
	return typeof raw === 'string' ? raw.trim() : undefined;
}

function readBoolean(raw: unknown): boolean | undefined {
	return typeof raw === 'boolean' ? raw : undefined;
}

function readCount(raw: unknown, least: number): number | undefined {
	return typeof raw === 'number' && Number.isInteger(raw) && raw >= least ? raw : undefined;
}

function oneOf<T extends string>(values: readonly T[]): (value: string) => value is T {
	return (value): value is T => values.some((known) => known === value);
}
