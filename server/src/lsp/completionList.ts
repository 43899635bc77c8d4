/** The completion list in the form that each kind of editor needs to keep the server's order and keep the list open. */

import { type CompletionItem, CompletionItemKind, type CompletionList, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionRow, Completions, PaperRow } from '../features/citing/completion.ts';
import { labelText, safeLine } from '../messages/foreignText.ts';
import { listMessages } from '../messages/list.ts';
import type { ClientSupport } from './clientSupport.ts';
import { toRange } from './convert.ts';

/** Data in a completion item, used to add its documentation later. */
export interface ItemData {
	readonly uri: string;
	readonly key: string;
}

/** The capabilities of the editor on which the list's form depends. */
export type ListStyle = Pick<ClientSupport, 'completionFilter' | 'sharedRange' | 'cards'>;

export function toCompletionList(document: TextDocument, found: Completions, style: ListStyle): CompletionList {
	const shape =
		style.completionFilter === 'fuzzy'
			? fuzzyShape(document, found)
			: prefixShape(document, found, PREFIXES[style.completionFilter]);
	const { rows } = found;
	return {
		isIncomplete: true,
		...(style.sharedRange ? { itemDefaults: { editRange: shape.range } } : {}),
		items: rows.map((row, rank) => ({
			...rowText(row, style, document.uri),
			sortText: String(rank).padStart(4, '0'),
			...(rank === 0 ? { preselect: true } : {}),
			...(row.kind === 'notice' ? noEdit(document, found, shape) : edit(row.newText, shape, style)),
		})),
	};
}

/** The text to replace, and the filter text of each row. */
interface Shape {
	readonly range: Range;
	readonly filterText: (newText: string) => string;
	readonly before: Range | undefined;
}

/**
 * VS Code filters and sorts the rows again, first by the fuzzy score of `filterText` against the text in the replaced
 * range, then by `sortText`. All rows have the same `filterText`, so they score the same and our rank decides. VS Code
 * also highlights that text in the labels. Therefore the range covers only the last word, which makes the highlights
 * correct, and an additional edit removes the words before it. The signs at the end of `filterText` keep the rows
 * matching until the next answer arrives.
 */
function fuzzyShape(document: TextDocument, { span, query }: Completions): Shape {
	const word = LAST_WORD.exec(query)?.[0] ?? '';
	const start = span.start + query.length - word.length;
	return {
		range: toRange(document, { start, end: span.end }),
		filterText: () => word + SIGNS_THAT_MAY_FOLLOW,
		before: start > span.start ? toRange(document, { start: span.start, end: start }) : undefined,
	};
}

/**
 * The last word and the blanks after it. Only on the cursor's line, because a completion may not replace text on other
 * lines.
 */
const LAST_WORD = /[^\s]*[^\S\n]*$/;
const SIGNS_THAT_MAY_FOLLOW = `"':/.- + ,;()`;

/**
 * Other editors filter by prefix, so their filter text begins with the end of the query that they take as prefix. An
 * additional edit removes what comes before it.
 */
function prefixShape(document: TextDocument, { span, query }: Completions, prefix: RegExp): Shape {
	const typed = prefix.exec(query)?.[0] ?? '';
	const start = span.start + query.length - typed.length;
	return {
		range: toRange(document, { start, end: span.end }),
		filterText: (newText) => (newText.startsWith(typed) ? newText : `${typed} ${newText}`),
		before: start > span.start ? toRange(document, { start: span.start, end: start }) : undefined,
	};
}

/** What an editor takes as prefix. */
const PREFIXES = {
	/** The part on the cursor's line, without its indentation. */
	prefix: /(?:[^\s].*)?$/,
	/** A symbol in Emacs' Markdown mode. */
	symbol: /[^\s.,:;"()[\]{}]*$/,
};

function edit(newText: string, shape: Shape, { sharedRange }: ListStyle): Partial<CompletionItem> {
	return {
		filterText: shape.filterText(newText),
		...(sharedRange ? { textEditText: newText } : { textEdit: { range: shape.range, newText } }),
		...(shape.before ? { additionalTextEdits: [{ range: shape.before, newText: '' }] } : {}),
	};
}

/**
 * An edit that changes nothing: it replaces the last word with itself. An empty text at the cursor would also change
 * nothing, but it would sort other extensions' items for that word above the notice.
 */
function noEdit(
	document: TextDocument,
	{ span, query }: Completions,
	{ range, filterText }: Shape,
): Partial<CompletionItem> {
	const cursor = document.positionAt(span.start + query.length);
	const kept = { start: range.start, end: cursor };
	return { filterText: filterText(query), textEdit: { range: kept, newText: document.getText(kept) } };
}

/** A row's texts on screen and for screen readers, and its command. */
function rowText(row: CompletionRow, { cards }: ListStyle, uri: string): CompletionItem {
	switch (row.kind) {
		case 'paper':
			return {
				label: labelText(row.label),
				// With an empty description, VS Code has more room for the label and does not read out the kind of item.
				labelDetails: { ...detailOf(row), description: '' },
				detail: safeLine(row.key),
				kind: row.citedHere ? CompletionItemKind.Reference : CompletionItemKind.Constant,
				data: { uri, key: row.key } satisfies ItemData,
			};
		case 'scaffold':
			return {
				label: row.label,
				labelDetails: { description: row.description },
				kind: CompletionItemKind.Reference,
				...(cards.commands ? { command: showAgain } : {}),
			};
		case 'notice':
			return {
				label: row.offers && !cards.commands ? LABEL_WITHOUT_COMMANDS[row.offers] : labelText(row.label),
				labelDetails: { description: '' },
				kind: CompletionItemKind.Text,
				...(cards.commands ? { command: row.offers ? OFFER_COMMANDS[row.offers] : showAgain } : {}),
			};
	}
}

function detailOf({ formerKey, citedHere }: PaperRow): { readonly detail?: string } {
	const was = formerKey === undefined ? '' : listMessages.formerKey(formerKey);
	const detail = `${was}${citedHere ? listMessages.citedHere : ''}`;
	return detail === '' ? {} : { detail };
}

/** Opens VS Code's list again, because accepting a row closes it. */
const showAgain = { title: listMessages.showPapers, command: 'editor.action.triggerSuggest' };
/** The command that a notice offers, and the text shown by an editor without our commands. */
const OFFER_COMMANDS = {
	library: { title: listMessages.chooseLibrary, command: 'paperNotes.chooseLibrary' },
	pandoc: { title: listMessages.readPandoc, command: 'paperNotes.readPandoc' },
};
const LABEL_WITHOUT_COMMANDS = { library: listMessages.noPapersElsewhere, pandoc: listMessages.readPandocElsewhere };
