/** The functions and filters of key patterns: see Better BibTeX's documentation, named in `patternParser.ts`. */

import { foldText } from '../../util/fold.ts';
import { unmarked } from '../../util/textKinds.ts';
import { isSignificantWord } from '../keys.ts';
import { creatorsOf, familyName } from '../names.ts';
import type { CslItem } from '../paper.ts';
import { plainText } from '../text/richText.ts';
import { yearOf } from '../year.ts';
import type { PatternCall } from './patternParser.ts';

type Arguments = PatternCall['arguments'];
type PatternFunction = (item: CslItem, given: Arguments) => string;
type PatternFilter = (text: string, given: Arguments) => string;

/** What a function takes from a record. */
export const PATTERN_FUNCTIONS: ReadonlyMap<string, PatternFunction> = new Map<string, PatternFunction>([
	['auth', (item, given) => cut(family(item, numberIn(given, 1, 1) - 1), numberIn(given, 0, 0))],
	['authetal', (item) => withEtAl(item, 'EtAl')],
	['authetal2', (item) => withEtAl(item, 'EtAl')],
	['authorlast', (item) => family(item, creatorsOf(item).length - 1)],
	['authors', (item, given) => severalAuthors(item, numberIn(given, 0, 0))],
	['title', (item) => significant(item).map(capitalized).join('')],
	['shorttitle', (item, given) => firstWords(item, numberIn(given, 0, 3), numberIn(given, 1, 0))],
	['veryshorttitle', (item, given) => firstWords(item, numberIn(given, 0, 1), numberIn(given, 1, 0))],
	['year', (item) => yearOf(item.issued)?.toString() ?? ''],
	['shortyear', (item) => yearOf(item.issued)?.toString().slice(-2) ?? ''],
	['journal', (item) => plainText(item['container-title-short'] ?? item['container-title'])],
	['firstpage', (item) => /\d+/.exec(plainText(item.page))?.[0] ?? ''],
	['type', (item) => item.type],
]);

/** What a filter makes of a text. */
export const PATTERN_FILTERS: ReadonlyMap<string, PatternFilter> = new Map<string, PatternFilter>([
	['lower', (text) => text.toLowerCase()],
	['upper', (text) => text.toUpperCase()],
	['capitalize', (text) => text.replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase())],
	['condense', (text, given) => text.replace(/\s+/g, textIn(given, 0, ''))],
	['fold', folded],
	['ascii', folded],
	['clean', clean],
	['alphanum', (text) => text.replace(/[^\p{L}\p{N}]/gu, '')],
	['substring', (text, given) => substring(text, numberIn(given, 0, 1), numberIn(given, 1, text.length))],
	['abbr', (text) => (text.match(/(?<!\S)\S/g) ?? []).join('')],
	['nopunct', (text) => text.replace(/\p{P}/gu, '')],
	['skipwords', (text) => text.split(/\s+/).filter(isSignificantWord).join(' ')],
	['select', (text, given) => selected(text, numberIn(given, 0, 1), numberIn(given, 1, text.length))],
	['prefix', (text, given) => (text === '' ? '' : textIn(given, 0, '') + text)],
	['postfix', (text, given) => (text === '' ? '' : text + textIn(given, 0, ''))],
]);

function numberIn(given: Arguments, at: number, standard: number): number {
	const value = given[at];
	return typeof value === 'number' ? value : standard;
}

function textIn(given: Arguments, at: number, standard: string): string {
	const value = given[at];
	return typeof value === 'string' ? value : standard;
}

function family(item: CslItem, at: number): string {
	const name = creatorsOf(item)[at];
	return name ? clean(familyName(name)) : '';
}

/** One name, two names, or the first one and `etAl`. */
function withEtAl(item: CslItem, etAl: string): string {
	const count = creatorsOf(item).length;
	return family(item, 0) + (count === 2 ? family(item, 1) : count > 2 ? etAl : '');
}

/** All names, or the first `most` and `EtAl`. */
function severalAuthors(item: CslItem, most: number): string {
	const names = creatorsOf(item).map((_, at) => family(item, at));
	return most > 0 && names.length > most ? `${names.slice(0, most).join('')}EtAl` : names.join('');
}

function cut(text: string, length: number): string {
	return length > 0 ? [...text].slice(0, length).join('') : text;
}

function significant(item: CslItem): readonly string[] {
	const words = plainText(item.title)
		.replace(/['’ʼ]/g, '')
		.match(/[\p{L}\p{M}\p{N}]+/gu);
	return (words ?? []).filter(isSignificantWord).map(clean);
}

function firstWords(item: CslItem, count: number, capitals: number): string {
	return significant(item)
		.slice(0, count)
		.map((word, at) => (at < capitals ? capitalized(word) : word))
		.join('');
}

function capitalized(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Without accents, and as `ss` and `ae` what has no other form. Keeps case. */
function folded(text: string): string {
	return [...text.normalize('NFC')]
		.map((letter) => {
			const plain = foldText(unmarked(letter));
			return letter === letter.toLowerCase() ? plain : capitalized(plain);
		})
		.join('');
}

/** Folded, without blanks and signs that a key should not have. */
export function clean(text: string): string {
	return folded(text).replace(/[^\p{L}\p{N}_:.+-]|^[.:+-]+/gu, '');
}

/** `start` counts from 1. */
function substring(text: string, start: number, length: number): string {
	return [...text].slice(Math.max(0, start - 1), Math.max(0, start - 1) + length).join('');
}

function selected(text: string, start: number, count: number): string {
	return text
		.split(/\s+/)
		.slice(Math.max(0, start - 1), Math.max(0, start - 1) + count)
		.join(' ');
}
