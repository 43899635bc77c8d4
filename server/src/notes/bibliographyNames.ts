/**
 * The bibliographies that a note's front matter or a project file names, and where it names them
 * (https://pandoc.org/MANUAL.html#specifying-bibliographic-data, https://quarto.org/docs/authoring/citations.html,
 * https://mystmd.org/guide/citations). What the names lead to is found elsewhere.
 */

import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Span } from '../util/span.ts';
import { isNullScalar, parsedYaml, scalarSpan, yamlFields } from '../util/yaml.ts';

export interface BibliographyName {
	/** As written, without quotes. For `bibliography: [refs.bib]` this is `refs.bib`. */
	readonly path: string;
	/** What it covers in the text. */
	readonly span: Span;
}

const NAME = 'bibliography';

/** Where `bibliography` may stand below: Quarto's books, sites and formats, and MyST's projects. */
const SECTIONS: ReadonlySet<string> = new Set(['project', 'book', 'website']);
const FORMATS = 'format';

/** A line that begins a field which may hold a bibliography; `{` and `?` are the rarer ways to write a mapping. */
const FIELD_LINE = new RegExp(`^\\uFEFF?(?:["']?(?:${[NAME, FORMATS, ...SECTIONS].join('|')})["']?\\s*:|[{?])`);

/** A line that goes on with the field before it: indented, a comment, an item of its list, the end of its brackets. */
const CONTINUATION_LINE = /^(?:[ \t#:\]}]|-(?:[ \t]|$))/;

/** In characters of all fields together: more than anyone writes, and soon read whatever it holds. */
const MAX_LENGTH = 50_000;

/** The names in `text`, which is YAML as far as it holds any: each field is read alone, so that a broken one costs no other. */
export function bibliographyNamesIn(text: string): readonly BibliographyName[] {
	const names: BibliographyName[] = [];
	let left = text.includes(NAME) ? MAX_LENGTH : 0;
	for (const { start, end } of fieldSpans(text)) {
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

function* fieldSpans(text: string): Generator<Span> {
	let start: number | undefined;
	for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
		if (!CONTINUATION_LINE.test(line)) {
			if (start !== undefined) {
				yield { start, end: index };
			}
			start = FIELD_LINE.test(line) ? index : undefined;
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

/** One path, a list of them, or, for several lists of references in one document, a mapping of topics to paths. */
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

/** An address, which is never fetched, or what only a program can make a path of: R, a shortcode, a variable. */
const NOT_A_PATH = /^[a-z][a-z0-9+.-]+:\/\/|`|\{\{|\$\{|\0/i;

function namesOf(scalar: Scalar, offset: number): BibliographyName[] {
	const path = String(scalar.value).trim();
	const span = scalarSpan(scalar, offset);
	// A tag of its own, such as R Markdown's `!expr`, calls for a program too.
	const isPath = path !== '' && !isNullScalar(scalar) && !scalar.tag?.startsWith('!') && !NOT_A_PATH.test(path);
	return span && isPath ? [{ path, span }] : [];
}
