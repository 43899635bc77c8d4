import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldedWords, foldText } from '../../server/src/util/fold.ts';

function checkFolded(cases: Readonly<Record<string, string>>): void {
	for (const [text, folded] of Object.entries(cases)) {
		assert.equal(foldText(text), folded);
		assert.equal(foldText(folded), folded, `${folded} is folded`);
	}
}

test('case and accents go', () =>
	checkFolded({
		'Müller-Łoś': 'muller-los',
		ÉCOLE: 'ecole',
		Dvořák: 'dvorak',
		Nguyễn: 'nguyen',
		İstanbul: 'istanbul',
	}));

test('an accent of its own is one with its letter', () => {
	assert.equal(foldText('Mu\u0308ller'), foldText('M\u00fcller'));
	assert.equal(foldText('e\u0301\u0323'), 'e');
});

test('letters without a plain form are what one types for them', () =>
	checkFolded({ Straße: 'strasse', Ærø: 'aero', Þór: 'thor', Đặng: 'dang', œuvre: 'oeuvre', Yılmaz: 'yilmaz' }));

test('typographic forms are the letters they stand for', () =>
	checkFolded({ 'eﬃcient ﬁt': 'efficient fit', 'H₂O x²': 'h2o x2', ＡＢＣ１: 'abc1', Ⅳ: 'iv', '…': '...' }));

test('other scripts keep their letters', () =>
	checkFolded({ 'Лев Толстой': 'лев толстои', Αθήνα: 'αθηνα', 王伟: '王伟', ไทย: 'ไทย' }));

test('plain text stays as it is', () => checkFolded({ 'a-b_c 1.5!': 'a-b_c 1.5!', '': '' }));

test('half a letter is no error', () => assert.equal(foldText('a\ud835B'), 'a\ud835b'));

test('words are runs of letters and digits', () => {
	assert.deepEqual(foldedWords('State-of-the-Art: GPT-4'), ['state', 'of', 'the', 'art', 'gpt', '4']);
	assert.deepEqual(foldedWords("O'Neill & Sons, 2nd ed."), ['o', 'neill', 'sons', '2nd', 'ed']);
	assert.deepEqual(foldedWords('深度 学习'), ['深度', '学习']);
	assert.deepEqual(foldedWords(' -- '), []);
});
