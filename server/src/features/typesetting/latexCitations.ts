/**
 * Citations as LaTeX writes them: biblatex's commands are written, those of natbib and plain LaTeX are read as well.
 * Sources: the manuals of biblatex (3.9, citation commands) and of natbib (2.3).
 */

import { plainLatex } from '../../corpus/writers/latexText.ts';
import type { CitationMode } from '../../notes/citation.ts';
import { unmarked } from '../../util/textKinds.ts';
import { type CitedWork, type FoundCitation, type InlinePart, inlineParts, type Typeset } from './citedWork.ts';
import { LatexArguments } from './latexArguments.ts';
import { latexMarkdown } from './latexMarkdown.ts';

const COMMANDS: Readonly<Record<CitationMode, string>> = {
	parenthetical: '\\autocite',
	inText: '\\textcite',
	suppressAuthor: '\\autocite*',
};

/** Characters that would end a key or be read as a command. */
const UNSAFE_KEY = /[\s,{}%#\\~"^]/;

/**
 * `\autocite[see][3]{ash}`, `\autocite{ash,elm}` or `\autocites[see][]{ash}[3]{elm}`. Works of different forms in one
 * citation, and several without their authors, have no command.
 */
export function latexCitation(works: readonly CitedWork[]): Typeset {
	const [first] = works;
	if (!first || works.some(({ key }) => UNSAFE_KEY.test(key))) {
		return { reason: 'key' };
	}
	const hasWords = works.some(({ prefix, locator }) => prefix !== undefined || locator !== undefined);
	const isSeveral = works.length > 1 && (hasWords || first.mode === 'inText');
	if (works.some(({ mode }) => mode !== first.mode) || (isSeveral && first.mode === 'suppressAuthor')) {
		return { reason: 'mixed' };
	}
	const command = COMMANDS[first.mode];
	return {
		text: isSeveral
			? `${command}s${works.map((work) => `${optional(work)}{${work.key}}`).join('')}`
			: `${command}${optional(first)}{${works.map(({ key }) => key).join(',')}}`,
	};
}

function optional({ prefix, locator }: CitedWork): string {
	if (prefix === undefined) {
		return locator === undefined ? '' : `[${argument(locator)}]`;
	}
	return `[${argument(prefix)}][${argument(locator ?? '')}]`;
}

/** A bracket in an optional argument would end it, unless braces stand around it. */
function argument(markdown: string): string {
	const latex = inlineParts(markdown).map(latexOf).join('');
	return /[[\]]/.test(latex) ? `{${latex}}` : latex;
}

function latexOf(part: InlinePart): string {
	switch (part.kind) {
		case 'text':
			return typewriterSigns(plainLatex(unmarked(part.text)).replaceAll('-{}', '-'));
		case 'code':
			return `\\texttt{${plainLatex(unmarked(part.text))}}`;
		case 'formula':
			return part.text;
		case 'emphasis':
			return `\\emph{${part.parts.map(latexOf).join('')}}`;
		case 'strong':
			return `\\textbf{${part.parts.map(latexOf).join('')}}`;
	}
}

/** Dashes and the fixed space as LaTeX's users type them. */
function typewriterSigns(latex: string): string {
	return latex.replaceAll('–', '--').replaceAll('—', '---').replaceAll('\u00a0', '~');
}

/** What a command's citation says. With a star, biblatex leaves out the author; natbib names all of them. */
const MODES: ReadonlyMap<string, { readonly plain: CitationMode; readonly starred: CitationMode }> = new Map(
	Object.entries({
		...modes(['cite', 'parencite', 'autocite'], 'parenthetical', 'suppressAuthor'),
		...modes(['footcite', 'footcitetext', 'smartcite', 'supercite', 'fullcite', 'citep', 'citealp', 'citealt']),
		...modes(['textcite', 'citet'], 'inText', 'inText'),
		...modes(['citeyear', 'citeyearpar'], 'suppressAuthor', 'suppressAuthor'),
	}),
);

function modes(names: readonly string[], plain: CitationMode = 'parenthetical', starred: CitationMode = plain) {
	return Object.fromEntries(names.map((name) => [name, { plain, starred }]));
}

/** `\parencite`, `\Parencite`, `\parencites`, `\parencite*`. */
const COMMAND = /\\(?<name>[A-Za-z]+)(?<star>\*?)(?![A-Za-z])/g;

/** The citations in LaTeX `text`. A command whose arguments cannot be read is none. */
export function latexCitations(text: string): FoundCitation[] {
	const found: FoundCitation[] = [];
	for (const { 0: whole, index: start, groups } of text.matchAll(COMMAND)) {
		const args = new LatexArguments(text, start + whole.length);
		const isNested = start < (found.at(-1)?.span.end ?? 0);
		const works = isNested ? [] : worksBehind(args, groups?.['name'] ?? '', groups?.['star'] === '*');
		if (works.length > 0) {
			found.push({ span: { start, end: args.end }, works });
		}
	}
	return found;
}

/** The works in the arguments of the command `name`; none if it is no citation. */
function worksBehind(args: LatexArguments, name: string, isStarred: boolean): CitedWork[] {
	const base = name.charAt(0).toLowerCase() + name.slice(1);
	const single = MODES.get(base);
	const command = single ?? MODES.get(base.replace(/s$/, ''));
	if (!command) {
		return [];
	}
	const mode = isStarred ? command.starred : command.plain;
	return single ? worksOf(args, mode) : severalWorks(args, mode);
}

/** `[see][3]{ash,elm}`: the prefix belongs to the first, the locator to the last. */
function worksOf(args: LatexArguments, mode: CitationMode): CitedWork[] {
	const options = args.options();
	const keys = args
		.group()
		?.split(',')
		.map((key) => key.trim());
	if (!keys || keys.some((key) => key === '')) {
		return [];
	}
	const [pre, post] = options.length > 1 ? options : [undefined, options[0]];
	return keys.map((key, index) => ({
		key,
		mode,
		...(index === 0 ? words('prefix', markdown(pre)) : {}),
		...(index === keys.length - 1 ? words('locator', markdown(paged(post))) : {}),
	}));
}

/** `(see)(and more)[][3]{ash}{elm}`: the words in parentheses belong to the whole. */
function severalWorks(args: LatexArguments, mode: CitationMode): CitedWork[] {
	const around = args.parentheses();
	const [pre, post] = around.length > 1 ? around : [undefined, around[0]];
	const works: CitedWork[] = [];
	while (args.hasMore) {
		const more = worksOf(args, mode);
		if (more.length === 0) {
			break;
		}
		works.push(...more);
	}
	return works.map((work, index) => ({
		...work,
		...(index === 0 ? words('prefix', [markdown(pre), work.prefix].filter(Boolean).join(' ')) : {}),
		...(index === works.length - 1 ? words('locator', [work.locator, markdown(post)].filter(Boolean).join(', ')) : {}),
	}));
}

function markdown(latex: string | undefined): string {
	return latexMarkdown(latex ?? '');
}

function words(name: 'prefix' | 'locator', text: string): Partial<CitedWork> {
	return text === '' ? {} : { [name]: text };
}

/** biblatex sets "p." or "pp." before numbers alone. */
function paged(locator: string | undefined): string | undefined {
	const numbers = /^\s*(?:\d+[a-z]?)(?<more>(?:\s*(?:--?|–|,|\\psqq?|f{1,2}\.?)\s*\d*)*)\s*$/.exec(locator ?? '');
	return numbers ? `${numbers.groups?.['more'] ? 'pp.' : 'p.'} ${locator?.trim()}` : locator;
}
