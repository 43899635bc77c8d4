/** Gives the record at a place in a BibTeX file the key that the user's pattern makes. */

import type { FileRecord, Paper } from '../../corpus/corpus.ts';
import type { KeyEdit } from '../../corpus/formats/keyEdit.ts';
import { freeKey, keyPattern } from '../../corpus/keyPattern/keyPattern.ts';
import { ownKey } from '../../corpus/keys.ts';
import type { FormatEdits } from '../../corpus/renaming/keyEdits.ts';
import { keyPatternMessages } from '../../messages/keyPatternMessages.ts';
import { renamingMessages } from '../../messages/renaming.ts';
import type { CitationSyntax } from '../../notes/citation.ts';
import { citableKey, isSameKey } from '../../syntax/key.ts';
import { lineStartsOf, offsetAt } from '../../util/lines.ts';
import type { Problem, ProblemCode } from '../../util/problem.ts';
import type { Refusal } from '../../workspace/editPlan.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { unlessRewritten } from '../adding/rewriters.ts';
import { type GivenKey, KEY_KIND, type LaterChange } from '../findings/finding.ts';
import type { OpenCorpusFile } from '../fixes/corpusFixes.ts';
import type { OfferedFix } from '../fixes/fixes.ts';
import { isPresent } from '../presentNotes.ts';
import { corpusFileEdits, noteEdits } from './renameEdits.ts';
import { atOnce, type RenameStep } from './renameSteps.ts';

/** One fix for the record, which is at `record` in the open file; none if its key is the pattern's already. */
export function keyFixes(workspace: WorkspaceView, file: OpenCorpusFile, record: FileRecord | undefined): OfferedFix[] {
	const view = workspace.in(file.uri);
	const paper = record && view.corpus.paper(record.paper.id);
	if (!paper) {
		return [];
	}
	const source = paper.sources.find(({ uri, range }) => uri === file.uri && isAt(range.start, record));
	const own = ownKey({ key: source?.key });
	const written = own === undefined ? source?.key : undefined;
	const to = keyFor(view, paper, { uri: file.uri, written });
	if ('refusal' in to) {
		const later: LaterChange = { kind: 'refused', ...to };
		return [
			{ title: keyPatternMessages.giveAnyKey, edits: [], preferred: false, kind: KEY_KIND, later, mends: undefined },
		];
	}
	if (own !== undefined && isPatternKey(own, to.base)) {
		return [];
	}
	const later: LaterChange =
		own === undefined
			? { kind: 'giveKey', file: file.uri, at: record.range.start, written, from: paper.key, to: to.key }
			: { kind: 'renameKey', from: own, to: to.key };
	const mends = own === undefined ? keyProblem(view, file, record) : undefined;
	return [{ title: keyPatternMessages.giveKey(to.key), edits: [], preferred: false, kind: KEY_KIND, later, mends }];
}

/** The problem that the record has no key, or none that can be cited. */
function keyProblem(view: WorkspaceView, { uri, spanOf }: OpenCorpusFile, { range }: FileRecord): Problem | undefined {
	const found = view.corpus
		.problemsIn(uri)
		.find(({ code, range: { start } }) => KEY_PROBLEMS.has(code) && start.line === range.start.line);
	return found && { code: found.code, message: found.message, span: spanOf(found.range) };
}

const KEY_PROBLEMS: ReadonlySet<ProblemCode> = new Set(['unreadable-entry', 'uncitable-key']);

function isAt(start: FileRecord['range']['start'], { range }: FileRecord): boolean {
	return start.line === range.start.line && start.character === range.start.character;
}

/** A key that tells equal ones apart by a letter is the pattern's as well. */
function isPatternKey(key: string, base: string): boolean {
	return isSameKey(key, base) || (key.startsWith(base) && /^[a-z]{1,2}$/.test(key.slice(base.length)));
}

interface PatternKey {
	/** What the pattern gives. */
	readonly base: string;
	/** The same, told apart from the keys of other papers. */
	readonly key: string;
}

/** `written`: a key that no citation can hold, of which as much as possible is kept. */
function keyFor(
	view: WorkspaceView,
	paper: Paper,
	{ uri, written }: { readonly uri: string; readonly written: string | undefined },
): PatternKey | { readonly refusal: string } {
	const pattern = keyPattern(view.settings(uri).keyPattern);
	if (typeof pattern !== 'function') {
		return { refusal: pattern.message };
	}
	const base = written === undefined ? pattern(paper.item) : citableKey(written);
	const isTaken = (key: string): boolean => view.corpus.resolveLoosely(key).some(({ id }) => id !== paper.id);
	return base === '' ? { refusal: keyPatternMessages.noData } : { base, key: freeKey(base, isTaken) };
}

/** The steps that give the record its key, and the notes that cite it the same. */
export function givenKeySteps(
	workspace: WorkspaceView,
	{ file, at, written, from, to }: GivenKey,
	{
		format,
		syntaxesOf,
	}: { readonly format: FormatEdits; readonly syntaxesOf: (uri: string) => readonly CitationSyntax[] },
): readonly RenameStep[] {
	const [paper, ...others] = workspace.in(file).resolve(from);
	const notes = paper && others.length === 0 ? workspace.citing(paper.id).map(({ uri }) => uri) : [];
	return [
		{
			uri: file,
			annotation: renamingMessages.inCorpus,
			editsOf: (present) => {
				const { name, text } = present;
				const keyed = (): readonly KeyEdit[] | Refusal => {
					const edit = format.keyed?.(text, offsetAt(lineStartsOf(text), at), to);
					return edit ? [edit] : { refusal: renamingMessages.notFound(from, name) };
				};
				// Other records may refer to a key that no citation can hold.
				const work =
					written === undefined
						? atOnce(keyed())
						: corpusFileEdits(present, format, { rename: { from: written, to }, mustHold: true });
				return unlessRewritten({ file: present, format }, work);
			},
		},
		...[...new Set(notes)].filter(isPresent).map(
			(uri): RenameStep => ({
				uri,
				annotation: renamingMessages.inNotes,
				editsOf: (note) => atOnce(noteEdits(note, syntaxesOf(uri), { from, to })),
			}),
		),
	];
}
