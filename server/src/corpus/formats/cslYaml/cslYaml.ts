/**
 * CSL-YAML: a list of CSL items, alone or under `references:`, as Pandoc writes it
 * (https://pandoc.org/MANUAL.html#specifying-bibliographic-data). Each item is parsed on its own, so that one that is no
 * YAML costs no other.
 */

import { isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { shortened } from '../../util/shortened.ts';
import type { Span } from '../../util/span.ts';
import type { PaperRecord } from '../paper.ts';
import type { CslFields } from './cslItem.ts';
import { cslRecord } from './cslRecord.ts';
import { looksLikeCsl } from './cslShape.ts';
import type { Format, ReadContext } from './format.ts';
import { type Line, linesIn } from './lines.ts';

export const cslYaml: Format = { name: 'CSL-YAML', accepts, read };

const DASH = /^-(?:\s|$)/;
const LIST_OPENER = /^(?:references:|---|%YAML)/;
/** Text after the end of a YAML document: the file is a note with references in its front matter. */
const TEXT_AFTER_END = /^(?:---|\.{3})[ \t]*[\r\n]+(?=[^\s.])/m;

function accepts(head: string): boolean {
	if (TEXT_AFTER_END.test(head.replace(/^[\s\uFEFF]*---/, ''))) {
		return false;
	}
	for (const span of itemSpans(head)) {
		const { fields } = parseItem(head, span);
		return looksLikeCsl(fields);
	}
	return false;
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const span of itemSpans(text)) {
		const item = parseItem(text, span);
		const record = cslRecord(item);
		if (item.fault) {
			report({ code: 'unreadable-entry', ...item.fault });
		} else if (!record) {
			const message = 'This is no CSL item: an item has fields such as "id", "type" and "title".';
			report({ code: 'unreadable-entry', message, span });
		}
		if (record) {
			yield record;
		}
	}
}

/** The items of the list, each from its `- ` up to the next one or the end of the list. */
function* itemSpans(text: string): Generator<Span> {
	let item: Span | undefined;
	for (const { line, opens } of listLines(text)) {
		if (opens && item) {
			yield item;
		}
		item = { start: opens || !item ? line.span.start : item.start, end: line.span.end };
	}
	if (item) {
		yield item;
	}
}

/** The lines of the list. Those that open an item stand at one depth, all others deeper; a line further left ends it. */
function* listLines(text: string): Generator<{ readonly line: Line; readonly opens: boolean }> {
	let listDepth: number | undefined;
	let mayList = true;
	for (const line of linesIn(text)) {
		const depth = depthOf(text, line);
		if (line.text !== '' && depth > (listDepth ?? depth)) {
			yield { line, opens: false };
		} else if (mayList && DASH.test(line.text) && depth === (listDepth ?? depth)) {
			listDepth = depth;
			yield { line, opens: true };
		} else if (line.text !== '' && !line.text.startsWith('#')) {
			listDepth = undefined;
			mayList = LIST_OPENER.test(line.text);
		}
	}
}

/** How many spaces stand before a line. */
function depthOf(text: string, { span }: Line): number {
	let start = span.start;
	while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) {
		start--;
	}
	return span.start - start;
}

interface YamlItem {
	readonly fields: CslFields;
	readonly span: Span;
	readonly spanOf: (field: string) => Span | undefined;
	readonly fault?: { readonly message: string; readonly span: Span };
}

function parseItem(text: string, span: Span): YamlItem {
	const start = span.start - depthOf(text, { text: '', span });
	// The package knows no lone CR; the replacement keeps all offsets.
	const { map, fault } = parseYaml(text.slice(start, span.end).replace(/\r(?!\n)/g, '\n'));
	return {
		fields: map ? fieldsOf(map, 0) : new Map(),
		span,
		spanOf: (field) => {
			const value = map?.get(field, true);
			return isScalar(value) ? contentSpan(value, start) : undefined;
		},
		...(fault
			? {
					fault: {
						message: shortened(fault.message),
						span: { start: fault.pos[0] + start, end: fault.pos[1] + start },
					},
				}
			: {}),
	};
}

interface YamlFault {
	readonly message: string;
	readonly pos: readonly [number, number];
}

/** The mapping of a list of one. With the failsafe schema every value is text as written: `volume: 010` is no 8. */
function parseYaml(source: string): { map?: YAMLMap; fault?: YamlFault | undefined } {
	try {
		const document = parseDocument(source, {
			schema: 'failsafe',
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: 'silent',
		});
		const first = isSeq(document.contents) ? document.contents.items[0] : undefined;
		return { ...(isMap(first) ? { map: first } : {}), fault: document.errors[0] };
	} catch (error) {
		// Nested so deeply that the package runs out of call stack.
		return { fault: { message: shortened(`This item cannot be read: ${String(error)}`), pos: [0, 1] } };
	}
}

/** Deeper than any bibliography. */
const DEEPEST = 64;

function fieldsOf(map: YAMLMap, depth: number): CslFields {
	return new Map(
		map.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', plainValue(value, depth + 1)]),
	);
}

/** Aliases (`*name`) are not followed: a few lines of them can stand for gigabytes. */
function plainValue(node: unknown, depth: number): unknown {
	if (depth > DEEPEST) {
		return undefined;
	}
	if (isMap(node)) {
		return fieldsOf(node, depth);
	}
	if (isSeq(node)) {
		return node.items.map((item) => plainValue(item, depth + 1));
	}
	return isScalar(node) && !isNull(node) ? node.value : null;
}

function isNull({ type, value }: Scalar): boolean {
	return type === 'PLAIN' && /^(?:~|null|)$/i.test(String(value));
}

/** A value without its quotes. */
function contentSpan({ type, range }: Scalar, offset: number): Span | undefined {
	const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
	return range ? { start: range[0] + offset + quotes, end: range[1] + offset - quotes } : undefined;
}
