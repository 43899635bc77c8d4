/**
 * What Paper Notes writes into `custom`, CSL-JSON's place for what CSL has no variable for. Other programs write there
 * what they like, so each value is checked.
 */

import { type MarkupSource, markupSource } from '../../../util/textKinds.ts';
import { bareArxivId } from '../../identifiers/arxivId.ts';
import type { ExtraDraft, PaperExtra } from '../../paper.ts';
import { presentFields } from '../fields/presentFields.ts';

/** The data in `custom`; empty if it holds none that Paper Notes knows. */
export function customExtra(custom: unknown): ExtraDraft {
	if (!(custom instanceof Map)) {
		return {};
	}
	const fields: ReadonlyMap<string, unknown> = custom;
	const score = fields.get('score');
	return presentFields({
		arxiv: bareArxivId(textIn(fields.get('arxiv')) ?? ''),
		categories: textsIn(fields.get('categories')),
		affiliations: textsIn(fields.get('affiliations')),
		...flags(fields, ['hasCode', 'authorsTruncated', 'yearInferred']),
		codeUrl: addressIn(fields.get('codeUrl')),
		pdfUrl: addressIn(fields.get('pdfUrl')),
		score: typeof score === 'number' && Number.isFinite(score) ? score : undefined,
		translations: translationsIn(fields.get('translations')),
	});
}

function flags<Name extends keyof PaperExtra>(
	fields: ReadonlyMap<string, unknown>,
	names: readonly Name[],
): { readonly [Key in Name]?: boolean } {
	const known = names.flatMap((name) => {
		const value = fields.get(name);
		return typeof value === 'boolean' ? [[name, value]] : [];
	});
	return Object.fromEntries(known);
}

function textIn(value: unknown): MarkupSource | undefined {
	return typeof value === 'string' && value.trim() !== '' ? markupSource(value.trim()) : undefined;
}

function textsIn(value: unknown): readonly MarkupSource[] {
	return Array.isArray(value) ? value.flatMap((each) => textIn(each) ?? []) : [];
}

function addressIn(value: unknown): string | undefined {
	const text = textIn(value);
	return text !== undefined && /^https?:\/\/\S+$/i.test(text) ? text : undefined;
}

function translationsIn(value: unknown): NonNullable<ExtraDraft['translations']> {
	const entries: readonly unknown[] = Array.isArray(value) ? value : [];
	return entries.flatMap((entry) => {
		const language = entry instanceof Map ? textIn(entry.get('language')) : undefined;
		return entry instanceof Map && language !== undefined
			? [{ language, ...presentFields({ title: textIn(entry.get('title')), abstract: textIn(entry.get('abstract')) }) }]
			: [];
	});
}
