/**
 * Papers for a query, best first. Candidates come from the full-text tables in row order (most recent first) and cut at
 * a limit; the few are then ranked by what their names say. Nothing is loaded before it is asked for.
 */

import type { PaperId } from '../corpus.ts';
import type { SqlDatabase, SqlStatement } from '../store/sqlDatabase.ts';
import { candidateNames } from './identifiers.ts';
import { type Corrections, nameExpression, namesExpression, textExpression } from './matchExpression.ts';
import { type PaperLine, unpackLine } from './paperLine.ts';
import { fits, matches } from './paperMatch.ts';
import { idOf, rowsOf, yearOf } from './paperRow.ts';
import { type Query, readQuery } from './query.ts';
import { scoreOf } from './score.ts';
import { Vocabulary } from './vocabulary.ts';

export interface SearchHit {
	readonly id: PaperId;
	/** Larger is better; comparable within one search alone. */
	readonly score: number;
}

export interface SearchHits {
	readonly hits: readonly SearchHit[];
	/** How many papers match; a lower bound where counting stopped early. */
	readonly total: number;
}

export interface PaperSearchOptions {
	readonly limit: number;
	readonly offset?: number;
	/** 2: cited in this note, 1: in this workspace. */
	readonly preferred?: ReadonlyMap<PaperId, number>;
}

interface Candidate {
	readonly row: number;
	readonly line: PaperLine;
	readonly year: number | undefined;
}

/** Rows taken from one question to the index: more than a list shows, few enough to rank within a millisecond or two. */
const CANDIDATES = 400;
/** Rows taken beside them from a stronger question, when there were more. */
const STRONG_CANDIDATES = 100;

const IDENTIFIED = 1000;
const PREFERRED = 100;

export class PaperSearch {
	readonly #names: SqlStatement;
	readonly #text: SqlStatement;
	readonly #recent: SqlStatement;
	readonly #byId: SqlStatement;
	readonly #vocabulary: Vocabulary;

	constructor(db: SqlDatabase) {
		this.#names = db.prepare(questionTo('search_names'));
		this.#text = db.prepare(questionTo('search_text'));
		this.#recent = db.prepare('SELECT row, line FROM search_paper ORDER BY row LIMIT ?');
		this.#byId = db.prepare('SELECT row, line FROM search_row JOIN search_paper USING (row) WHERE id = ?');
		this.#vocabulary = new Vocabulary(db);
	}

	search(text: string, options: PaperSearchOptions): SearchHits {
		const query = readQuery(text);
		const wanted = (options.offset ?? 0) + options.limit;
		const found = new Map<number, Candidate>();
		const identified = this.#identified(query, found);
		const corrections = this.#gather(query, wanted, found);
		const preferred = options.preferred ?? new Map<PaperId, number>();
		if (found.size >= CANDIDATES || query.cited) {
			this.#gatherPreferred(query, preferred, found);
		}
		const least = query.cited === 'here' ? 2 : query.cited === 'anywhere' ? 1 : 0;
		const hits = [...found.values()]
			.map(({ row, line, year }) => ({ id: idOf(row), row, line, year, weight: preferred.get(idOf(row)) ?? 0 }))
			.filter(({ weight }) => weight >= least)
			.map(({ id, row, line, year, weight }) => ({
				id,
				row,
				score:
					scoreOf(query, { line, year }, corrections) + PREFERRED * weight + (identified.has(row) ? IDENTIFIED : 0),
			}))
			.sort((one, other) => other.score - one.score || one.row - other.row);
		return { hits: hits.slice(options.offset ?? 0, wanted), total: hits.length };
	}

	/** The rows of papers that answer to the whole query as to a name. */
	#identified(query: Query, found: Map<number, Candidate>): ReadonlySet<number> {
		const rows = new Set<number>();
		for (const name of candidateNames(query.text)) {
			for (const candidate of this.#ask(this.#names, nameExpression(name), CANDIDATES)) {
				rows.add(candidate.row);
				found.set(candidate.row, candidate);
			}
		}
		return rows;
	}

	/** Asks ever wider until there is enough; tells with what words a mistyped one was replaced. */
	#gather(query: Query, wanted: number, found: Map<number, Candidate>): Corrections | undefined {
		const isText = query.terms.some((term) => term.field === 'abstract');
		if (!isText) {
			this.#add(this.#names, namesExpression(query, {}), query, found);
			if (found.size >= CANDIDATES) {
				this.#gatherStrong(query, found);
				return undefined;
			}
			if (found.size < wanted) {
				this.#add(this.#names, namesExpression(query, { wide: true }), query, found);
			}
		}
		const text = textExpression(query);
		if (found.size < wanted && text) {
			this.#add(this.#text, text, query, found);
		}
		return found.size === 0 ? this.#gatherCorrected(query, found) : undefined;
	}

	/** With more matches than can be ranked, the best must be among the ranked: those that match whole, or at the head. */
	#gatherStrong(query: Query, found: Map<number, Candidate>): void {
		const heads = query.terms.flatMap((term, index) =>
			term.field === undefined && term.parts.length === 1 ? [index] : [],
		);
		const reaches = [{ exact: true }, ...heads.slice(0, 3).flatMap((head) => [{ exact: true, head }, { head }])];
		for (const reach of reaches) {
			this.#add(this.#names, namesExpression(query, reach), query, found, STRONG_CANDIDATES);
		}
	}

	#gatherCorrected(query: Query, found: Map<number, Candidate>): Corrections {
		const words = new Set(query.terms.flatMap((term) => (term.kind === 'word' ? term.parts : [])));
		const corrections = new Map([...words].map((word) => [word, this.#vocabulary.corrections(word)]));
		this.#add(this.#names, namesExpression(query, { corrections }), query, found);
		return corrections;
	}

	#gatherPreferred(query: Query, preferred: ReadonlyMap<PaperId, number>, found: Map<number, Candidate>): void {
		for (const id of preferred.keys()) {
			const candidate = candidateOf(this.#byId.get(id));
			if (candidate && matches(query, candidate)) {
				found.set(candidate.row, candidate);
			}
		}
	}

	#add(
		question: SqlStatement,
		expression: string,
		query: Query,
		found: Map<number, Candidate>,
		limit = CANDIDATES,
	): void {
		for (const candidate of this.#ask(question, expression, limit, query)) {
			if (!found.has(candidate.row) && fits(query, candidate)) {
				found.set(candidate.row, candidate);
			}
		}
	}

	#ask(question: SqlStatement, expression: string, limit: number, query?: Query): Candidate[] {
		const { first, last } = query?.years ? rowsOf(query.years.from, query.years.to) : ALL_ROWS;
		return question.all(expression, first, last, limit).flatMap((row) => candidateOf(row) ?? []);
	}
}

function candidateOf(found: Record<string, unknown> | undefined): Candidate | undefined {
	const { row, line } = found ?? {};
	return typeof row === 'number' && typeof line === 'string'
		? { row, line: unpackLine(line), year: yearOf(row) }
		: undefined;
}

const ALL_ROWS = { first: 0, last: Number.MAX_SAFE_INTEGER };

function questionTo(table: string): string {
	return `
		SELECT row, line
		FROM (SELECT rowid AS found FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?)
		JOIN search_paper ON row = found`;
}
