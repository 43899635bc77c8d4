/** Renames a key in a file of CSL items, in JSON or YAML: all fields of an item that contain it. */

import { isSameKey } from '../../../syntax/key.ts';
import type { Span } from '../../../util/span.ts';
import { jsonElements } from '../json/jsonElements.ts';
import type { JsonObject } from '../json/positionedJson.ts';
import type { EntryRename, KeyEdit, KeyRename } from '../keyEdit.ts';
import { textOf } from './cslItem.ts';
import { contentSpan, isCslItem } from './cslJson.ts';
import { KEY_FIELDS, keyOf } from './cslRecord.ts';
import { looksLikeCsl } from './cslShape.ts';
import { YamlItems } from './yamlItem.ts';
import { yamlPlaces } from './yamlPlaces.ts';

export function* cslJsonKeyEdits(text: string, rename: KeyRename): Generator<EntryRename> {
	for (const { node, isBeyond } of jsonElements(text, isCslItem)) {
		if (node?.kind === 'object' && (!isBeyond || isCslItem(node))) {
			const values = new Map(node.members.map(({ name, value }) => [name, 'value' in value ? value.value : undefined]));
			yield entryRename(values, rename, (field) => jsonEdit(node, field, rename.to));
		}
	}
}

export function* cslYamlKeyEdits(text: string, rename: KeyRename): Generator<EntryRename> {
	const items = new YamlItems(text);
	for (const { span, isCertain } of yamlPlaces(text)) {
		const { fields, spanOf } = items.read(span);
		if (isCertain || looksLikeCsl(fields)) {
			yield entryRename(fields, rename, (field) => yamlEdit(text, spanOf(field), rename));
		}
	}
}

function entryRename(
	fields: ReadonlyMap<string, unknown>,
	{ from, to }: KeyRename,
	edit: (field: string) => KeyEdit | undefined,
): EntryRename {
	const key = keyOf(fields);
	const isOwn = key !== undefined && isSameKey(key, from);
	const own = KEY_FIELDS.filter((field) => isOwn && textOf(fields.get(field)) === key);
	return { own: own.flatMap((field) => edit(field) ?? []), references: [], isInTheWay: key === to };
}

/** A key written as a number becomes a string. */
function jsonEdit({ members }: JsonObject, field: string, to: string): KeyEdit | undefined {
	const node = members.find(({ name }) => name === field)?.value;
	if (node?.kind !== 'scalar') {
		return undefined;
	}
	const quoted = JSON.stringify(to);
	return typeof node.value === 'string'
		? { span: contentSpan(node), newText: quoted.slice(1, -1) }
		: { span: node.span, newText: quoted };
}

/** What YAML reads as a string without quotes, also inside a list in brackets. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N}\p{M}_.+/-]|:(?!$))*$/u;
/** What YAML, or one of its readers, would not read as a string. */
const NO_TEXT = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** Undefined if the key is not written literally: wrapped over lines, or with escapes. */
function yamlEdit(text: string, span: Span | undefined, { from, to }: KeyRename): KeyEdit | undefined {
	if (!span || !isSameKey(text.slice(span.start, span.end), from)) {
		return undefined;
	}
	switch (text[span.start - 1]) {
		case '"':
			return { span, newText: JSON.stringify(to).slice(1, -1) };
		case "'":
			return { span, newText: to.replaceAll("'", "''") };
		default:
			return { span, newText: PLAIN.test(to) && !NO_TEXT.test(to) ? to : JSON.stringify(to) };
	}
}
