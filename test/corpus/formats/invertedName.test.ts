/** Names with the family name first, as reference managers and databases write them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invertedName, invertedNames } from '../../../server/src/corpus/formats/people/invertedName.ts';
import type { NameDraft } from '../../../server/src/corpus/paper.ts';

function check(written: string, name: NameDraft): void {
	assert.deepEqual(invertedName(written), name, written);
}

test('family and given name are parted by a comma, a suffix stands in either place', () => {
	check('Vaswani, Ashish', { family: 'Vaswani', given: 'Ashish' });
	check('King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' });
	check('King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' });
	check('Wood, David, Ph.D.', { family: 'Wood', given: 'David', suffix: 'Ph.D.' });
	check('Conti, M.D.', { family: 'Conti', given: 'M.D.' });
	check('Smith Jr., John', { family: 'Smith', suffix: 'Jr.', given: 'John' });
	check('King, Martin Luther jr', { family: 'King', given: 'Martin Luther', suffix: 'jr' });
	check('Abel, Ernest L 3rd', { family: 'Abel', given: 'Ernest L', suffix: '3rd' });
});

test('particles are told from the family name, wherever they are written', () => {
	check('van der Maaten, Laurens', { family: 'Maaten', 'non-dropping-particle': 'van der', given: 'Laurens' });
	check('Beethoven, Ludwig van', { family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' });
});

test('without a comma, initials stand behind the family name, and words before it', () => {
	check('Griffin DK', { family: 'Griffin', given: 'DK' });
	check('Brownstein C D', { family: 'Brownstein', given: 'C D' });
	check('Pérez-de la Fuente R', { family: 'Pérez-de la Fuente', given: 'R' });
	check('Ashish Vaswani', { family: 'Vaswani', given: 'Ashish' });
});

test('initials and family names that look like a suffix are none', () => {
	check('de Souza JR', { family: 'Souza', 'non-dropping-particle': 'de', given: 'JR' });
	check('Ii, Naoki', { family: 'Ii', given: 'Naoki' });
	check('Naoki Suzuki Ii', { family: 'Ii', given: 'Naoki Suzuki' });
});

test('teams stay whole, with or without the comma that marks them', () => {
	check('World Health Organization,', { literal: 'World Health Organization' });
	check('NICE Study Group', { literal: 'NICE Study Group' });
});

test('several people in one field are several names, and et al. is none', () => {
	const families = (...values: string[]) => invertedNames(values).map(({ family }) => family);
	assert.deepEqual(families('Yang, Z.; Jiang, B.; et al.'), ['Yang', 'Jiang']);
	assert.deepEqual(families('Yang, Z., Jiang, B., Xu, J.'), ['Yang', 'Jiang', 'Xu']);
});

test('two people of the same name are two', () => {
	assert.equal(invertedNames(['Yang, Z.', 'Yang, Z.', '']).length, 2);
});

test('lists in one field are read by commas and by "and", names of organisations are not cut', () => {
	const names = (value: string) =>
		invertedNames([value]).map(({ family, given, literal }) => literal ?? `${given} ${family}`);
	assert.deepEqual(names('Smith, J. et al.'), ['J. Smith']);
	assert.deepEqual(names('Smith, J., et al'), ['J. Smith']);
	assert.deepEqual(names('Smith JB, van Dam C, Lee D'), ['JB Smith', 'C Dam', 'D Lee']);
	assert.deepEqual(names('Ann Lee, Bo Ray, Cy Day'), ['Ann Lee', 'Bo Ray', 'Cy Day']);
	assert.deepEqual(names('Lee, Ann, Ray, Bo'), ['Ann Lee', 'Bo Ray']);
	assert.deepEqual(names('Lee, Ann and Ray, Bo'), ['Ann Lee', 'Bo Ray']);
	assert.deepEqual(names('Ann Lee and Bo Ray'), ['Ann Lee', 'Bo Ray']);
	assert.deepEqual(names('Lee, A. & Ray, B.'), ['A. Lee', 'B. Ray']);
	assert.deepEqual(names('King, Martin Luther, Jr.'), ['Martin Luther King']);
	assert.deepEqual(names('[Anonymous]'), []);
	assert.deepEqual(names('[No author name available]'), []);
	assert.deepEqual(names('Conti MD, Zhou XI'), ['MD Conti', 'XI Zhou']);
	assert.deepEqual(names('Zhou, Xi, Yang, Bo'), ['Xi Zhou', 'Bo Yang']);
	for (const team of ['Food and Agriculture Organization', 'Centers for Disease Control and Prevention']) {
		assert.equal(names(team).length, 1, team);
	}
});

test('the number that DBLP gives to people of one name is no name', () => {
	assert.deepEqual(invertedName('Goldreich 0001, Oded'), { family: 'Goldreich', given: 'Oded' });
	assert.deepEqual(invertedName('Oded Goldreich 0001'), { family: 'Goldreich', given: 'Oded' });
});
