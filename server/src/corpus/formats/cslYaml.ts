/**
 * CSL-YAML: a list of CSL items, alone or under `references:`, as Pandoc writes it
 * (https://pandoc.org/MANUAL.html#specifying-bibliographic-data). Each item is parsed on its own, so that one that is no
 * YAML costs no other.
 */

import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { shortened } from '../../util/shortened.ts';
import type { Span } from '../../util/span.ts';
import { isNullScalar, parsedYaml, scalarSpan, yamlFields } from '../../util/yaml.ts';
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
	const { contents, fault } = parsedYaml(text.slice(start, span.end));
	const first = isSeq(contents) ? contents.items[0] : undefined;
	const map = isMap(first) ? first : undefined;
	return {
		fields: map ? fieldsOf(map, 0) : new Map(),
		span,
		spanOf: (field) => {
			const value = map?.get(field, true);
			return isScalar(value) ? scalarSpan(value, start) : undefined;
		},
		...(fault
			? {
					fault: {
						message: shortened(fault.message),
						span: { start: fault.span.start + start, end: fault.span.end + start },
					},
				}
			: {}),
	};
}

/** Deeper than any bibliography. */
const DEEPEST = 64;

function fieldsOf(map: YAMLMap, depth: number): CslFields {
	return new Map(yamlFields(map).map(([name, value]) => [name, plainValue(value, depth + 1)]));
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
	return isScalar(node) && !isNullScalar(node) ? node.value : null;
}
