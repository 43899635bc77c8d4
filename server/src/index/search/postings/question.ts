/** A question to the runs: which terms a paper must have. */

export type Question =
	| { readonly kind: 'term'; readonly term: string }
	/** Any term with this prefix. */
	| { readonly kind: 'begins'; readonly beginning: string }
	/** One of these rows, which ascend. */
	| { readonly kind: 'rows'; readonly rows: Int32Array }
	| { readonly kind: 'all'; readonly of: readonly Question[]; readonly none?: Question }
	| { readonly kind: 'any'; readonly of: readonly Question[] };

export function term(text: string): Question {
	return { kind: 'term', term: text };
}

export function begins(beginning: string): Question {
	return { kind: 'begins', beginning };
}

export function oneOfRows(rows: Int32Array): Question {
	return { kind: 'rows', rows };
}

export function allOf(questions: readonly Question[]): Question {
	const [only] = questions;
	return only && questions.length === 1 ? only : { kind: 'all', of: questions };
}

/** Any of the questions. With no questions, no paper matches. */
export function anyOf(questions: readonly Question[]): Question {
	const [only] = questions;
	return only && questions.length === 1 ? only : { kind: 'any', of: questions };
}

export function butNot(wanted: Question, none: Question): Question {
	return { kind: 'all', of: [wanted], none };
}
