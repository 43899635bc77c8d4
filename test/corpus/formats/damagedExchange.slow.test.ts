/**
 * Damaged and hostile files in the formats that programs exchange papers in: readers never throw and never hang, and the
 * papers before the damage and after it stand.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivAtom } from '../../../server/src/corpus/formats/arxiv/arxivAtom.ts';
import { arxivSnapshot } from '../../../server/src/corpus/formats/arxiv/arxivSnapshot.ts';
import { arxivTable } from '../../../server/src/corpus/formats/arxiv/arxivTable.ts';
import { endnoteXml } from '../../../server/src/corpus/formats/endnoteXml/endnoteXml.ts';
import { type Format, readAll } from '../../../server/src/corpus/formats/format.ts';
import { nbib } from '../../../server/src/corpus/formats/nbib/nbib.ts';
import { pubmedXml } from '../../../server/src/corpus/formats/pubmedXml/pubmedXml.ts';
import { ris } from '../../../server/src/corpus/formats/ris/ris.ts';
import { processorTime } from '../../support/processorTime.ts';
import { randomFrom } from '../../support/random.ts';

const SEED = 20_261_121;
const TITLES = ['First Rays', 'Second Rays', 'Third Rays'];

interface Sample {
	readonly format: Format;
	/** The text before, around and after one paper with that title. */
	readonly before: string;
	readonly entry: (title: string) => string;
	readonly after: string;
}

const SAMPLES: readonly Sample[] = [
	{ format: ris, before: '', entry: (title) => `TY  - JOUR\nTI  - ${title}\nAU  - Lee, A.\nER  - \n`, after: '' },
	{ format: nbib, before: '', entry: (title) => `PMID- 1\nTI  - ${title}.\nAU  - Lee A\n\n`, after: '' },
	{
		format: pubmedXml,
		before: '<PubmedArticleSet>\n',
		entry: (title) =>
			`<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>${title}</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n`,
		after: '</PubmedArticleSet>',
	},
	{
		format: endnoteXml,
		before: '<xml><records>',
		entry: (title) =>
			`<record><ref-type name="Book">6</ref-type><titles><title><style face="normal">${title}</style></title></titles></record>`,
		after: '</records></xml>',
	},
	{
		format: arxivAtom,
		before: '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>',
		entry: (title) => `<entry><id>http://arxiv.org/abs/1706.03762v5</id><title>${title}</title></entry>`,
		after: '</feed>',
	},
	{
		format: arxivSnapshot,
		before: '',
		entry: (title) => `{"id":"1706.03762","authors":"Ann Lee","title":"${title}","categories":"cs.CL"}\n`,
		after: '',
	},
	{
		format: arxivTable,
		before: '|Date|Title|Authors|PDF|\n|-|-|-|-|\n',
		entry: (title) => `|2024-06-01|${title}|Ann Lee|[1](https://arxiv.org/abs/1706.03762)|\n`,
		after: '',
	},
];

function textOf({ before, entry, after }: Sample, titles: readonly string[]): string {
	return before + titles.map(entry).join('') + after;
}

/** Reads, and checks that every span lies within the text. */
function titlesIn(format: Format, text: string): readonly (string | undefined)[] {
	format.accepts(text.slice(0, 16_384));
	const { papers, problems } = readAll(format, text);
	const outside = [...papers, ...problems].filter(
		({ span }) => span.start < 0 || span.start > span.end || span.end > text.length,
	);
	const astray = papers.filter(
		({ span, keySpan }) => keySpan && (keySpan.start < span.start || keySpan.end > span.end),
	);
	if (outside.length + astray.length > 0) {
		assert.fail(JSON.stringify([outside, astray, text]));
	}
	return papers.map(({ item }) => item.title);
}

/** Pieces with a meaning in one of the formats. */
const SPLINTERS = [
	'<',
	'>',
	'</',
	'&',
	'&#',
	'<!--',
	'<![CDATA[',
	']]>',
	'"',
	'{',
	'}',
	'[',
	'\\',
	'|',
	'\n',
	'\r',
	'TY  - ',
	'ER  - \n',
	'PMID- ',
	'\u0000',
	'\ud800',
	'<record>',
	'</entry>',
];

for (const sample of SAMPLES) {
	const { format } = sample;
	const whole = textOf(sample, TITLES);

	test(`${format.name}: cut off anywhere, the papers before the cut stand`, () => {
		assert.deepEqual(titlesIn(format, whole), TITLES);
		for (let cut = 0; cut < whole.length; cut++) {
			const complete = TITLES.filter(
				(_, index) => textOf({ ...sample, after: '' }, TITLES.slice(0, index + 1)).length <= cut,
			);
			assert.deepEqual(titlesIn(format, whole.slice(0, cut)).slice(0, complete.length), complete, `cut at ${cut}`);
		}
	});

	test(`${format.name}: damage within one paper leaves the first and the last`, () => {
		const random = randomFrom(SEED);
		const start = textOf({ ...sample, after: '' }, TITLES.slice(0, 1)).length;
		const end = textOf({ ...sample, after: '' }, TITLES.slice(0, 2)).length;
		for (let round = 0; round < 400; round++) {
			// Behind the first character and before the last line end: the damage is the second paper's.
			const at = start + 1 + random(end - start - 10);
			const splinter = SPLINTERS[random(SPLINTERS.length)] ?? '';
			const damaged = whole.slice(0, at) + splinter + whole.slice(Math.min(end - 2, at + random(6)));
			const titles = titlesIn(format, damaged);
			assert.equal(titles[0], TITLES[0], damaged);
			assert.equal(titles.at(-1), TITLES[2], damaged);
		}
	});

	test(`${format.name}: random texts are read without throwing`, () => {
		const random = randomFrom(SEED);
		for (let round = 0; round < 300; round++) {
			let text = sample.before;
			for (let piece = 0; piece < 40; piece++) {
				const splinter = SPLINTERS[random(SPLINTERS.length + 20)];
				text += splinter ?? whole.slice(random(whole.length)).slice(0, random(30));
			}
			titlesIn(format, text);
		}
	});
}

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`).join('')}]>`;

test('entities of a document type are not expanded', () => {
	const text = `${LAUGHS}<feed><id>http://arxiv.org/api/x</id><entry><id>http://arxiv.org/abs/1706.03762</id><title>&lol9; Rays</title></entry></feed>`;
	assert.deepEqual(titlesIn(arxivAtom, text), ['&lol9; Rays']);
});

/** Texts that grow a hundredfold; a quadratic reader would take ten thousand times as long. */
const HOSTILE: readonly ((size: number) => string)[] = [
	(size) => `<record><titles><title>${'<a>'.repeat(size)}${'</b>'.repeat(size)}`,
	(size) => `<entry><title>T</title>${'<entry '.repeat(size)}`,
	(size) => `<PubmedArticle>${'<!--'.repeat(size)}${'<![CDATA['.repeat(size)}`,
	(size) => `<record ${'a="'.repeat(size)}`,
	(size) => `<entry><title>${'&amp;'.repeat(size)}${' '.repeat(size)}x</title></entry>`,
	(size) =>
		`TY  - JOUR\nTI  - T\nAU  - ${'A b '.repeat(size)}\nAU  - ${'a, B., '.repeat(size)}\nKW  - a${' '.repeat(size)}b\nDO  - 10.1234/${'.,'.repeat(size)}x\nM1  - ${'1'.repeat(size)} a b\n`,
	(size) => 'TY  - JOUR\n'.repeat(size),
	(size) =>
		`PMID- 1\nTI  - ${'x'.repeat(size)} ${'. '.repeat(size)}\nDP  - ${'1 '.repeat(size)}\nPG  - ${' - '.repeat(size)}\n`,
	(size) => `{"id":"1706.03762","title":"${' '.repeat(size)}x","authors":"${'('.repeat(size)}"}\n`,
	(size) => `${'{"a":'.repeat(size)}\n`,
	(size) => '{"id":"x\n'.repeat(size),
	(size) =>
		`|Date|Title|Authors|PDF|\n|-|-|-|-|\n|${'['.repeat(size)}|${'**'.repeat(size)}|${'a, '.repeat(size)}|${'|'.repeat(size)}\n`,
];

test('time grows with the size of hostile texts, not with its square', () => {
	for (const [index, build] of HOSTILE.entries()) {
		const text = build(100_000);
		for (const { format } of SAMPLES) {
			const start = processorTime();
			titlesIn(format, text);
			// Each takes under 0.2 s here; the square of 100,000 steps would take many.
			assert.ok(processorTime() - start < 4000, `${format.name}, text ${index}`);
		}
	}
});
