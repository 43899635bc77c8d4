/** Distinguishes a CSL item from other JSON objects and YAML mappings: package manifests, settings files, task lists. */

import type { CslFields } from './cslItem.ts';

/** The types of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
const TYPES = new Set(
	`article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
	document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
	manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
	personal_communication post post-weblog regulation report review review-book software song speech standard thesis
	treaty webpage`.split(/\s+/),
);

/**
 * Whether these are the fields of a CSL item: a CSL type, or a name or date in CSL's form, together with something that
 * identifies the item.
 */
export function looksLikeCsl(fields: CslFields): boolean {
	const identified = ['id', 'title', 'citation-key', 'DOI'].some((name) => fields.has(name));
	const formed =
		hasCslNames(fields.get('author')) || hasCslNames(fields.get('editor')) || isCslDate(fields.get('issued'));
	const described =
		fields.has('title') || fields.has('author') || fields.has('issued') || fields.has('container-title');
	return identified && (formed || (TYPES.has(String(fields.get('type'))) && described));
}

function hasCslNames(value: unknown): boolean {
	return (
		Array.isArray(value) && value.some((name) => name instanceof Map && (name.has('family') || name.has('literal')))
	);
}

function isCslDate(value: unknown): boolean {
	return value instanceof Map && ['date-parts', 'raw', 'literal'].some((name) => value.has(name));
}
