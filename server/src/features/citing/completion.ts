/** Papers to cite at the cursor, found by the text typed inside `@paper[`. */

import type { ListedPaper, PaperId } from '../../corpus/corpus.ts';
import { listMessages } from '../../messages/list.ts';
import { keyInstead, writtenKey } from '../../notes/citationForms.ts';
import { isBare, type Query, queryAt, scaffoldAt } from '../../notes/query.ts';
import { closingBracketOf } from '../../syntax/paperBrackets.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { papersByGuessedKey } from '../suggestions/guessedKey.ts';
import { listNotice, type NoticeRow, pandocOffer } from './listNotice.ts';

/** A paper to cite. */
export interface PaperRow {
	readonly kind: 'paper';
	readonly key: string;
	/**
	 * Authors, year and title: `Vaswani et al. 2017, Attention Is All You Need`; with the key first if the settings say
	 * so.
	 */
	readonly label: string;
	/** Whether the note cites the paper already. */
	readonly citedHere: boolean;
	/** What was typed, if it is a key that the paper had before. */
	readonly formerKey?: string;
	readonly newText: string;
}

/** A paper that is found but cannot be cited in the citation's syntax or in the note. The label says why. */
interface UncitableRow extends NoticeRow {
	readonly key: string;
}

/** A row that starts a citation. The papers are listed next. */
export interface ScaffoldRow {
	readonly kind: 'scaffold';
	readonly label: string;
	readonly description: string;
	readonly newText: string;
}

export type CompletionRow = PaperRow | ScaffoldRow | NoticeRow;

export interface Completions {
	/** The text to replace: the whole query, including spaces. */
	readonly span: Span;
	/** The query up to the cursor. */
	readonly query: string;
	/** Best first. Never empty, because an editor takes an empty list as the end of the list. */
	readonly rows: readonly CompletionRow[];
}

/**
 * Undefined outside citations, so that trigger characters cost nothing in running text. The text being typed is a query
 * in a citation that may not be closed yet, and names no paper. So this asks the note, not `mentionAt`.
 */
export function completions(workspace: WorkspaceView, uri: string, offset: number): Completions | undefined {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note) {
		return undefined;
	}
	const asked = queryAt(note, offset);
	if (!asked) {
		const span = scaffoldAt(note, offset);
		const rows = view.offersPandoc(uri) ? [...SCAFFOLDS, pandocOffer] : SCAFFOLDS;
		return span && { span, query: note.text.slice(span.start, offset), rows };
	}
	if (isLocator(view, asked.query)) {
		return undefined;
	}
	const papers = paperRows(view, uri, asked);
	// If no paper matches, `@name` in running text is probably an ordinary name, and Enter must break the line.
	if (papers.length === 0 && asked.query !== '' && isBare(asked.citation)) {
		return undefined;
	}
	const notice = listNotice(view, { query: asked.query, found: papers });
	return { span: asked.span, query: asked.query, rows: notice ? [...papers, notice] : papers };
}

const SCAFFOLDS: readonly ScaffoldRow[] = [
	{ kind: 'scaffold', label: '@paper[…]', description: listMessages.parenthetical, newText: '@paper[' },
	{ kind: 'scaffold', label: '@paper[+@…]', description: listMessages.inText, newText: '@paper[+@' },
	{ kind: 'scaffold', label: '@paper[-@…]', description: listMessages.withoutAuthor, newText: '@paper[-@' },
];

/** After a known key and a comma, the writer types a page, not another paper. */
function isLocator(view: WorkspaceView, query: string): boolean {
	const comma = query.indexOf(',');
	return comma > 0 && view.resolve(query.slice(0, comma).trim()).length > 0;
}

function paperRows(view: WorkspaceView, uri: string, asked: Query): (PaperRow | UncitableRow)[] {
	const { maxItems, label } = view.settings(uri);
	const cited = view.cited(uri);
	const held = heldPapers(view, asked);
	const { library } = view;
	const found = view.corpus.listed(asked.query, { limit: maxItems, preferred: cited, library });
	const named = listedByFormerKey(view, asked.query);
	const others =
		found.length > 0 || named ? found.filter(({ id }) => id !== named?.id) : listedByGuessedKey(view, asked.query);
	const listed = named ? [named, ...others] : others;
	const fresh = listed.filter(({ id }) => !held.has(id));
	const labelled = label === 'title' ? titled : keyed;
	const ending = asked.closed ? '' : closingBracketOf(view.note(uri)?.text[asked.citation.contentSpan.start - 1]);
	return [...fresh, ...listed.filter(({ id }) => held.has(id))].map((paper) => {
		const key = view.keyOf(paper);
		const row = labelled({ ...paper, key: key ?? paper.key });
		if (key === undefined) {
			return uncitableRow(paper.key, listMessages.meansAnotherPaper(paper.key, row));
		}
		const written = writtenInQuery(asked, key);
		return written === undefined
			? uncitableRow(key, listMessages.notInPandoc(key, row))
			: {
					kind: 'paper',
					key,
					label: row,
					citedHere: cited.get(paper.id) === CITED_HERE_WEIGHT,
					...(paper === named ? { formerKey: asked.query.trim() } : {}),
					newText: written + ending,
				};
	});
}

/** The paper that had the typed key before. No search finds it by that. */
function listedByFormerKey(view: WorkspaceView, query: string): ListedPaper | undefined {
	const key = query.trim();
	const former = key === '' || /\s/.test(key) ? undefined : view.formerly(key);
	return former?.kind === 'renamed'
		? view.corpus.listed(former.paper.key, { limit: 1 }).find(({ id }) => id === former.paper.id)
		: undefined;
}

/** A key that is typed in full is the first result of its own search. */
function listedByGuessedKey(view: WorkspaceView, query: string): readonly ListedPaper[] {
	return papersByGuessedKey(view, query).flatMap(({ id, key }) =>
		view.corpus.listed(key, { limit: 1 }).filter((paper) => paper.id === id),
	);
}

/** The key as the query's citation writes it. Undefined if its syntax cannot hold the key. */
function writtenInQuery({ citation, span }: Query, key: string): string | undefined {
	const item = citation.items.find(({ referenceSpan }) => referenceSpan.start === span.start);
	return item ? keyInstead(citation.syntax, item, key) : writtenKey(citation.syntax, key);
}

function uncitableRow(key: string, label: string): UncitableRow {
	return { kind: 'notice', key, label, offers: undefined };
}

/** The weight that `WorkspaceView.cited` gives to papers cited in this note. */
const CITED_HERE_WEIGHT = 2;

/**
 * The papers that the citation holds already, besides the one being typed. Nobody cites a paper twice in one place, so
 * they are not listed.
 */
function heldPapers(view: WorkspaceView, { others }: Query): ReadonlySet<PaperId> {
	return new Set(others.flatMap(({ reference }) => view.resolve(reference).map(({ id }) => id)));
}

function titled({ key, title, byline }: ListedPaper): string {
	return [byline, title || key].filter(Boolean).join(', ');
}

function keyed({ key, title, byline }: ListedPaper): string {
	return [key, title || byline].filter(Boolean).join(', ');
}
