import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainName, nameChain } from '../../server/src/corpus/keys.ts';
import type { ItemDraft } from '../../server/src/corpus/paper.ts';
import type { RecordContent } from '../../server/src/corpus/recordContent.ts';
import { isCitable } from '../../server/src/syntax/key.ts';
import { withRichText } from '../../server/src/util/textKinds.ts';

function chainOf(item: Partial<ItemDraft>): string {
	return nameChain(withRichText<RecordContent>({ item: { type: 'article', ...item } }));
}

function shortest(item: Partial<ItemDraft>): string {
	return chainName(chainOf(item), 1);
}

const in2025 = { issued: { 'date-parts': [[2025, 11]] } };

test('family name, year, first significant word of the title', () =>
	assert.equal(
		shortest({ author: [{ family: 'Zeng' }], title: 'RLVE: Scaling Up Reinforcement Learning', ...in2025 }),
		'zeng2025rlve',
	));

test('articles and prepositions are passed over, unless there is nothing else', () => {
	const author = [{ family: 'Lee' }];
	assert.equal(shortest({ author, title: 'On the Origin of Species', ...in2025 }), 'lee2025origin');
	assert.equal(shortest({ author, title: 'Über die Würde', ...in2025 }), 'lee2025wurde');
	assert.equal(shortest({ author, title: 'The', ...in2025 }), 'lee2025the');
});

test('accents, apostrophes, hyphens and particles run together', () => {
	const key = (family: string, particle?: string) =>
		shortest({ author: [{ family, ...(particle && { 'non-dropping-particle': particle }) }], title: 'X', ...in2025 });
	assert.equal(key('O’Brien'), 'obrien2025x');
	assert.equal(key('Müller-Łoś'), 'mullerlos2025x');
	assert.equal(key('Maaten', 'van der'), 'vandermaaten2025x');
	assert.equal(key('van der Maaten'), 'vandermaaten2025x');
	assert.equal(key('曾'), '曾2025x');
});

test('without author the word leads, without year stands nd', () => {
	assert.equal(shortest({ title: 'Attention Is All You Need', ...in2025 }), 'attention2025');
	assert.equal(shortest({ author: [{ literal: 'Olmo Team' }], title: 'Olmo' }), 'olmoteamndolmo');
	assert.equal(shortest({}), 'untitlednd');
	assert.equal(shortest({ editor: [{ family: 'Lee' }], title: 'Proceedings', ...in2025 }), 'lee2025proceedings');
});

test('papers that differ in nothing else have different last names', () => {
	const item = { title: 'Editorial', author: [{ family: 'Lee' }], ...in2025 };
	const chains = ['1', '2'].map((volume) => chainOf({ ...item, volume }));
	assert.equal(new Set(chains).size, 2);
	assert.equal(chainOf({ ...item, volume: '1', abstract: 'added later' }), chains[0], 'it is stable');
});

test('every generated name can be cited', () => {
	const titles = ['GPT-4 & Beyond: $\\pi_0$!', '深層学習', 'What’s Next?', ''];
	for (const title of titles) {
		const chain = chainOf({ title, author: [{ family: "D'Angelo" }] });
		assert.ok(isCitable(chain), chain);
	}
});

test('a name gives the same key with and without the markup of its file', () => {
	for (const family of ['M&uuml;ller', 'M{\\"u}ller', '<i>Müller</i>', 'Müller']) {
		assert.equal(shortest({ author: [{ family }], title: 'X', ...in2025 }), 'muller2025x');
	}
	assert.equal(shortest({ author: [{ literal: 'R&amp;D Group' }], title: 'X', ...in2025 }), 'rdgroup2025x');
});
