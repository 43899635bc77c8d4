/** Damaged files: readers never throw and never hang, and the records before the damage are kept. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivDigest } from '../../server/src/corpus/formats/arxiv/arxivDigest.ts';
import { cslJson } from '../../server/src/corpus/formats/csl/cslJson.ts';
import { cslYaml } from '../../server/src/corpus/formats/csl/cslYaml.ts';
import { type Format, readAll } from '../../server/src/corpus/formats/format.ts';
import { authorPage } from '../../server/src/corpus/formats/listings/authorPage.ts';
import { compactListing } from '../../server/src/corpus/formats/listings/compactListing.ts';
import type { PaperRecord } from '../../server/src/corpus/paper.ts';
import { randomFrom } from '../support/random.ts';

const SEED = 20_251_110;

/** Each with three papers. */
const DOCUMENTS: readonly (readonly [Format, string])[] = [
	[
		cslJson,
		`[\n${['ann', 'bob', 'cyd'].map((id) => `{"id": "${id}", "type": "book", "title": "On \\"${id}\\"", "author": [{"family": "X"}], "issued": {"date-parts": [[2020]]}}`).join(',\n')}\n]`,
	],
	[
		cslYaml,
		`references:\n${['ann', 'bob', 'cyd'].map((id) => `- id: ${id}\n  title: "On ${id}"\n  author:\n  - {family: X}\n`).join('')}`,
	],
	[
		arxivDigest,
		['One', 'Two', 'Three']
			.map(
				(title) =>
					`# ${title} \n\n**Authors**: Ann Lee\n\n**Link**: [PDF](https://arxiv.org/pdf/2506.14731)\n\n**Abstract**: A.\n\n---\n`,
			)
			.join(''),
	],
	[
		authorPage,
		`Ann Lee\n\n${['One', 'Two', 'Three'].map((title) => `9.5CLMay 3, 2025Code\nOn ${title}\n\nAnn Lee et al. · pku\n\nText of ${title}.\n\n`).join('')}`,
	],
	[
		compactListing,
		['One', 'Two', 'Three']
			.map((title) => `CLMay 3, 2025\nOn ${title}Ann Lee, Bob Ray et al.\nText of ${title}.\n`)
			.join(''),
	],
];

/**
 * Records that must be kept: the title or key of the next one is whole, so nothing after the damage can belong to them.
 */
function before(papers: readonly PaperRecord[], damage: number): readonly PaperRecord[] {
	return papers.filter((_, index) => (papers[index + 1]?.keySpan?.end ?? Number.POSITIVE_INFINITY) < damage);
}

for (const [format, text] of DOCUMENTS) {
	const whole = readAll(format, text);

	test(`${format.name}: the undamaged document has three papers`, () => {
		assert.equal(whole.papers.length, 3);
		assert.deepEqual(whole.problems, []);
	});

	test(`${format.name}: cut off anywhere, the papers before the cut stand`, () => {
		for (let cut = 0; cut < text.length; cut++) {
			const { papers } = readAll(format, text.slice(0, cut));
			const standing = before(whole.papers, cut);
			assert.deepEqual(papers.slice(0, standing.length), standing, `cut at ${cut}`);
			assert.ok(papers.length <= standing.length + 2, `cut at ${cut}`);
		}
	});

	test(`${format.name}: with random damage nothing throws, spans stay within the text, papers before it stand`, () => {
		const random = randomFrom(SEED);
		const splinters = [
			'"',
			'{',
			'}',
			']',
			'[',
			',',
			'\\',
			'\n',
			'\r',
			'---\n',
			'# ',
			'**',
			'CLMay 9\n',
			'- ',
			' ',
			'\u0000',
			'\ud800',
			'￿',
		];
		for (let round = 0; round < 300; round++) {
			const at = random(text.length);
			const splinter = splinters[random(splinters.length)] ?? '';
			const damaged = text.slice(0, at) + splinter + text.slice(at + random(8));
			const { papers, problems } = readAll(format, damaged);
			const place = `seed ${SEED}, round ${round}: ${JSON.stringify(damaged)}`;
			const keys = before(whole.papers, at).map(({ item }) => item.title);
			assert.deepEqual(
				papers.slice(0, keys.length).map(({ item }) => item.title),
				keys,
				place,
			);
			for (const { span } of [...papers, ...problems]) {
				assert.ok(span.start >= 0 && span.start <= span.end && span.start <= damaged.length, place);
			}
		}
	});
}

/** Texts that grow a hundredfold. A quadratic reader would take ten thousand times as long. */
const HOSTILE: readonly ((size: number) => string)[] = [
	(size) => `CLMay 3, 2025\n${'A,'.repeat(size)}aB\n`,
	(size) => `CLMay 3, 2025\n${'aB'.repeat(size)}\n`,
	(size) => `CLMay 3, 2025\nOn RaysAnn ${' '.repeat(size)}Lee (${'('.repeat(size)}\n\nAnn${' '.repeat(size)}Lee\n`,
	(size) => `CLMay 3, 2025\n${'$?!'.repeat(size)}A B\n`,
	(size) => `${'CLMay 3\n'.repeat(size)}`,
	(size) =>
		`# T\n\n**Authors**: ${'A ('.repeat(size)}\n\n**Link**: ${'['.repeat(size)}\n\n**Code**: ${'https://'.repeat(size)}`,
	(size) => `# T\n\n**Authors**: A B\n${'---\n# x\n'.repeat(size)}`,
	(size) => `[${'{"id":'.repeat(size)}`,
	(size) => `[{"id":"a"}${'\\"{"a'.repeat(size)}`,
	(size) => `[${'{"a":"x\n'.repeat(size)}`,
	(size) => `references:\n${'- id: x\n'.repeat(Math.ceil(size / 50))}`,
];

test('time grows with the size of hostile texts, not with its square', () => {
	for (const [index, build] of HOSTILE.entries()) {
		for (const [format] of DOCUMENTS) {
			const text = build(10_000);
			const start = process.cpuUsage();
			format.accepts(text.slice(0, 16_384));
			readAll(format, text);
			// The processor's time, however busy the machine is. Each takes under 0.1 s; the square of 10,000 steps many.
			const { user, system } = process.cpuUsage(start);
			assert.ok(user + system < 2_000_000, `${format.name}, text ${index}`);
		}
	}
});
