/**
 * Merges two records of one paper: the kept one gets the fields it lacks, the other is removed, and what names it by its
 * key names the kept one from then on: notes and other records.
 */

import type { KeyEdit } from '../../corpus/formats/keyEdit.ts';
import type { FieldDifference, FoundRecord, RecordMerge } from '../../corpus/formats/recordMerge.ts';
import type { FormatEdits } from '../../corpus/renaming/keyEdits.ts';
import { formatNames } from '../../messages/formatNames.ts';
import { mergingMessages } from '../../messages/merging.ts';
import { renamingMessages } from '../../messages/renaming.ts';
import type { CitationSyntax } from '../../notes/citation.ts';
import { comparedKey, isSameKey } from '../../syntax/key.ts';
import { baseName } from '../../util/baseName.ts';
import { overlaps } from '../../util/span.ts';
import type { Refusal } from '../../workspace/editPlan.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { unlessRewritten } from '../adding/rewriters.ts';
import { isPresent } from '../presentNotes.ts';
import { type FileText, newKeyEdits } from '../renaming/renameEdits.ts';
import { atOnce, type RenameContext, type RenameStep } from '../renaming/renameSteps.ts';

/** A record by its file and key. */
export interface NamedRecord {
	readonly uri: string;
	readonly key: string;
}

export interface RecordsMerged {
	readonly kept: NamedRecord;
	/** The record that goes. */
	readonly merged: NamedRecord;
	/** Names of fields in which it is right and the kept one is not. Absent if nobody was asked. */
	readonly taken?: readonly string[];
}

/** One step for each file, or why the records stay two. */
export function mergeSteps(
	view: WorkspaceView,
	{ kept, merged, taken = [] }: RecordsMerged,
	{ formats, syntaxesOf }: RenameContext,
): readonly RenameStep[] | Refusal {
	const format = formats.get(formatNames.bibtex);
	const [paper, ...others] = view.resolve(merged.key);
	if (!view.complete || !format?.merge) {
		return { refusal: renamingMessages.stillReading };
	}
	if (!paper || others.length > 0) {
		return { refusal: paper ? renamingMessages.ambiguous(merged.key) : renamingMessages.unknown(merged.key) };
	}
	const citing = isSameKey(kept.key, merged.key) ? [] : view.notesCiting(merged.key).filter(isPresent);
	const astray = citing.find((note) => !isThere(view.in(note), kept));
	if (astray !== undefined) {
		return { refusal: mergingMessages.notThere(kept.key, baseName(astray)) };
	}
	const records = new MergedRecords({ kept, merged, taken }, format, format.merge);
	return [
		...records.files(view).map((uri) => ({
			uri,
			annotation: renamingMessages.inCorpus,
			editsOf: (file: FileText) => unlessRewritten({ file, format }, atOnce(records.editsIn(uri, file))),
		})),
		...citing.map((note) => inNote(note, syntaxesOf(note), { kept, merged })),
	];
}

/** Whether the record counts here, and its key means just its paper. */
function isThere(view: WorkspaceView, { uri, key }: NamedRecord): boolean {
	const [found, ...others] = view.library?.has(uri) === false ? [] : view.resolve(key);
	const sources = found && others.length === 0 ? (view.corpus.paper(found.id)?.sources ?? []) : [];
	return sources.some((source) => source.uri === uri && isSameKey(source.key ?? '', key));
}

/** The edits of corpus files. Those of the file of the record that goes must come first: its fields are read there. */
class MergedRecords {
	readonly #records: RecordsMerged;
	readonly #format: FormatEdits;
	readonly #merge: RecordMerge;
	/** The record that goes. */
	#found: FoundRecord | undefined;

	constructor(records: RecordsMerged, format: FormatEdits, merge: RecordMerge) {
		this.#records = records;
		this.#format = format;
		this.#merge = merge;
	}

	/** The files of the two records, and those that may refer to the one that goes. */
	files({ corpus }: WorkspaceView): readonly string[] {
		const { kept, merged } = this.#records;
		const others = corpus.files().filter(({ format }) => format === formatNames.bibtex);
		return [...new Set([merged.uri, kept.uri, ...others.map(({ uri }) => uri)])];
	}

	editsIn(uri: string, { name, text }: FileText): readonly KeyEdit[] | Refusal {
		const { kept, merged } = this.#records;
		const removal = uri === merged.uri ? this.#removal(name, text) : [];
		const addition = uri === kept.uri && !('refusal' in removal) ? this.#addition(name, text) : [];
		if ('refusal' in removal || 'refusal' in addition) {
			return 'refusal' in removal ? removal : addition;
		}
		const isLeft = ({ span }: KeyEdit): boolean => !removal.some((gone) => overlaps(gone.span, span));
		const edits = [...removal, ...addition, ...this.#references(text).filter(isLeft)];
		return edits.sort((one, other) => one.span.start - other.span.start);
	}

	#removal(name: string, text: string): readonly KeyEdit[] | Refusal {
		const { kept, merged } = this.#records;
		this.#found = this.#merge.find(text, merged.key);
		if (!this.#found) {
			return { refusal: mergingMessages.notOne(merged.key, name) };
		}
		return this.#found.needsFile && kept.uri !== merged.uri
			? { refusal: mergingMessages.macros(merged.key, name) }
			: [this.#merge.remove(text, this.#found)];
	}

	#addition(name: string, text: string): readonly KeyEdit[] | Refusal {
		const { key } = this.#records.kept;
		const record = this.#merge.find(text, key);
		return record && this.#found
			? this.#merge.complete(text, record, this.#found, new Set(this.#records.taken))
			: { refusal: mergingMessages.notOne(key, name) };
	}

	/** Where other records refer to the one that goes: `crossref`. */
	#references(text: string): readonly KeyEdit[] {
		const rename = { from: this.#records.merged.key, to: this.#records.kept.key };
		return isSameKey(rename.from, rename.to)
			? []
			: [...this.#format.edits(text, rename)].flatMap(({ references }) => references);
	}
}

function inNote(uri: string, syntaxes: readonly CitationSyntax[], { kept, merged }: RecordsMerged): RenameStep {
	const keys = new Map([[comparedKey(merged.key), kept.key]]);
	return { uri, annotation: renamingMessages.inNotes, editsOf: (file) => atOnce(newKeyEdits(file, syntaxes, keys)) };
}

/** The fields in which the records differ, from the texts of their files; undefined where a record is not found alone. */
export function mergeDifferences(
	{ kept, merged }: RecordsMerged,
	textOf: (uri: string) => string | undefined,
	formats: RenameContext['formats'],
): readonly FieldDifference[] | undefined {
	const merge = formats.get(formatNames.bibtex)?.merge;
	const [record, other] = [kept, merged].map(({ uri, key }) => merge?.find(textOf(uri) ?? '', key));
	return merge && record && other ? merge.differences(record, other) : undefined;
}
