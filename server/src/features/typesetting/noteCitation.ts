/** Cited works as a note's citation, and a note's citation as cited works. */

import type { Citation, CitationSyntax } from '../../notes/citation.ts';
import { PANDOC_MARKS, PAPER_MARKS, writtenKey } from '../../notes/citationForms.ts';
import { readNote } from '../../notes/note.ts';
import type { CitedWork } from './citedWork.ts';

/** The works of a citation, whose references `keyOf` turns into keys. */
export function citedWorks({ items }: Citation, keyOf: (reference: string) => string): CitedWork[] {
	return items.map(({ reference, mode, prefix, locator }) => ({
		key: keyOf(reference),
		mode,
		...(prefix ? { prefix: prefix.text } : {}),
		...(locator ? { locator: locator.text } : {}),
	}));
}

/** `@paper[see @ash, p. 3; -@elm]`, `[see @ash, p. 3; -@elm]`. Undefined if the syntax cannot say this. */
export function noteCitation(syntax: CitationSyntax, works: readonly CitedWork[]): string | undefined {
	const written = syntax === 'paper' ? paperCitation(works) : pandocCitation(works);
	return written !== undefined && isReadAs(syntax, written, works) ? written : undefined;
}

function paperCitation(works: readonly CitedWork[]): string {
	const items = works.map((work) => {
		const mark = work.prefix !== undefined && work.mode === 'parenthetical' ? '@' : PAPER_MARKS[work.mode];
		return around(work, mark + work.key);
	});
	return `@paper[${items.join('; ')}]`;
}

function pandocCitation(works: readonly CitedWork[]): string | undefined {
	const [first] = works;
	if (first?.mode === 'inText' && works.length === 1 && first.prefix === undefined) {
		return `@${writtenKey('pandoc', first.key)}${first.locator === undefined ? '' : ` [${first.locator}]`}`;
	}
	const items = works.map((work) =>
		work.mode === 'inText' ? undefined : around(work, PANDOC_MARKS[work.mode] + writtenKey('pandoc', work.key)),
	);
	return items.includes(undefined) ? undefined : `[${items.join('; ')}]`;
}

function around({ prefix, locator }: CitedWork, key: string): string {
	return `${prefix === undefined ? '' : `${prefix} `}${key}${locator === undefined ? '' : `, ${locator}`}`;
}

function isReadAs(syntax: CitationSyntax, written: string, works: readonly CitedWork[]): boolean {
	const { citations } = readNote(`${written}\n`, { syntaxes: [syntax] });
	const [read] = citations;
	return (
		read !== undefined &&
		citations.length === 1 &&
		read.span.end === written.length &&
		read.problems.length === 0 &&
		JSON.stringify(citedWorks(read, (reference) => reference).map(values)) === JSON.stringify(works.map(values))
	);
}

function values({ key, mode, prefix, locator }: CitedWork): readonly (string | undefined)[] {
	return [key, mode, prefix, locator];
}
