/** After any edits, the edited note equals the same text parsed from scratch. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { editNote, readNote } from '../../server/src/notes/note.ts';
import { scaffoldAt } from '../../server/src/notes/query.ts';
import { randomFrom, SEED } from '../support/random.ts';

const PIECES = [
	...[
		'`',
		'``',
		'```\n',
		'~~~\n',
		'$',
		'$$',
		'\\(',
		'\\)',
		'[',
		']',
		'](',
		')',
		';',
		',',
		'@paper[',
		'@paper[a]',
		'@papers[a]',
		'@paper ',
		'(a)',
		'@p',
		...[
			'(@a) ',
			'+++\n',
			'\n\n---\nreferences: [@x]\n---\n',
			'\n\n---\n',
			'\\begin{x}',
			'\\end{x}',
			'{/*',
			'*/}',
			'{.a}',
			':::',
			'*',
			'_',
			'"',
			'^[',
			'】',
			'\n<<<<<<< a\n',
			'\n=======\n',
			'\n>>>>>>> b\n',
			'@paper【',
			'；',
		],
	],
	...[
		'<',
		'<!--',
		'-->',
		'<div>\n',
		'>',
		'> ',
		'!',
		'-',
		'- ',
		'1. ',
		'+ ',
		'#',
		'# ',
		'    ',
		'  ',
		'\t',
		'\n',
		'\n\n',
	],
	...[
		'\r\n',
		'\r',
		'---\n',
		'---',
		'...\n',
		'===\n',
		'|',
		'| -- |\n',
		'|--|--|\n',
		'a|b\n',
		'[^1]: ',
		'[x]: ',
		'\\',
		'a',
		'@b',
	],
	...['bibliography: ', 'a.bib\n', '---\nbibliography: [b.bib,\n'],
	...['[@a; @b]', '-@c', 'https://', ' ', '{', '}', '<pre>\n', '</pre>', '&', '\n\n\n    '],
	...['\n\n[^1]: a\n\n', '\n\n- a\n\n', '\n\n    a\n\n', '\n\n> a\n', '\n\n@paper[a] b\n\n', `${'word '.repeat(40)}\n`],
];

function randomText(random: (below: number) => number, pieces: number): string {
	return Array.from({ length: pieces }, () => PIECES[random(PIECES.length)] ?? '').join('');
}

/**
 * A random place. The beginnings of the text and of its lines are more likely, because most of Markdown's rules apply
 * there.
 */
function placeIn(text: string, length: number, random: (below: number) => number): number {
	const anywhere = random(length + 1);
	const choices = [anywhere, random(Math.min(8, length + 1)), Math.min(length, text.indexOf('\n', anywhere) + 1)];
	return choices[random(choices.length)] ?? anywhere;
}

function checkSeed(seed: number, syntaxes: readonly CitationSyntax[]): void {
	const random = randomFrom(seed);
	const options = { syntaxes, isMdx: seed % 4 === 3 };
	let note = readNote(`${randomText(random, random(300))}\n\n@paper[x]`, options);
	for (let round = 0; round < 12; round++) {
		const edits = [];
		let { length } = note.text;
		for (let i = random(3); i >= 0; i--) {
			const from = placeIn(note.text, length, random);
			const to = Math.min(length, from + (random(2) ? random(4) : random(3) === 0 ? random(60) : 0));
			const insert = randomText(random, random(4));
			length += insert.length - (to - from);
			edits.push({ from, to, insert });
		}
		const before = note.text;
		note = editNote(note, edits);
		const anew = readNote(note.text, options);
		const story = `seed ${seed}, round ${round}: ${JSON.stringify(edits)} on\n${JSON.stringify(before)}`;
		assert.deepEqual(note.citations, anew.citations, story);
		assert.deepEqual(note.misspellings, anew.misspellings, story);
		assert.deepEqual(note.frontMatter, anew.frontMatter, story);
		const offset = random(note.text.length + 1);
		assert.deepEqual(scaffoldAt(note, offset), scaffoldAt(anew, offset), `scaffold at ${offset}, ${story}`);
	}
}

/** What stands inside paragraphs: more of plain text, so that most of a paragraph need not be read again. */
const INLINE = [
	...PIECES.filter((piece) => !/\n/.test(piece)),
	...[
		'word ',
		'two words, ',
		'it is. ',
		'(aside) ',
		'"quoted" ',
		'*stressed* ',
		'[@a, p. 3; @b] ',
		'@paper[c; d] ',
	].flatMap((piece) => [piece, piece, piece, piece]),
	...[
		'\n',
		'It costs $5 ',
		'~5 ',
		'`code` ',
		'[a](b) ',
		'x_1^2 ',
		'a < b ',
		'@{a b} ',
		'@{a} ',
		'www.a.b ',
		'&amp; ',
		'é… ',
		'研究',
	],
];

function inlineText(random: (below: number) => number, pieces: number): string {
	// The rarer kinds decide about all that follows: in most texts there are few of them.
	const plain = random(20) + 2;
	return Array.from({ length: pieces }, () =>
		random(plain) === 0 ? INLINE[random(INLINE.length)] : 'some words ',
	).join('');
}

function checkLongParagraph(seed: number, syntaxes: readonly CitationSyntax[]): void {
	const random = randomFrom(seed);
	let note = readNote(`@paper[x] ${inlineText(random, 400)}`, { syntaxes });
	for (let round = 0; round < 12; round++) {
		const from = random(note.text.length + 1);
		const to = Math.min(note.text.length, from + ([0, 1, random(12), random(300)][random(4)] ?? 0));
		const insert = random(3) ? (INLINE[random(INLINE.length)] ?? '') : inlineText(random, random(20));
		const before = note.text;
		note = editNote(note, [{ from, to, insert }]);
		const anew = readNote(note.text, { syntaxes });
		const story = `seed ${seed}, round ${round}: ${JSON.stringify({ from, to, insert })} on\n${JSON.stringify(before)}`;
		assert.deepEqual(note.citations, anew.citations, story);
		assert.deepEqual(note.misspellings, anew.misspellings, story);
	}
}

const ROUNDS = Number(process.env['SEEDS'] ?? 300);

test(`an edited note equals the note read anew (seeds from ${SEED}; SEED=${SEED} repeats them)`, () => {
	for (let seed = SEED; seed < SEED + ROUNDS; seed++) {
		checkSeed(seed, seed % 2 ? ['paper'] : ['paper', 'pandoc']);
	}
});

test(`an edited long paragraph equals the paragraph read anew (seeds from ${SEED})`, () => {
	for (let seed = SEED; seed < SEED + ROUNDS; seed++) {
		checkLongParagraph(seed, seed % 2 ? ['paper'] : ['paper', 'pandoc']);
	}
});
