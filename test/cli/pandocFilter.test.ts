/** The Lua filter with which Pandoc reads `@paper[...]`, in the real Pandoc. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { conversionOf } from '../../server/src/notes/conversion.ts';
import { readNote } from '../../server/src/notes/note.ts';
import { pandocVersion } from '../notes/pandoc/pandoc.ts';
import { commandFolder } from '../support/commandFolder.ts';
import { randomFrom, SEED } from '../support/random.ts';
import { ROOT } from '../support/sources.ts';

const FILTER = join(ROOT, 'pandoc/paper-notes.lua');

const BIB = `@article{ash2001, author = {Ash, Ann}, title = {Leaves}, journal = {Trees}, year = {2001}, doi = {10.1000/x(20)1}}
@article{elm2002, author = {Elm, Ed}, title = {Bark}, journal = {Trees}, year = {2002}}
@article{oak--2003, author = {Oak, Olga}, title = {Acorns}, journal = {Trees}, year = {2003}}
@article{o'neil, author = {O'Neil, Uma}, title = {Nuts}, journal = {Trees}, year = {2004}}
`;

const version = pandocVersion();
const skip = version === undefined && !process.env['CI'] ? 'Pandoc is not installed' : false;

interface Reading {
	readonly out: string;
	readonly err: string;
}

function pandoc(folder: string, text: string, ...args: readonly string[]): Reading {
	const { stdout, stderr, status } = spawnSync('pandoc', ['--wrap=none', '-f', 'markdown', ...args], {
		cwd: folder,
		input: text,
		encoding: 'utf8',
	});
	assert.equal(status, 0, stderr);
	return { out: stdout, err: stderr };
}

function cited(folder: string, text: string): Reading {
	return pandoc(folder, text, '--lua-filter', FILTER, '--citeproc', '--bibliography', 'refs.bib', '-t', 'plain');
}

test('a note gets its citations and its bibliography', { skip }, (context) => {
	const { path } = commandFolder(context, { 'refs.bib': BIB });
	const note = `Leaves @paper[ash2001]. More @paper[see @ash2001, pp. 3--5 and *passim*; -@elm2002, ch. 2; oak--2003].

@paper[+@ash2001, p. 3; see @elm2002] says, as @paper[+@elm2002] does; Ash @paper[-@ash2001].

*@paper[o'neil;
elm2002]* and 见@paper[ash2001; elm2002]。 @paper[10.1000/x(20)1]
`;
	const { out, err } = cited(path, note);
	assert.equal(err, '');
	assert.equal(
		out,
		`Leaves (Ash 2001). More (see Ash 2001, 3–5 and passim; 2002, ch.\u00a02; Oak 2003).

Ash (2001, 3; see Elm 2002) says, as Elm (2002) does; Ash (2001).

(O’Neil 2004; Elm 2002) and 见(Ash 2001; Elm 2002)。 (Ash 2001)

Ash, Ann. 2001. “Leaves.” Trees. https://doi.org/10.1000/x(20)1.

Elm, Ed. 2002. “Bark.” Trees.

O’Neil, Uma. 2004. “Nuts.” Trees.

Oak, Olga. 2003. “Acorns.” Trees.
`,
	);
});

test("a citation is what the same one in Pandoc's syntax is", { skip }, (context) => {
	const { path } = commandFolder(context, {});
	const pairs = [
		['@paper[a]', '[@a]'],
		['@paper[a, p. 3 [sic]]', '[@a, p. 3 [sic]]'],
		['@paper[see *also* @a, $x$ and `b c`]', '[see *also* @a, $x$ and `b c`]'],
		['@paper[see *also* @a; b, 7]', '[see *also* @a; @b, 7]'],
		['@paper[-@a; +@b]', '[-@a]; @b'],
		['@paper[+@a; b]', '@a [@b]'],
		['@paper[+@a, pp. 3-4; see -@b, fig. 2]', '@a [pp. 3-4; see -@b, fig. 2]'],
		['@paper[see +@a]', 'see @a'],
		['A [see @paper[a] there], [and @paper[a; b]]', 'A \\[see [@a] there\\], \\[and [@a; @b]\\]'],
		['A.^[See @paper[a; b].]', 'A.^[See [@a; @b].]'],
		['`@paper[a]` \\@paper[a] me@paper[a]', '`@paper[a]` \\@paper[a] me@paper[a]'],
	] as const;
	for (const [ours, theirs] of pairs) {
		const read = JSON.stringify(plain(pandoc(path, ours, '-t', 'json', '--lua-filter', FILTER)));
		assert.equal(read, JSON.stringify(plain(pandoc(path, theirs, '-t', 'json'))), ours);
	}
});

test('what names no paper is left as Pandoc reads it, with a warning', { skip }, (context) => {
	const { path } = commandFolder(context, { 'refs.bib': BIB });
	const { out, err } = cited(path, 'A @paper[two words; elm2002] and @paper[ash2001.\n');
	assert.match(err, /Not read as a citation: @paper\[two words; elm2002\]/);
	assert.match(out, /two words; elm2002/);
});

test("any citation is what the converted one is in Pandoc's syntax", { skip }, (context) => {
	const { path } = commandFolder(context, {});
	context.diagnostic(`seed ${SEED}`);
	const next = randomFrom(SEED);
	const pairs = Array.from({ length: 300 }, () => `So ${randomCitation(next)}.`).flatMap((ours) => {
		const note = readNote(ours, { syntaxes: ['paper', 'pandoc'] });
		const { converted } = conversionOf(note, { to: 'pandoc', isExact: false, isMeant: () => true });
		return converted.map(({ span, newText }) => [ours, ours.slice(0, span.start) + newText + ours.slice(span.end)]);
	});
	assert.ok(pairs.length > 250, `only ${pairs.length} could be converted`);
	const document = (index: number): string => pairs.map((pair) => pair[index]).join('\n\n');
	const ours = plain(pandoc(path, document(0), '-t', 'json', '--lua-filter', FILTER)) as Blocks;
	const theirs = plain(pandoc(path, document(1), '-t', 'json')) as Blocks;
	pairs.forEach((pair, index) => {
		assert.deepEqual(ours.blocks[index], theirs.blocks[index], `seed ${SEED}: ${pair.join(' and ')}`);
	});
});

interface Blocks {
	readonly blocks: readonly unknown[];
}

const KEYS = ['ash', 'a_b:1', 'a--b', "o'neil", '10.1/x(2)y', 'x*y*z', 'k=v', '漢字', 'c++', 'v^2^', '~t~q', 'a...b'];
const PREFIXES = ['see', 'see *also*', 'cf. `x`', 'e.g.,', '(as', '"q"'];
const LOCATORS = ['p. 3', 'pp. 3--5', 'fig. *2*', 'ch. 4, sec. 2', '[sic] 3', '$x$', 'and others', 'p.\n3'];

function randomCitation(next: (below: number) => number): string {
	const one = (from: readonly string[]): string => from[next(from.length)] ?? '';
	const items = Array.from({ length: 1 + next(3) }, (_, index) => {
		const mark = one(['', '@', '-@', ...(index === 0 ? ['+@'] : [])]);
		const prefix = ['@', '-@'].includes(mark) && next(2) === 0 ? `${one(PREFIXES)} ` : '';
		return prefix + mark + one(KEYS) + (next(2) === 0 ? `, ${one(LOCATORS)}` : '');
	});
	return `@paper[${items.join(one([';', '; ', ';\n']))}]`;
}

/** The document without what Pandoc shows where it knows no bibliography, and without the numbers of citations. */
function plain({ out }: Reading): unknown {
	return JSON.parse(out, (_key, value: unknown) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			return value;
		}
		const node = value as { readonly t?: unknown; readonly c?: readonly unknown[]; readonly citationId?: unknown };
		if (node.citationId !== undefined) {
			return { ...node, citationNoteNum: 0 };
		}
		return node.t === 'Cite' ? node.c?.[0] : node;
	});
}
