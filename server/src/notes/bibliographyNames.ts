/**
 * The bibliographies that a note's front matter or a project file names, and where in the text it names them
 * (https://pandoc.org/MANUAL.html#specifying-bibliographic-data, https://quarto.org/docs/authoring/citations.html,
 * https://mystmd.org/guide/citations). Finding the named files is done elsewhere.
 */

import type { Scalar } from 'yaml';
import type { Span } from '../util/span.ts';
import { isMap, isNullScalar, isScalar, isSeq, parsedYaml, scalarSpan, yamlFields } from '../util/yaml.ts';

export interface BibliographyName {
	/** As written, without quotes. For `bibliography: [refs.bib]` this is `refs.bib`. */
	readonly path: string;
	/** The path's place in the text. */
	readonly span: Span;
}

const NAME = 'bibliography';

/** Sections that may contain `bibliography`: Quarto's books, sites and formats, and MyST's projects. */
const SECTIONS: ReadonlySet<string> = new Set(['project', 'book', 'website']);
const FORMATS = 'format';

/** A line that starts a field which may hold a bibliography. `{` and `?` are rarer ways to write a mapping. */
const FIELD_LINE = new RegExp(`^\\uFEFF?(?:["']?(?:${[NAME, FORMATS, ...SECTIONS].join('|')})["']?\\s*:|[{?])`);

/** A line that continues the field before it: indented, a comment, a list item, or closing brackets. */
const CONTINUATION_LINE = /^(?:[ \t#:\]}]|-(?:[ \t]|$))/;

/**
 * Most characters of all fields together. It is more than anyone writes, and parsing this much is fast whatever it
 * holds.
 */
const MAX_LENGTH = 50_000;

/**
 * The names in `text`, which is YAML or partly YAML. Each field is parsed alone, so a broken field does not affect the
 * others.
 */
export function bibliographyNamesIn(text: string): readonly BibliographyName[] {
	const names: BibliographyName[] = [];
	let left = text.includes(NAME) ? MAX_LENGTH : 0;
	for (const { start, end } of fieldSpans(text, FIELD_LINE)) {
		if (left <= 0) {
			break;
		}
		const { contents } = parsedYaml(text.slice(start, Math.min(end, start + left)));
		for (const scalar of scalarsIn(contents)) {
			names.push(...namesOf(scalar, start));
		}
		left -= end - start;
	}
	return names;
}

/** The top-level fields of YAML that begin with a line like `fieldLine`, each with its continuation lines. */
export function* fieldSpans(text: string, fieldLine: RegExp): Generator<Span> {
	let start: number | undefined;
	for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
		if (!CONTINUATION_LINE.test(line)) {
			if (start !== undefined) {
				yield { start, end: index };
			}
			start = fieldLine.test(line) ? index : undefined;
		}
	}
	if (start !== undefined) {
		yield { start, end: text.length };
	}
}

function* scalarsIn(contents: unknown): Generator<Scalar> {
	for (const [name, value] of fieldsOf(contents)) {
		if (name === NAME) {
			yield* scalarsOf(value);
		} else if (SECTIONS.has(name)) {
			yield* namedIn(value);
		} else if (name === FORMATS) {
			for (const [, format] of fieldsOf(value)) {
				yield* namedIn(format);
			}
		}
	}
}

function* namedIn(section: unknown): Generator<Scalar> {
	for (const [name, value] of fieldsOf(section)) {
		if (name === NAME) {
			yield* scalarsOf(value);
		}
	}
}

/**
 * The field's paths: one path, a list of paths, or a mapping of topics to paths (a document with several lists of
 * references).
 */
function* scalarsOf(value: unknown): Generator<Scalar> {
	const items = isSeq(value) ? value.items : fieldsOf(value).map(([, path]) => path);
	for (const item of isScalar(value) ? [value] : items) {
		const inner = isSeq(item) ? item.items : [item];
		yield* inner.filter((path) => isScalar(path));
	}
}

function fieldsOf(value: unknown): readonly (readonly [name: string, value: unknown])[] {
	return isMap(value) ? yamlFields(value) : [];
}

/**
 * Not a path: a URL, which is never fetched, or something that only a program can turn into a path (R code, a shortcode,
 * a variable).
 */
const NOT_A_PATH = /^[a-z][a-z0-9+.-]+:\/\/|`|\{\{|\$\{|\0/i;

function namesOf(scalar: Scalar, offset: number): BibliographyName[] {
	const path = String(scalar.value).trim();
	const span = scalarSpan(scalar, offset);
	// A custom tag, such as R Markdown's `!expr`, also needs a program to evaluate it.
	const isPath = path !== '' && !isNullScalar(scalar) && !scalar.tag?.startsWith('!') && !NOT_A_PATH.test(path);
	return span && isPath ? [{ path, span }] : [];
}
