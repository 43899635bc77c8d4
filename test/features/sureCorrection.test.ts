/** When a wrong key may be corrected without asking. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sureCorrection } from '../../server/src/features/suggestions/sureCorrection.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const { workspace } = workspaceOf(`
//- /corpus.bib
@article{vaswani2017, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017}
@article{devlin-etal-2019-bert, title = {{BERT}: Pre-training of Transformers}, author = {Devlin, Jacob}, year = 2019}
@article{schmidt2020a, title = {On Apples}, author = {Schmidt, Ann}, year = 2020}
@article{peterson2015, title = {On Pears}, author = {Peterson, Ann}, year = 2015}
@article{petersen2015, title = {On Plums}, author = {Petersen, Ann}, year = 2015}
@article{petersen2019, title = {On Grapes}, author = {Petersen, Ann}, year = 2019}
@article{hoffmann2021, title = {On Berries}, author = {Hoffmann, Eva}, year = 2021}
@article{other2021, title = {On Nuts}, author = {Hoffman, Eva}, year = 2012}
@article{wang2020, title = {On Cherries}, author = {Wang, Wei}, year = 2020}
//- /note.md
`);

/** Each line is a reference and the paper that it certainly meant, if there is one. */
function checkSure(lines: string): void {
	for (const line of lines.trim().split('\n')) {
		const [reference = '', expected = ''] = line.split('->').map((part) => part.trim());
		assert.equal(sureCorrection(workspace, reference)?.key ?? '', expected, reference);
	}
}

test('one slip in a word, another case, other punctuation', () =>
	checkSure(`
vaswni2017 -> vaswani2017
vasswani2017 -> vaswani2017
vawsani2017 -> vaswani2017
Vaswani2017 -> vaswani2017
vaswani_2017 -> vaswani2017
devlinetal2019bert -> devlin-etal-2019-bert
devlin-etal-2019-brt -> devlin-etal-2019-bert
`));

test('never another year, another number or another letter behind it', () =>
	checkSure(`
vaswani2018 ->
vaswani2071 ->
vaswani217 ->
schmidt2020b ->
schmidt2020 ->
schmid2020a -> schmidt2020a
`));

test('nothing where another paper is as near, a name is short, or more is wrong', () =>
	checkSure(`
peterssn2015 ->
tang2020 ->
vasvanni2017 ->
bert2019 ->
unheardof1999 ->
`));

test('nothing where what was written is a name or a word of a title', () =>
	checkSure(`
peterson2019 ->
hoffman2021 ->
hofmann2021 -> hoffmann2021
`));

test('nothing for a key that is known', () =>
	checkSure(`
vaswani2017 ->
`));
