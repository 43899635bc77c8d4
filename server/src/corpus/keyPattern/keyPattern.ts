/** Keys by a pattern that the user chooses, and the letters that tell equal ones apart. */

import { keyPatternMessages } from '../../messages/keyPatternMessages.ts';
import type { CslItem } from '../paper.ts';
import { clean, PATTERN_FILTERS, PATTERN_FUNCTIONS } from './patternFunctions.ts';
import { type PatternCall, type PatternFault, type PatternPart, parsedPattern } from './patternParser.ts';

/** The key that a pattern gives to a record; empty if the record has nothing that the pattern asks for. */
export type KeyPattern = (item: CslItem) => string;

/** The pattern that is written in the setting, or what is wrong with it. */
export function keyPattern(written: string): KeyPattern | PatternFault {
	const formulas = parsedPattern(written);
	if ('message' in formulas) {
		return formulas;
	}
	const unknown = formulas
		.flat()
		.flatMap((part) => (part.kind === 'call' ? unknownCalls(part) : []))
		.at(0);
	return (
		unknown ??
		((item) =>
			formulas.map((parts) => clean(parts.map((part) => textOf(part, item)).join(''))).find((key) => key !== '') ?? '')
	);
}

function unknownCalls({ source, filters }: Extract<PatternPart, { kind: 'call' }>): readonly PatternFault[] {
	return [
		...(PATTERN_FUNCTIONS.has(source.name) ? [] : [fault(source, keyPatternMessages.noFunction(source.name))]),
		...filters
			.filter(({ name }) => !PATTERN_FILTERS.has(name))
			.map((filter) => fault(filter, keyPatternMessages.noFilter(filter.name))),
	];
}

function fault({ at }: PatternCall, message: string): PatternFault {
	return { message: keyPatternMessages.fault(message, at + 1), at };
}

function textOf(part: PatternPart, item: CslItem): string {
	if (part.kind === 'text') {
		return part.text;
	}
	const taken = PATTERN_FUNCTIONS.get(part.source.name)?.(item, part.source.arguments) ?? '';
	return part.filters.reduce(
		(text, filter) => PATTERN_FILTERS.get(filter.name)?.(text, filter.arguments) ?? text,
		taken,
	);
}

/** `key`, or, as in Better BibTeX, the first of `keya`, `keyb`, ..., `keyz`, `keyaa` that is not taken. */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
	let free = key;
	for (let count = 0; isTaken(free); count += 1) {
		free = key + lettersOf(count);
	}
	return free;
}

function lettersOf(count: number): string {
	const last = String.fromCharCode(0x61 + (count % 26));
	return count < 26 ? last : lettersOf(Math.floor(count / 26) - 1) + last;
}
