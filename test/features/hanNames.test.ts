/** Names in Chinese characters are found by pinyin and its initials, and in simplified and traditional characters alike. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { ROOT } from '../support/sources.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const { workspace } = workspaceOf(`
//- /a.bib
@article{p1, title = {One}, author = {张, 晓明 and 王, 芳}, year = 2020}
@article{p2, title = {Two}, author = {陳, 偉}, year = 2021}
@article{p3, title = {Three}, author = {{欧阳修}}, year = 2019}
@article{p4, title = {Four}, author = {吕, 布}, year = 2018}
@article{p5, title = {Five}, author = {曾, 国藩}, year = 2017}
@article{p6, title = {Six}, author = {鍾, 里}, year = 2016}
@article{p7, title = {Seven}, author = {Zhang, Wei}, year = 2015}
@article{p8, title = {Eight}, author = {山田, たろう}, year = 2014}
//- /note.md
x
`);

/** Each line is the papers that queries find, in order, and these queries. */
function checkFound(lines: string): void {
	for (const line of lines.trim().split('\n')) {
		const [keys = '', queries = ''] = line.split(' <- ');
		for (const query of queries.split(' | ')) {
			const found = workspace.corpus.search(query, { limit: 5 }).papers.map(({ key }) => key);
			assert.equal(found.join(' '), keys, query);
		}
	}
}

test('by pinyin, in any order, as one word or several, with tones or without', () =>
	checkFound(`
p1 <- zhang xiaoming | xiaoming zhang | zhangxiaoming | Zhāng Xiǎomíng | zhang xiao | zhang xiaoming wang fang | zhangxiaoming 2020
p2 <- chen wei | wei chen | chenwei | chen w
p3 <- ouyang xiu | ouyangxiu | ou yang xiu
p5 <- zeng guofan
p6 <- zhong li
`));

test('a surname is read as one, and ü as people type it', () =>
	checkFound(`
p5 <- zeng
p4 <- lv bu | lü bu | lu bu | lyu bu | lvbu
`));

test('by initials', () =>
	checkFound(`
p1 <- zxm | zxm 2020
p3 <- oyx
p5 <- zgf
`));

test('in simplified and traditional characters alike', () =>
	checkFound(`
p1 <- 张晓明 | 張曉明 | 張曉明 2020 | 張曉明、王芳
p2 <- 陈伟 | 陳偉 | 陈
p3 <- 欧阳修 | 歐陽修
p6 <- 钟里 | 鍾里
`));

test('by the key that would be generated from the pinyin', () =>
	checkFound(`
p1 <- zhang2020 | zhang2020one | zhangxiaoming2020
p2 <- chen2021
`));

test('names in Latin letters come first, and Japanese names are not read as Chinese', () => {
	assert.deepEqual(
		workspace.corpus.search('zhang', { limit: 5 }).papers.map(({ key }) => key),
		['p7', 'p1'],
	);
	assert.deepEqual(workspace.corpus.search('shantian', { limit: 5 }).papers, []);
});

test('the tables are loaded for the first text with such characters, and not before', () => {
	const program = `
import { createRequire } from 'node:module';
import { hanVariants, simplifiedHan } from './server/src/index/search/hanVariants.ts';
const { cache } = createRequire(import.meta.url);
const isLoaded = () => Object.keys(cache).some((file) => file.includes('hanText'));
hanVariants('Zhang Wei'); simplifiedHan('zhang'); hanVariants('やまだ');
const before = isLoaded();
hanVariants('张伟');
console.log(before, isLoaded());`;
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
		cwd: ROOT,
		encoding: 'utf8',
	});
	assert.equal(stdout.trim(), 'false true', stderr);
});
