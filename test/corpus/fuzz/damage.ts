/** Ways in which files are damaged, each chosen by a sequence of random numbers. */

import type { Random } from '../../support/random.ts';

const SPLINTERS = [
	...[
		'"',
		"'",
		'{',
		'}',
		'[',
		']',
		'(',
		')',
		'<',
		'>',
		'&',
		',',
		':',
		';',
		'=',
		'#',
		'@',
		'\\',
		'$',
		'%',
		'|',
		'-',
		'~',
		'`',
	],
	...['\n', '\r', '\r\n', '\n\n', '\t', ' ', '\u0000', '\ud800', '\ufeff', '\uffff', '\u2028', '\u{1f600}'],
	...[
		'@article{',
		'\\textbf{',
		' and ',
		'<b>',
		'</',
		'<!--',
		']]>',
		'<![CDATA[',
		'&#x',
		'ER  - ',
		'TY  - ',
		'PMID- 1',
		'---\n',
	],
	...['# ', '**', '- ', 'CLMay 9\n', '{"id":', '\\u', '|---|', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;'],
];

export function damaged(text: string, random: Random): string {
	let out = text;
	for (let times = 1 + random(4); times > 0; times -= 1) {
		out = damagedOnce(out, random);
	}
	return out;
}

function damagedOnce(text: string, random: Random): string {
	const at = random(text.length + 1);
	const end = Math.min(text.length, at + random(12));
	const splinter = SPLINTERS[random(SPLINTERS.length)] ?? '';
	switch (random(5)) {
		case 0:
			return text.slice(0, at) + text.slice(end);
		case 1:
			return text.slice(0, end) + text.slice(at, end) + text.slice(end);
		case 2:
			return text.slice(0, at) + splinter.repeat(1 + random(20)) + text.slice(at);
		default:
			return text.slice(0, at) + splinter + text.slice(end);
	}
}

/** Bytes in random or almost random order. */
export function randomBytes(random: Random): Uint8Array {
	const most = random(2) === 0 ? 256 : 128;
	return Uint8Array.from({ length: random(600) }, () => random(most));
}

/** Small and large pieces of `text` in sequence. */
export function randomPieces(text: string, random: Random): string {
	return Array.from({ length: random(120) }, () => {
		const at = random(text.length);
		return random(3) === 0 ? text.slice(at, at + random(40)) : SPLINTERS[random(SPLINTERS.length)];
	}).join('');
}

/**
 * Something that opens and never closes, or repeats without end: about `size` characters of it within a record of
 * `text`.
 */
export function endless(text: string, size: number, random: Random): string {
	const unit = SPLINTERS[random(SPLINTERS.length)] ?? '';
	const other = SPLINTERS[random(SPLINTERS.length)] ?? '';
	const at = random(text.length);
	const run = (unit + (random(2) === 0 ? other : '')).repeat(Math.ceil(size / (unit.length + other.length)));
	return text.slice(0, at) + run + text.slice(at);
}
