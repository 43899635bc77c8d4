/** The list of completions as each kind of editor needs it, so that the server's order stands and the list stays open. */

import { type CompletionItem, CompletionItemKind, type CompletionList, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionRow, Completions } from '../features/citing/completion.ts';
import { listMessages } from '../messages/list.ts';
import type { ClientSupport } from './clientSupport.ts';
import { toRange } from './convert.ts';

/** What a completion item carries to be documented later. */
export interface ItemData {
	readonly uri: string;
	readonly key: string;
}

/** Which traits of the editor shape the list. */
export type ListStyle = Pick<ClientSupport, 'fuzzyFilter' | 'sharedRange' | 'cards'>;

export function toCompletionList(document: TextDocument, found: Completions, style: ListStyle): CompletionList {
	const shape = style.fuzzyFilter ? fuzzyShape(document, found) : prefixShape(document, found);
	const { rows } = found;
	return {
		isIncomplete: true,
		...(style.sharedRange ? { itemDefaults: { editRange: shape.range } } : {}),
		items: rows.map((row, rank) => ({
			...sayingOf(row, style, document.uri),
			sortText: String(rank).padStart(4, '0'),
			...(rank === 0 ? { preselect: true } : {}),
			...(row.kind === 'notice' ? noEdit(document, found, shape) : edit(row.newText, shape, style)),
		})),
	};
}

/** What is replaced, and what each row is filtered by. */
interface Shape {
	readonly range: Range;
	readonly filterText: (newText: string) => string;
	readonly before: Range | undefined;
}

/**
 * VS Code filters and sorts again, by fuzzy score of `filterText` against the text in the replaced range before
 * `sortText`. All rows have the same `filterText`, so they score alike and the rank decides. It marks in a label what it
 * finds of that text: so the range holds the last word alone, which makes the marks true, and another edit takes the
 * words before it away. Signs that may follow keep the rows until the next answer is there.
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

/** With the blanks after it; on the line of the cursor, since a completion replaces nothing beyond its line. */
const LAST_WORD = /[^\s]*[^\S\n]*$/;
const SIGNS_THAT_MAY_FOLLOW = `"':/.- + ,;()`;

/** Other editors filter by prefix: theirs begins with what was typed. */
function prefixShape(document: TextDocument, { span, query }: Completions): Shape {
	return {
		range: toRange(document, span),
		filterText: (newText) => (newText.startsWith(query) ? newText : `${query} ${newText}`),
		before: undefined,
	};
}

function edit(newText: string, shape: Shape, { sharedRange }: ListStyle): Partial<CompletionItem> {
	return {
		filterText: shape.filterText(newText),
		...(sharedRange ? { textEditText: newText } : { textEdit: { range: shape.range, newText } }),
		...(shape.before ? { additionalTextEdits: [{ range: shape.before, newText: '' }] } : {}),
	};
}

/**
 * Choosing a notice changes nothing: it replaces the last word with itself. An empty text at the cursor would do, and
 * would put what other extensions offer for that word before the notice.
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

/** What a row shows, is heard as, and does besides its edit. */
function sayingOf(row: CompletionRow, { cards }: ListStyle, uri: string): CompletionItem {
	switch (row.kind) {
		case 'paper':
			return {
				label: withoutIcons(row.label),
				// Without a description VS Code has more room for the label, and reads no word for the kind.
				labelDetails: row.citedHere ? { detail: listMessages.citedHere, description: '' } : { description: '' },
				detail: row.key,
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
				label: row.offers && !cards.commands ? LABEL_WITHOUT_COMMANDS[row.offers] : row.label,
				labelDetails: { description: '' },
				kind: CompletionItemKind.Text,
				...(cards.commands ? { command: row.offers ? OFFER_COMMANDS[row.offers] : showAgain } : {}),
			};
	}
}

/** An accepted row closes VS Code's list: this opens it again. */
const showAgain = { title: listMessages.showPapers, command: 'editor.action.triggerSuggest' };
/** What helps by a command, and what an editor without our commands says instead. */
const OFFER_COMMANDS = {
	library: { title: listMessages.chooseLibrary, command: 'paperNotes.chooseLibrary' },
	pandoc: { title: listMessages.readPandoc, command: 'paperNotes.readPandoc' },
};
const LABEL_WITHOUT_COMMANDS = { library: listMessages.noPapersElsewhere, pandoc: listMessages.readPandocElsewhere };

/** VS Code draws `$(name)` in a label as an icon of that name; a title means the letters. */
function withoutIcons(label: string): string {
	return label.replace(/\$\((?=[\w~-]+\))/g, '$ (');
}
