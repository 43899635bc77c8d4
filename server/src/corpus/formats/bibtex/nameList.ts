/**
 * Lists of people, as BibTeX splits them: at each `and` outside braces (Markey, "Tame the BeaST", section 11).
 */

import { type LatexSource, latexSource } from '../../../util/textKinds.ts';
import type { NameDraft } from '../../paper.ts';
import { namesInCommaList } from '../people/nameLists.ts';
import { isNobody } from '../people/nobody.ts';
import { hasMarkup, personName } from './personName.ts';
import { splitOutsideBraces } from './splitting.ts';

export interface NameList {
	readonly names: readonly NameDraft[];
	/** Whether the list ends with `and others`. */
	readonly isTruncated: boolean;
}

/** Matches one blank on each side. Runs of blanks are trimmed later, to avoid searching again from each blank. */
const AND = /\sand(?=\s)/i;
const AND_AT = /\sand(?=[\s{])/iy;
/** `Doe, J.; Roe, R.`: some exporters write semicolons instead of `and`. */
const SEMICOLONS = /^[^;,\\{}]+,[^;,\\{}]+(?:;[^;,\\{}]+,[^;,\\{}]+)+$/;
const OTHERS = /^(?:others|et\.?\s*al\.?)$/i;
/** `Smith, J. et al.` */
const OTHERS_AT_END = /[,;]?\s+et\.?\s*al\.?$/i;

/** The people in a field, in order. */
export function nameList(source: LatexSource): NameList {
	const parts = hasMarkup(source) ? splitOutsideBraces(source, AND_AT) : splitPlain(source);
	const written = parts.map(withoutAnd).filter((name) => name !== '' && name !== 'and' && !isNobody(name));
	const people = written.map((name) => latexSource(name.replace(OTHERS_AT_END, '').replace(OTHERS, '')));
	return {
		names: people.filter((name) => name !== '').flatMap(namesIn),
		isTruncated: people.some((name, index) => name !== written[index]),
	};
}

/** Removes an `and` at the end of the list. */
function withoutAnd(part: LatexSource): LatexSource {
	const name = part.trim();
	return latexSource(name.endsWith(' and') ? name.slice(0, -4).trim() : name);
}

function namesIn(name: LatexSource): readonly NameDraft[] {
	const isList = name.includes(';') && SEMICOLONS.test(name);
	if (isList) {
		return name.split(';').map((each) => personName(latexSource(each.trim())));
	}
	const list = name.includes(',') && !hasMarkup(name) ? namesInCommaList(name.split(',')) : undefined;
	return (list ?? [name]).map((each) => personName(latexSource(each)));
}

/**
 * `source.split(AND)` for a source without braces. Most lists have `and` in lower case and need no regular expression.
 */
function splitPlain(source: LatexSource): readonly LatexSource[] {
	const parts: LatexSource[] = [];
	let start = 0;
	for (let at = source.indexOf('and'); at >= 0; at = source.indexOf('and', at + 3)) {
		if (at > start && isSpaceAt(source, at - 1) && isSpaceAt(source, at + 3)) {
			parts.push(latexSource(source.slice(start, at)));
			start = at + 3;
		}
	}
	parts.push(latexSource(source.slice(start)));
	return parts.length === 1 || source.includes('AND') ? source.split(AND).map(latexSource) : parts;
}

function isSpaceAt(text: string, position: number): boolean {
	const code = text.charCodeAt(position);
	return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
