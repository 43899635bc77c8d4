/** Citations converted between `@paper[...]` and Pandoc's syntax: exactly, or not at all. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { type Conversion, conversionOf } from '../../server/src/notes/conversion.ts';
import { type Note, readNote } from '../../server/src/notes/note.ts';
import { randomFrom, SEED } from '../support/random.ts';

function noteOf(text: string): Note {
	return readNote(text, { syntaxes: ['paper', 'pandoc'] });
}

function convert(text: string, to: CitationSyntax, isExact = true): Conversion & { readonly text: string } {
	const isMeant = (item: { readonly reference: string }, { kind }: { readonly kind: string }) =>
		kind === 'bare' && item.reference !== 'stranger';
	const conversion = conversionOf(noteOf(text), { to, isExact, isMeant });
	const after = conversion.converted.reduceRight(
		(before, { span, newText }) => before.slice(0, span.start) + newText + before.slice(span.end),
		text,
	);
	return { ...conversion, text: after };
}

/** Converts `paper` to `pandoc` and back, both whole. */
function check(paper: string, pandoc: string): void {
	const there = convert(paper, 'pandoc');
	assert.deepEqual([there.text, there.left], [pandoc, []]);
	const back = convert(pandoc, 'paper');
	assert.deepEqual([back.text, back.left], [paper, []]);
}

function checkLeft(text: string, to: CitationSyntax, reason: string): void {
	const { text: after, left, converted } = convert(text, to);
	assert.deepEqual([after, converted, left.map((one) => one.reason)], [text, [], [reason]], text);
}

test('each of the three forms stays what it is', () => {
	check('See @paper[ash2001].', 'See [@ash2001].');
	check('@paper[+@ash2001] says so.', '@ash2001 says so.');
	check('Ash @paper[-@ash2001].', 'Ash [-@ash2001].');
});

test('prefixes, locators, several papers and their spaces stay', () => {
	check(
		'@paper[see  @ash, pp. 3--5 and *passim*; -@elm,ch. 2; oak ].',
		'[see  @ash, pp. 3--5 and *passim*; -@elm,ch. 2; @oak ].',
	);
	check('@paper[+@ash, p. 3; see @elm, p. 4]', '@ash [p. 3; see @elm, p. 4]');
	check('@paper[+@ash; elm;oak]', '@ash [@elm;@oak]');
	check('@paper[+@ash,p. 3]', '@ash[p. 3]');
	check('> @paper[ash;\r\n> elm] and @paper[+@ash,\r\n> p. 3]', '> [@ash;\r\n> @elm] and @ash\r\n> [p. 3]');
});

test("a key that Pandoc would end too soon stands in Pandoc's braces", () => {
	check('@paper[10.1016/S0140-6736(20)30183-5, p. 1]', '[@{10.1016/S0140-6736(20)30183-5}, p. 1]');
	check("@paper[+@O'Neil2000] and @paper[+@ash]-like", "@{O'Neil2000} and @{ash}-like");
	check('@paper[see @{a}]', '[see @{{a}}]');
	checkLeft('@paper[a}b]', 'pandoc', 'key');
	checkLeft('[@{a,b}]', 'paper', 'key');
});

test('what the other syntax cannot say is left, and the rest is converted', () => {
	checkLeft('@paper[ash; +@elm]', 'pandoc', 'form');
	checkLeft('@paper[see +@ash]', 'pandoc', 'form');
	checkLeft('@paper[ash;;elm]', 'pandoc', 'malformed');
	checkLeft('@paper[two words]', 'pandoc', 'malformed');
	checkLeft('@ash\\_2001', 'paper', 'malformed');
	checkLeft('[@ash, as in @elm]', 'paper', 'place');
	checkLeft('@paper[see @ash, as in @elm]', 'pandoc', 'place');
	const { text, left } = convert('@paper[ash], @paper[elm](u), @paper[oak]', 'pandoc');
	assert.deepEqual([text, left.map(({ reason }) => reason)], ['[@ash], @paper[elm](u), [@oak]', ['place']]);
});

test('what the text around it would change is left', () => {
	checkLeft('\\footnote{See @paper[ash].}', 'pandoc', 'place');
	checkLeft('@paper[+@ash] [note]', 'pandoc', 'place');
	checkLeft('见@paper[+@ash]', 'pandoc', 'place');
	checkLeft('[@paper[ash]]', 'pandoc', 'doubt');
	checkLeft('(@paper[+@ash]) One.', 'pandoc', 'place');
});

test('what would come back in another spelling is left in a whole note and converted by itself', () => {
	for (const [text, to, after] of [
		['[@ash p. 3]', 'paper', '@paper[ash, p. 3]'],
		['-@ash', 'paper', '@paper[-@ash]'],
		['[@{ash}]', 'paper', '@paper[ash]'],
		['@ash [ p. 3]', 'paper', '@paper[+@ash,  p. 3]'],
		['@paper[@ash; @elm]', 'pandoc', '[@ash; @elm]'],
		['＠paper[ash；elm]', 'pandoc', undefined],
	] as const) {
		checkLeft(text, to, after === undefined ? 'place' : 'spelling');
		assert.equal(convert(text, to, false).text, after ?? text);
	}
});

test('user names, cross references and links are no citations', () => {
	for (const text of ['See @fig-leaf.', '[@name](https://example.org)', '[[@ash2001]]', 'me@example.org', '`[@ash]`']) {
		const { text: after, left } = convert(text, 'paper');
		assert.deepEqual([after, left], [text, []], text);
	}
	checkLeft('Thanks to @stranger.', 'paper', 'doubt');
	checkLeft('Thanks to @paper[+@stranger].', 'pandoc', 'doubt');
	checkLeft('@paper[fig-leaf]', 'pandoc', 'doubt');
});

test('any text converts with the same papers in the same forms, and back to the same characters', (t) => {
	t.diagnostic(`seed ${SEED}`);
	const next = randomFrom(SEED);
	for (let round = 0; round < 500; round++) {
		const text = Array.from({ length: 1 + next(12) }, () => PIECES[next(PIECES.length)]).join('');
		for (const to of ['paper', 'pandoc'] as const) {
			const there = convert(text, to);
			const told = `seed ${SEED}: ${JSON.stringify(text)} to ${to}: ${JSON.stringify(there.text)}`;
			assert.deepEqual(papersIn(there.text), papersIn(text), told);
			const from = to === 'paper' ? 'pandoc' : 'paper';
			const isWhole = there.left.length === 0 && noteOf(text).citations.every(({ syntax }) => syntax === from);
			if (isWhole) {
				assert.equal(convert(there.text, from).text, text, told);
			}
		}
	}
});

/** All papers in order, with everything said of them. */
function papersIn(text: string): unknown[] {
	return noteOf(text).citations.flatMap(({ items }) =>
		items.map(({ reference, mode, prefix, locator }) => [reference, mode, prefix?.text, locator?.text]),
	);
}

const PIECES = [
	...['@paper[', '@paper[', '[', ']', ']', '@', '-@', '+@', '@{', '}', ';', '; ', ', ', ',', ' ', '\n', '\n> ', '\r\n'],
	...[
		'ash',
		'elm2002',
		'oak:1',
		"O'Neil",
		'10.1000/x(1)y',
		'漢字',
		'see ',
		'p. 3',
		' [sic]',
		'*',
		'`',
		'$',
		'(',
		')',
		'.',
	],
	...[
		'[@ash]',
		'@elm',
		'@paper[ash]',
		'@paper[+@oak, p. 2]',
		'[see @ash, p. 3; -@elm]',
		'@ash [p. 3]',
		'^[',
		'\\',
		'<!--',
	],
];
