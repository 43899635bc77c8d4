/** What the command `paper-notes` prints: help, results and faults. */

import { counted } from './counted.ts';

/** What kind of problem each code stands for, in one sentence. */
const PROBLEM_KINDS = {
	'unknown-paper': 'A citation names no paper of the corpus.',
	'renamed-key': 'A citation names a paper by a key that it no longer has.',
	'ambiguous-paper': 'A citation names several papers.',
	'malformed-citation': 'A citation is not written as it should be.',
	'duplicate-key': 'Two papers have the same key.',
	'shared-identifier': 'Different papers have the same DOI, arXiv id or PMID.',
	'unreadable-entry': 'A record of a corpus file cannot be read.',
	'unreadable-file': 'A corpus file cannot be read, or may have been read wrongly.',
	'undefined-macro': 'A BibTeX macro is not defined.',
	'duplicate-field': 'A record has a field twice.',
	'malformed-identifier': 'A DOI, arXiv id or other identifier is not valid.',
	'impossible-date': 'A date does not exist.',
	'uncitable-key': 'A key cannot be written in a citation.',
	'missing-field': 'A record lacks a field that citing it needs.',
	'missing-bibliography': 'A bibliography that a note or a project file names cannot be found.',
	'misspelled-citation': 'Something looks like a citation and is not read as one.',
	'repeated-paper': 'One citation names a paper twice.',
	'merge-conflict': 'A merge has left a conflict in a file.',
};

export const cliMessages = {
	problemKind: PROBLEM_KINDS,
	severity: { error: 'error', warning: 'warning', information: 'info', hint: 'hint' },

	badSettings: (file: string, line: number, error: string) =>
		`${file}: line ${line} is not valid JSON (${error}). Settings that could be read count.`,
	noSuchPath: (path: string) => `There is no file or folder "${path}".`,
	unknownSetting: (name: string) => `There is no setting "${name}". The README lists all settings.`,
	notASetting: (written: string) => `--set takes NAME=VALUE, for example completion.maxItems=20, not "${written}".`,
	notOneOf: (option: string, value: string, known: readonly string[]) =>
		`${option} takes ${known.join(', ')}, not "${value}".`,
	notANumber: (option: string, value: string) => `${option} takes a number from 1 on, not "${value}".`,
	noPapers:
		'No papers were found, so nothing was checked. Say where they are with --corpus, or in "paperNotes.corpus" in .vscode/settings.json.',
	noFiles: 'There are no notes or corpus files here.',
	notRead: (path: string) => `${path} could not be read.`,
	failed: (error: string) => `paper-notes: ${error}`,

	reading: (percent: number, papers: number) => `Reading papers: ${percent} % (${counted(papers, 'paper')})`,
	clean: (files: number) => `No problems in ${counted(files, 'file')}.`,
	found: (problems: number, files: number, all: number) =>
		`${counted(problems, 'problem')} in ${counted(files, 'file')} of ${all.toLocaleString('en')}.`,
	fixed: (keys: number, files: number) => `Fixed ${counted(keys, 'citation')} in ${counted(files, 'file')}.`,
	indexed: (papers: number, files: number, took: string) =>
		`${counted(papers, 'paper')} from ${counted(files, 'file')}, in ${took}.`,
	indexOf: (path: string) => `The index is in ${path}.`,
	nothingFound: (query: string) => `No paper matches "${query}".`,
	moreFound: (count: number) => `and ${counted(count, 'more paper')}; --limit shows more.`,
	renamed: (from: string, to: string, places: number, files: number) =>
		`Renamed ${from} to ${to}: ${counted(places, 'place')} in ${counted(files, 'file')}.`,
	wouldRename: (from: string, to: string, places: number, files: number) =>
		`Would rename ${from} to ${to}: ${counted(places, 'place')} in ${counted(files, 'file')}.`,

	converted: (citations: number, files: number, left: number) =>
		`Converted ${counted(citations, 'citation')} in ${counted(files, 'note')}.${leftCount(left)}`,
	wouldConvert: (citations: number, files: number, left: number) =>
		`Would convert ${counted(citations, 'citation')} in ${counted(files, 'note')}.${leftCount(left)}`,
	conversion: (from: string, to: string) => `${from} becomes ${to}`,
	leftCitation: (text: string, reason: string) => `${text} is left as it is: ${reason}`,
	oneNote: 'Name one note to print it with its citations for LaTeX or Typst.',
	noNotes: 'There are no notes here.',

	description:
		'Checks, searches, renames and converts the citations of Markdown notes, with the papers of BibTeX, CSL-JSON, RIS and other files.',
	settingsHelp: `Settings come from .vscode/settings.json and from a *.code-workspace file of the folder, then from
--corpus, --syntaxes and --set. Your own settings in VS Code are not read.

Exit codes: 0 all is well, 2 problems were found, 1 the command failed.`,
	checkDescription: 'Print the problems of notes and corpus files, as the editor shows them.',
	checkPaths: 'notes, corpus files or folders; without any, all files of the folder',
	format: 'text, json, sarif or github (annotations of a workflow)',
	fix: 'correct unknown keys where it is certain which paper is meant, then check',
	minSeverity:
		'print only problems at least this grave: error, warning, information or hint. Without it all are printed, and hints alone do not count as problems',
	unusedOption: 'list the papers that no note cites, and do nothing else',
	unused: (uncited: number, all: number) => `${counted(uncited, 'paper')} of ${all.toLocaleString('en')} not cited.`,
	showConfig: 'print the settings that count and where each comes from, and do nothing else',
	searchDescription: 'Search the papers: words, author:, title:, year:2019.. and the other filters of the palette.',
	limit: 'most papers to print',
	json: 'print JSON',
	indexDescription: 'Read all papers into the index, so that the next command starts at once.',
	renameDescription: 'Rename the key of a paper in its records and in all notes that cite it.',
	convertDescription: "Write citations in Pandoc's syntax, or Pandoc's citations as @paper[...].",
	convertNotes: 'notes or folders; without any, all notes of the folder',
	convertTo: 'pandoc or paper; latex or typst, to print one note with its citations written so',
	respell: 'convert also what would be written in another way when it is converted back',
	dryRun: 'say what would change, and change nothing',
	bibDescription: 'Write what notes cite as a bibliography, each paper once and with the keys that the notes use.',
	bibNotes: 'notes or folders; without any, all notes of the folder',
	bibFormat: 'bibtex (for BibLaTeX, too), csl-json or ris',
	output: 'write to this file instead of standard output',
	lspDescription: 'Run the language server over standard input and output.',
	stdio: 'the only way there is, for clients that name it',
	tryHelp: 'Try --help.',
	corpus: 'a file, folder or glob of papers, instead of the setting "paperNotes.corpus"; can be repeated',
	syntaxes: 'citation syntaxes, separated by commas: paper, pandoc, auto',
	set: 'any other setting, as NAME=VALUE; can be repeated',
	storage: 'folder of the index; otherwise the cache folder of this machine',
} as const;

function leftCount(count: number): string {
	return count === 0 ? '' : ` ${counted(count, 'citation')} left as ${count === 1 ? 'it is' : 'they are'}.`;
}
