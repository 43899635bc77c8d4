/** Papers are found by what bylines and keys say of them, in the languages and forms in which people write those. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completions } from '../../server/src/features/citing/completion.ts';
import { searchPapers } from '../../server/src/features/searching/paperSearch.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const { workspace } = workspaceOf(`
//- /a.bib
@inproceedings{p1, title = {{TIDE}: Pre-training on Waves}, author = {Keller, Jo and Brandt, Mia and Lindt, Al}, year = 2019}
@article{p2, title = {O mar e a terra}, author = {Silva, Ana and Souza, Beto}, year = 2011}
@article{p3, title = {海浪与潮汐}, author = {陈, 伟 and 李, 娜}, year = 2020}
@article{p4, title = {波の研究}, author = {山田, 太郎 and 佐藤, 花子}, year = 2015}
@article{p5, title = {파도}, author = {김, 민수 and 이, 영희}, year = 2016}
@article{p6, title = {Волны}, author = {Иванов, Иван and Петров, Пётр}, year = 2003}
@article{p7, title = {Über Wellen}, author = {Müller, Jürgen and Lång, Åsa}, year = 2018}
@article{p8, title = {Shores}, author = {Garcia Marquez, Ana Maria}, year = 2008}
@article{p9, title = {Sailing with Linear Waves}, author = {Press, Ofir}, year = 2022}
@article{q1, title = {ＡＢＣ of Ｗａｖｅｓ}, author = {ﾔﾏﾀﾞ, ｼﾞﾛｳ}, year = 2001}
@article{q2, title = {Eﬃcient 𝐖𝐈𝐍𝐃 x²}, author = {Roe, Al}, year = 2002}
//- /note.md
x
`);

/** Each line is a paper and the queries that find it first. */
function checkFirst(lines: string): void {
	for (const line of lines.trim().split('\n')) {
		const [key = '', queries = ''] = line.split(' <- ');
		for (const query of queries.split(' | ')) {
			assert.equal(workspace.corpus.search(query, { limit: 5 }).papers[0]?.key, key, query);
		}
	}
}

test('two names, whatever joins them', () =>
	checkFirst(`
p1 <- keller and brandt | keller with brandt | keller & brandt | keller und brandt | keller et brandt | Keller y Brandt | keller e brandt | keller 和 brandt | Keller和Brandt | keller、brandt 2019 | keller en brandt | keller och brandt
p2 <- Silva e Souza | Silva & Souza 2011 | silva y souza
p3 <- 陈伟和李娜 | 陈伟 和 李娜 2020 | 陈伟与李娜 | 陈伟、李娜
p4 <- 山田と佐藤 | 山田太郎と佐藤花子 2015 | 山田・佐藤
p5 <- 김민수와 이영희
p6 <- Иванов и Петров 2003
`));

test('"and others" in the languages of bylines', () =>
	checkFirst(`
p1 <- Keller et al. 2019 | Keller et al., 2019 | (Keller et al., 2019) | Keller u. a. 2019 | Keller et coll. 2019 | Keller y otros 2019 | Keller e altri, 2019 | Keller и др. 2019 | keller m.fl. 2019
p3 <- 陈伟等 2020 | 陈伟等人
p4 <- 山田ら 2015 | 山田太郎ほか
p5 <- 김민수 외 2016
`));

test('the same words count where a title has them', () =>
	checkFirst(`
p9 <- sailing with linear | press with linear waves
p2 <- o mar e a terra
p3 <- 海浪与潮汐
`));

test('a key as it would be generated finds the paper that has another', () =>
	checkFirst(`
p1 <- keller2019 | keller2019tide | keller-etal-2019 | kelleretal2019 | KellerEtAl2019 | keller-etal-2019-tide | kellerTide2019 | keller2019tide-pre-training
p7 <- muller2018 | mueller2018 | mueller2018wellen | müller2018
p8 <- garciamarquez2008 | garciamarquez2008shores | garciamarquez
`));

test('compatibility forms are the letters that they stand for', () =>
	checkFirst(`
p1 <- ＫＥＬＬＥＲ２０１９ | ｋｅｌｌｅｒ　２０１９ | year：2019 keller | 𝐤𝐞𝐥𝐥𝐞𝐫
q1 <- abc waves | ヤマダ | ﾔﾏﾀﾞ
q2 <- efficient wind | eﬃcient | x2 wind
`));

test('a letter that may be "and" is the beginning of a word while nothing follows it', () => {
	const found = (query: string) => workspace.corpus.search(query, { limit: 5 }).papers.map(({ key }) => key);
	assert.deepEqual(found('silva e'), ['p2']);
	assert.deepEqual(found('press o'), ['p9']);
});

test('where the search finds nothing, list and palette offer what the light bulb would for the guessed key', () => {
	const library =
		'//- /a.bib\n@article{w7, title = {The Slow Growth of Waves}, author = {Keller, Jo and Brandt, Mia}, year = 2019}\n';
	for (const query of ['keller2019slowgrowth', 'kellerGrowthwaves2019', 'Keller2019SlowGrowthOfWaves']) {
		const one = workspaceOf(`${library}//- /note.md\n@paper[${query}|]`);
		const rows = completions(one.workspace, one.uri, one.offset)?.rows ?? [];
		assert.deepEqual(
			rows.map((row) => (row.kind === 'paper' ? row.key : row.label)),
			['w7'],
		);
		const { papers } = searchPapers(one.workspace, { query, limit: 5, offset: 0, uri: undefined });
		assert.deepEqual(
			papers.map(({ key }) => key),
			['w7'],
		);
	}
	const none = workspaceOf(`${library}//- /note.md\n@paper[zebra2019stripes|]`);
	assert.deepEqual(
		completions(none.workspace, none.uri, none.offset)?.rows.map(({ kind }) => kind),
		['notice'],
	);
});
