/**
 * One CSL item from the fields of a CSL-JSON object or a CSL-YAML mapping
 * (https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json), which real files fill
 * more loosely than the schema allows.
 */

import { type MarkupSource, markupSource } from '../../../util/textKinds.ts';
import { DATE_VARIABLES, IDENTIFIER_VARIABLES, NAME_VARIABLES, TEXT_VARIABLES } from '../../cslVariables.ts';
import { arxivIdAt } from '../../identifiers/arxivPlaces.ts';
import { doiOf } from '../../identifiers/checkedIdentifiers.ts';
import { pmcidIn, pmidInAddress, pmidInNote, pmidOf } from '../../identifiers/pubmedId.ts';
import type { ExtraDraft, ItemDraft, NameDraft } from '../../paper.ts';
import { cslDate } from '../dates/cslDate.ts';
import { presentFields } from '../fields/presentFields.ts';
import { customExtra } from './customFields.ts';

/** The values in a file: strings, numbers, booleans, `null`, arrays, and maps for objects. */
export type CslFields = ReadonlyMap<string, unknown>;

const NAME_PARTS = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'] as const;

const TEXTS = [...TEXT_VARIABLES, ...IDENTIFIER_VARIABLES];

/** Names of current variables in older files. */
const FORMER_NAMES: ReadonlyMap<string, string> = new Map([
	['event', 'event-title'],
	['shortTitle', 'title-short'],
	['journalAbbreviation', 'container-title-short'],
]);

/** The bibliographic part, without an `id`. HTML in texts is kept, because the texts are rich text. */
export function cslItem(fields: CslFields): ItemDraft {
	const current = new Map([...fields].map(([name, value]) => [FORMER_NAMES.get(name) ?? name, value]));
	const filled: Record<string, unknown> = {};
	fill(filled, TEXTS, (name) => textOf(current.get(name)));
	Object.assign(filled, identifiersIn(current));
	fill(filled, NAME_VARIABLES, (name) => namesOf(current.get(name)));
	fill(filled, DATE_VARIABLES, (name) => cslDate(current.get(name)));
	return { type: textOf(fields.get('type')) ?? 'document', ...filled };
}

function fill<Name extends string>(
	into: Record<string, unknown>,
	names: readonly Name[],
	contentOf: (name: Name) => unknown,
): void {
	for (const name of names) {
		const value = contentOf(name);
		if (value !== undefined) {
			into[name] = value;
		}
	}
}

/** DOI and PubMed's numbers without the addresses and labels that people write around them. */
function identifiersIn(fields: CslFields): ItemDraft | object {
	const [doi, pmid, pmcid, url, note] = ['DOI', 'PMID', 'PMCID', 'URL', 'note'].map((name) => textOf(fields.get(name)));
	return presentFields({
		DOI: doi && doiOf(doi),
		PMID: pmidOf(pmid ?? '') ?? pmid ?? pmidInAddress(url ?? '') ?? pmidInNote(note ?? ''),
		PMCID: pmcidIn(pmcid ?? '') ?? pmcid ?? pmcidIn(url ?? ''),
	});
}

/** Data beyond CSL: what `custom` holds, an arXiv id in the fields where reference managers put it, and categories. */
export function cslExtra(fields: CslFields): ExtraDraft | undefined {
	const textAt = (name: string) => textOf(fields.get(name));
	const arxiv = arxivIdAt({
		marked: ['DOI', 'URL', 'number', 'archive_location', 'page', 'container-title', 'publisher', 'genre'].map(textAt),
		container: textAt('container-title'),
		volume: textAt('volume'),
		note: textAt('note'),
	});
	const categories = listOf(fields.get('categories')).flatMap((value) => textOf(value) ?? []);
	const extra = { ...presentFields({ arxiv, categories }), ...customExtra(fields.get('custom')) };
	return Object.keys(extra).length > 0 ? extra : undefined;
}

/** A text or number as text; a list joined to one text; undefined if empty. */
export function textOf(value: unknown): MarkupSource | undefined {
	if (Array.isArray(value)) {
		const joined = value.flatMap((part) => textOf(part) ?? []).join(', ');
		return joined === '' ? undefined : markupSource(joined);
	}
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return text === '' ? undefined : markupSource(text);
}

function namesOf(value: unknown): readonly NameDraft[] | undefined {
	const names = listOf(value).flatMap((name) => nameOf(name) ?? []);
	return names.length > 0 ? names : undefined;
}

/** A name given as one text becomes a `literal`: it is a team's, or nobody has split it into parts. */
function nameOf(value: unknown): NameDraft | undefined {
	if (!(value instanceof Map)) {
		const literal = textOf(value);
		return literal === undefined ? undefined : { literal };
	}
	const parts: Record<string, unknown> = {};
	fill(parts, NAME_PARTS, (part) => textOf(value.get(part)));
	return Object.keys(parts).length > 0 ? parts : undefined;
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
