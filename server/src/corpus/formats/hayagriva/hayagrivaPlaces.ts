/** Finds the entries of a YAML mapping by indentation alone, so that damage in one does not hide the others. */

import type { Span } from '../../../util/span.ts';
import { linesIn } from '../lines/lines.ts';

export interface HayagrivaPlace {
	/** For `curie1898:` this is `curie1898`. */
	readonly key: string;
	/** The key without quotes. */
	readonly keySpan: Span;
	/** From the key to the end of its last line. */
	readonly span: Span;
}

/** A key at the beginning of a line, with quotes or without. What follows on the line is a value in braces, or nothing. */
const KEY =
	/^(?:"([^"\\]{1,500})"|'([^']{1,500})'|([^\s"'#:{}[\],&*!|>%@`-][^#]{0,500}?|-[^\s#][^#]{0,500}?))\s*:(?=\s|$)/;
/** Lines of YAML itself, which end an entry. */
const MARKER = /^(?:---|\.{3}|%)/;

export function* hayagrivaPlaces(text: string): Generator<HayagrivaPlace> {
	let place: { key: string; keySpan: Span; span: { start: number; end: number } } | undefined;
	for (const { text: line, span } of linesIn(text)) {
		const isIndented = span.start > 0 && !/[\r\n\uFEFF]/.test(text.charAt(span.start - 1));
		const key = isIndented ? undefined : keyIn(line, span.start);
		const isEnd = key !== undefined || (!isIndented && MARKER.test(line));
		if (place && isEnd) {
			yield place;
			place = undefined;
		}
		if (key) {
			place = { ...key, span: { ...span } };
		} else if (place && line !== '' && !line.startsWith('#')) {
			place.span.end = span.end;
		}
	}
	if (place) {
		yield place;
	}
}

function keyIn(line: string, start: number): { key: string; keySpan: Span } | undefined {
	const [, double, single, plain] = KEY.exec(line) ?? [];
	const key = double ?? single ?? plain;
	const from = start + (plain === undefined ? 1 : 0);
	return key === undefined ? undefined : { key, keySpan: { start: from, end: from + key.length } };
}
