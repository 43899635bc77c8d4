import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { markdownText, plainText } from '../../../server/src/corpus/text/richText.ts';
import { processorTime } from '../../support/processorTime.ts';
import { randomFrom } from '../../support/random.ts';

const SMALL = `% A small library
@string{jmlr = "Journal of \\"Learning\\""}
@preamble{"\\newcommand{\\x}{y}"}

@article{first2001,
  title = {The {First} of $\\mathbb{R}^n$ --- an \\'etude},
  author = "M{\\"u}ller, Jörg and van der Berg, Jan and {The Team} and others",
  journal = jmlr # { } # 12,
  year = 2001, month = oct # "--" # nov,
  pages = {1--2}
}

@comment{nothing}
@inproceedings(second2002,
  title = "Second \\emph{thing}",
  crossref = {third2003}
)
@proceedings{third2003, booktitle = {Third}, title = {Third}, date = {2003-05/2003-06}, doi = {10.1000/182}, file = {:a.pdf:PDF}}
`;

const GUARDS = ['@misc{before, title={Before}}\n\n', '\n\n@misc{after,\n title={After},\n}\n'] as const;

/** Reads `text` and renders all of it: nothing may throw, and every span lies in the text. */
function keysOf(text: string): readonly (string | undefined)[] {
	const { papers, problems } = readAll(bibtex, text);
	for (const { span } of [...papers, ...problems]) {
		assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
	}
	for (const { item } of papers) {
		plainText(item.title);
		markdownText(item.title);
	}
	return papers.map((paper) => paper.key);
}

function checkGuarded(damaged: string, what: string): void {
	const keys = keysOf(GUARDS[0] + damaged + GUARDS[1]);
	assert.equal(keys[0], 'before', what);
	assert.ok(keys.includes('after'), what);
}

test('a file cut off at any byte is read up to there, and what follows on a line of its own is read too', () => {
	for (let end = 0; end <= SMALL.length; end += 1) {
		checkGuarded(SMALL.slice(0, end), `cut at ${end}`);
	}
});

test('a file that begins anywhere is read', () => {
	for (let start = 0; start <= SMALL.length; start += 1) {
		checkGuarded(SMALL.slice(start), `from ${start}`);
	}
});

const PIECES = [
	'{',
	'}',
	'"',
	'@',
	'\\',
	',',
	'=',
	'#',
	'\n',
	'%',
	'$',
	'(',
	')',
	'~',
	'@article{',
	'\\textbf{',
	'\u0000',
	'\ud800',
	' and ',
	'<b>',
];

function mutated(text: string, random: (below: number) => number): string {
	let out = text;
	for (let count = random(4) + 1; count > 0; count -= 1) {
		const at = random(out.length + 1);
		const piece = PIECES[random(PIECES.length)] ?? '';
		out = out.slice(0, at) + piece + out.slice(at + random(3) * random(8));
	}
	return out;
}

test('random damage never throws, and costs neither the entry before nor the one after', () => {
	const seed = Number(process.env['FUZZ_SEED'] ?? 20240917);
	const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 1000);
	const random = randomFrom(seed);
	for (let round = 0; round < rounds; round += 1) {
		const damaged = mutated(SMALL, random);
		checkGuarded(damaged, `seed ${seed}, round ${round}:\n${damaged}`);
	}
});

test('random characters are read', () => {
	const random = randomFrom(7);
	for (let round = 0; round < 300; round += 1) {
		keysOf(Array.from({ length: 300 }, () => PIECES[random(PIECES.length)] ?? '').join(''));
	}
});

test('time grows with the file, whatever is in it', () => {
	const units = [
		...[
			'{',
			'@',
			'@a{',
			'@a{b,',
			'@a{b,c={',
			'\n@a{b,c={',
			'\n@a{b, c="x}',
			'@comment{',
			'@string{a=',
			'@a{b,c=d#',
			'@preamble{',
		],
		...['@article{a, title={', '@article{a, author={x and ', '@a{a,\n b\n', '%', '@ ', '@a{x y '],
	];
	const values = ['{', '$', "\\'", ' and ', '; ', ', ', '1-', ':', '\\', '  ', '\n\n', '-', '1/', 'a/', '"'];
	const fields = ['title', 'author', 'date', 'year', 'file', 'keywords', 'isbn', 'pages', 'eprint', 'url', 'journal'];
	const chain = Array.from(
		{ length: 300 },
		(_, i) => `@xdata{x${i}, xdata={${Array.from({ length: 300 }, (__, k) => `x${k}`)}}}`,
	);
	const texts = [
		`@misc{a, title={x}, xdata={x1}}\n${chain.join('\n')}`,
		...units.map((unit) => unit.repeat(300_000 / unit.length)),
		...fields.flatMap((field) =>
			values.map((value) => `@article{a, ${field}={${value.repeat(100_000 / value.length)}x}}`),
		),
	];
	for (const text of texts) {
		const start = processorTime();
		readAll(bibtex, text);
		assert.ok(processorTime() - start < 5000, text.slice(0, 60));
	}
});
