/**
 * What a note's front matter says of the rendering of citations
 * (https://pandoc.org/MANUAL.html#citation-rendering).
 */

import { keyAt } from '../syntax/pandocKey.ts';
import { SEPARATOR } from '../syntax/separator.ts';
import { isMap, isScalar, isSeq, parsedYaml, yamlFields } from '../util/yaml.ts';
import { fieldSpans } from './bibliographyNames.ts';

export interface StyleFields {
	/** `csl:`, a path, an address or the name of a style. */
	readonly style?: string;
	/** `lang:`, a language tag. */
	readonly language?: string;
	/** `reference-section-title:` */
	readonly heading?: string;
	/** `nocite:`, the keys of papers that are listed without being cited. */
	readonly listed: readonly string[];
	/** `suppress-bibliography: true` */
	readonly hasNoList: boolean;
}

const FIELD_LINE = /^["']?(?:csl|citation-style|lang|nocite|reference-section-title|suppress-bibliography)["']?[ \t]*:/;

/** Longer values are none of these. */
const MAX_LENGTH = 50_000;

export function styleFieldsIn(frontMatter: string): StyleFields {
	const values = new Map<string, string>();
	for (const { start, end } of fieldSpans(frontMatter, FIELD_LINE)) {
		const { contents } = parsedYaml(frontMatter.slice(start, Math.min(end, start + MAX_LENGTH)));
		for (const [name, value] of isMap(contents) ? yamlFields(contents) : []) {
			values.set(name, textOf(value));
		}
	}
	const value = (name: string): string | undefined => values.get(name) || undefined;
	const [style, language, heading] = [
		value('csl') ?? value('citation-style'),
		value('lang'),
		value('reference-section-title'),
	];
	return {
		...(style === undefined ? {} : { style }),
		...(language === undefined ? {} : { language }),
		...(heading === undefined ? {} : { heading }),
		listed: keysIn(value('nocite') ?? ''),
		hasNoList: /^(?:true|yes)$/i.test(value('suppress-bibliography') ?? ''),
	};
}

function textOf(value: unknown): string {
	if (isSeq(value)) {
		return value.items.map(textOf).join(' ');
	}
	return isScalar(value) ? String(value.value).trim() : '';
}

/** The keys in `@one, @two`, also as `@paper[one; two]`. */
function keysIn(text: string): readonly string[] {
	const bracketed = [...text.matchAll(/@paper\[([^\]]*)\]/g)].flatMap(([, inner = '']) =>
		inner.split(SEPARATOR).map((item) => item.trim().replace(/^[-+]?@/, '')),
	);
	const pandoc = [...text.matchAll(/@(?!paper\[)/g)].flatMap(({ index }) => {
		const key = keyAt(text, index);
		return key ? [text.slice(key.start, key.end)] : [];
	});
	return [...new Set([...bracketed, ...pandoc].filter((key) => key !== ''))];
}
