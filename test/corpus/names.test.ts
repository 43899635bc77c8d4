/** People's names, in full and in a byline. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byline } from '../../server/src/corpus/byline.ts';
import { displayName, familyName } from '../../server/src/corpus/names.ts';
import type { CslName, NameDraft } from '../../server/src/corpus/paper.ts';
import { withRichText } from '../../server/src/util/textKinds.ts';

const nameOf = (draft: NameDraft) => withRichText<CslName>(draft);

function bylineOf(...names: readonly NameDraft[]): string {
	return byline({ families: names.map(nameOf).map(familyName), authorsTruncated: false, year: 2020 });
}

test('particles and suffix stand in their places', () => {
	const name = { given: 'Laurens', 'non-dropping-particle': 'van der', family: 'Maaten' };
	assert.equal(displayName(nameOf(name)), 'Laurens van der Maaten');
	assert.equal(
		displayName(nameOf({ given: 'Martin Luther', family: 'King', suffix: 'Jr.' })),
		'Martin Luther King Jr.',
	);
	assert.equal(bylineOf(name, { given: 'Geoffrey', family: 'Hinton' }), 'van der Maaten & Hinton 2020');
});

test('where the family name comes first, a byline has the whole name', () => {
	const names = [
		{ family: '张', given: '伟' },
		{ family: '김', given: '민수' },
	];
	assert.deepEqual(names.map(nameOf).map(displayName), ['张伟', '김민수']);
	assert.equal(bylineOf(...names), '张伟 & 김민수 2020');
	assert.equal(bylineOf({ family: '张' }), '张 2020');
	assert.equal(bylineOf({ family: '约翰·史密斯' }), '约翰·史密斯 2020');
	assert.equal(bylineOf({ family: 'Zhang', given: '伟' }), 'Zhang 2020');
});
