/** Names that a mistyped one may stand for, found by distance. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compactSearchTables } from '../../../server/src/index/search/compaction.ts';
import { NearNames } from '../../../server/src/index/search/nearNames.ts';
import { editDistance } from '../../../server/src/util/editDistance.ts';
import { seededRandom } from '../../support/random.ts';
import { emptyIndex, paperFields } from './searchFixture.ts';

/** Papers get the ids 1, 2, 3... in their order; each has one key and any aliases. */
function namesOf(papers: readonly (readonly string[])[]): NearNames {
	const { db, index } = emptyIndex();
	for (const [place, [key = '', ...aliases]] of papers.entries()) {
		index.put(place + 1, paperFields({ key, names: [key, ...aliases] }));
	}
	index.flush();
	return new NearNames(db);
}

/** Each line is a name and those that are found, with their slips. */
function checkNear(names: NearNames, lines: string): void {
	for (const line of lines.trim().split('\n')) {
		const [name = '', expected = ''] = line.split('->').map((part) => part.trim());
		const found = names.near(name).map((near) => `${near.name} ${near.slips}`);
		assert.equal(found.join(', '), expected, name);
	}
}

test('letters missing, added, replaced or exchanged, up to two', () =>
	checkNear(
		namesOf([['vaswani2017'], ['smith2020a'], ['brown2020gpt3']]),
		`
vaswani2017 -> vaswani2017 0
vaswni2017 -> vaswani2017 1
vaaswani2017 -> vaswani2017 1
vaswoni2017 -> vaswani2017 1
vawsani2017 -> vaswani2017 1
avswani2071 -> vaswani2017 2
aswani201 -> vaswani2017 2
vaswaxnix2017 -> vaswani2017 2
awvsani201 ->
smtih2020a -> smith2020a 1
brwn2020gpt3 -> brown2020gpt3 1
v ->
`,
	));

test('signs between words, case and accents do not count', () =>
	checkNear(
		namesOf([['devlin-etal-2019-bert'], ['Müller_2018'], ['DBLP:conf/cvpr/HeZRS16']]),
		`
devlinetal2019brt -> devlinetal2019bert 1
Devlin.eatl.2019.bert -> devlinetal2019bert 1
muler2018 -> muller2018 1
dblp:conf/cvpr/HeRZS16 -> dblpconfcvprhezrs16 1
`,
	));

test('all names of a paper', () =>
	checkNear(
		namesOf([['he2016', 'resnet_paper', '深度学习2016']]),
		`
resnt_paper -> resnetpaper 1
深度学2016 -> 深度学习2016 1
深度习学2016 -> 深度学习2016 1
`,
	));

test('a DOI, an arXiv id or another number is like nothing', () => {
	const { db, index } = emptyIndex();
	index.put(1, paperFields({ key: '12345678', names: [], doi: '10.18653/v1/n19-1423', arxiv: '1706.03762' }));
	index.flush();
	checkNear(
		new NearNames(db),
		`
10.18653/v1/n19-1424 ->
1706.03763 ->
12345679 ->
`,
	);
});

const LETTERS = 'aab2-é学';

function randomName(random: () => number): string {
	const letter = () => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'a';
	return `k${Array.from({ length: 1 + Math.floor(random() * 7) }, letter).join('')}`;
}

const folded = (name: string) => name.replaceAll('-', '').replaceAll('é', 'e');

/** All of them, the slow way: of each paper its nearest name. */
function expectedNear(papers: ReadonlyMap<number, string>, typed: string): string[] {
	return [...papers]
		.flatMap(([id, name]) => {
			const slips = editDistance(folded(typed), folded(name), 2);
			return slips === undefined ? [] : [`${slips} ${folded(name)} ${id}`];
		})
		.sort();
}

for (const seed of [1, 2, 3]) {
	test(`after any edits all names are found that a look at each would find (seed ${seed})`, () => {
		const random = seededRandom(seed);
		const { db, index } = emptyIndex();
		const names = new NearNames(db);
		const papers = new Map<number, string>();
		for (let edit = 0; edit < 300; edit++) {
			const id = 1 + Math.floor(random() * 25);
			if (random() < 0.3) {
				index.delete(id);
				papers.delete(id);
			} else {
				const key = randomName(random);
				index.put(id, paperFields({ key }));
				papers.set(id, key);
			}
			if (random() < 0.02) {
				Array.from(compactSearchTables(db));
			}
			if (random() < 0.3) {
				index.flush();
				const typed = randomName(random);
				const found = names.near(typed).map((near) => `${near.slips} ${near.name} ${near.id}`);
				assert.deepEqual(found.sort(), expectedNear(papers, typed), typed);
			}
		}
	});
}
