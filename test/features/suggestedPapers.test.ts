/** What an unknown reference may have meant. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestedPapers } from '../../server/src/features/suggestions/suggestedPapers.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const LIBRARY = `
//- /corpus.bib
@article{Vaswani_2017, title = {Attention Is All You Need}, author = {Vaswani, Ashish and Shazeer, Noam}, year = 2017}
@inproceedings{devlin-etal-2019-bert, title = {{BERT}: Pre-training of Deep Bidirectional Transformers},
 author = {Devlin, Jacob and Chang, Ming-Wei}, year = 2019}
@inproceedings{DBLP:conf/cvpr/HeZRS16, title = {Deep Residual Learning for Image Recognition},
 author = {He, Kaiming and Zhang, Xiangyu}, year = 2016, ids = {resnet_paper}}
@article{apples, title = {On the Growth of Apples}, author = {Smith, Ann}, year = 2020}
@article{smith2011, title = {Of Other Things}, author = {Smith, Bob}, year = 2011}
@article{mueller2018, title = {Über Bäume}, author = {Müller, Jürgen}, year = 2018}
@article{王2021, title = {深度学习}, author = {王, 伟}, year = 2021}
@article{liu-etal-2020-learning, title = {Learning to Plan}, author = {Liu, Wei}, year = 2020}
@article{liu-etal-2021-learning, title = {Learning to Walk}, author = {Liu, Wei}, year = 2021}
@article{li-etal-2020-reading, title = {Reading to Plan}, author = {Li, Wei}, year = 2020}
@article{strubell2018, title = {Linguistically-Informed Self-Attention}, author = {Strubell, Emma and McCallum, Andrew}, year = 2018}
//- /note.md
`;

const { workspace } = workspaceOf(LIBRARY);

/** Each line is a reference and the papers it may have meant, best first; `...` stands for any others. */
function checkLikely(lines: string): void {
	for (const line of lines.trim().split('\n')) {
		const [reference = '', expected = ''] = line.split('->').map((part) => part.trim());
		const keys = suggestedPapers(workspace, reference).map(({ key }) => key);
		const seen = expected.endsWith('...') ? `${keys[0] ?? ''} ...` : keys.join(' ');
		assert.equal(seen, expected, `${reference} means ${keys.join(' ')}`);
	}
}

test('a key in another case or with other accents', () =>
	checkLikely(`
vaswani_2017 -> Vaswani_2017
VASWANI_2017 -> Vaswani_2017
Devlin-etal-2019-BERT -> devlin-etal-2019-bert
muëller2018 -> mueller2018
ResNet_Paper -> DBLP:conf/cvpr/HeZRS16
`));

test('a letter missing, added, replaced or exchanged with its neighbour', () =>
	checkLikely(`
Vaswni_2017 -> Vaswani_2017
Vaaswani_2017 -> Vaswani_2017
Vaswoni_2017 -> Vaswani_2017
Vawsani_2017 -> Vaswani_2017
avswani_2017 -> Vaswani_2017
Vaswani_2071 -> Vaswani_2017
devlin-eatl-2019-bert -> devlin-etal-2019-bert
devlin-etal-2019-brt -> devlin-etal-2019-bert
devlinetal-2019-bert -> devlin-etal-2019-bert
evlin-etal-2019-bert -> devlin-etal-2019-bert
`));

test('other punctuation, or none', () =>
	checkLikely(`
vaswani2017 -> Vaswani_2017
Vaswani:2017 -> Vaswani_2017
devlin.etal.2019.bert -> devlin-etal-2019-bert
devlinetal2019bert -> devlin-etal-2019-bert
`));

test('author and year, and a word of the title, in any style of key', () =>
	checkLikely(`
vaswani2017attention -> Vaswani_2017
vaswaniAttention2017 -> Vaswani_2017
Vaswani-attention-2017 -> Vaswani_2017
vaswani2017need -> Vaswani_2017
vaswani17 -> Vaswani_2017
vaswaniEtAl2017 -> Vaswani_2017
devlin2019 -> devlin-etal-2019-bert
devlin2019bert -> devlin-etal-2019-bert
Devlin_2019_pretraining -> devlin-etal-2019-bert
he2016deep -> DBLP:conf/cvpr/HeZRS16
smith2020 -> apples
müller2018bäume -> mueller2018
`));

test('the year of the preprint', () =>
	checkLikely(`
devlin2018 -> devlin-etal-2019-bert
devlin2018bert -> devlin-etal-2019-bert
he2015 -> DBLP:conf/cvpr/HeZRS16
smith2019 -> apples
`));

test('words of the title', () =>
	checkLikely(`
bert2019 -> devlin-etal-2019-bert
attention-is-all-you-need -> Vaswani_2017
deepResidualLearning -> DBLP:conf/cvpr/HeZRS16
growth-of-apples -> apples
`));

test('another of the authors, when it is clear which paper', () =>
	checkLikely(`
mccallum2018 -> strubell2018
mccallum2018linguistically -> strubell2018
`));

test('of the keys of a paper, the one that was nearly written', () => {
	const { workspace: twice } = workspaceOf(`
//- /a.bib
@article{roe2001, author = {Roe, Rea}, title = {Grass in spring}, year = 2001, doi = {10.1000/grass}}
//- /b.bib
@article{grass_spring_2001, author = {Roe, Rea}, title = {Grass in spring}, year = 2001, doi = {10.1000/grass}}
//- /note.md
`);
	for (const [reference, name] of [
		['Grass_Spring_2001', 'grass_spring_2001'],
		['gras_spring_2001', 'grass_spring_2001'],
		['Roe2001', 'roe2001'],
		['roe2001grass', 'roe2001'],
	] as const) {
		assert.equal(suggestedPapers(twice, reference)[0]?.name, name, reference);
	}
});

test('a slip in another name of a paper', () =>
	checkLikely(`
resnet_papr -> DBLP:conf/cvpr/HeZRS16
`));

test('two slips', () =>
	checkLikely(`
vswni_2017 -> Vaswani_2017
vasxwany_2017 -> Vaswani_2017
avswnai_2017 -> Vaswani_2017
strubel2081 -> strubell2018
dvlin-etal-2019-brt -> devlin-etal-2019-bert
dblp:conf/cpr/HeRZS16 -> DBLP:conf/cvpr/HeZRS16
`));

test('another year, where one paper alone is called so or words tell it', () =>
	checkLikely(`
Vaswani_2013 -> Vaswani_2017
strubell2006 -> strubell2018
devlin-etal-2013-bert -> devlin-etal-2019-bert
liu-etal-2031-learning -> liu-etal-2021-learning ...
`));

test('an author and a word of the title that fit one paper alone, however wrong the year', () =>
	checkLikely(`
vaswani1999attention -> Vaswani_2017
smith_apples_1984 -> apples
he_deep_1995 -> DBLP:conf/cvpr/HeZRS16
smith2011apples -> apples
`));

test('words of the title run together, short ones left out', () =>
	checkLikely(`
vaswani2017attentionallneed -> Vaswani_2017
SmithGrowthapples2020 -> apples
heDeepresiduallearningimagerecognition2016 -> DBLP:conf/cvpr/HeZRS16
`));

test('of several like it, the nearest first', () =>
	checkLikely(`
liu2020learning -> liu-etal-2020-learning ...
liu2021learning -> liu-etal-2021-learning ...
liu-etal-2020-learnin -> liu-etal-2020-learning ...
lu-etal-2021-learning -> liu-etal-2021-learning ...
li-etal-2020-readng -> li-etal-2020-reading ...
`));

test('nothing far-fetched', () =>
	checkLikely(`
foo2020 ->
the2020 ->
all2017 ->
smith2015 ->
jones2017 ->
xu2016 ->
zzzz ->
2017 ->
a ->
plan2020 ->
reading-list ->
`));

test('nothing for a DOI or an arXiv id: one that is nearly another is not a slip', () => {
	const { workspace: numbered } = workspaceOf(`
//- /corpus.bib
@article{one, doi = {10.18653/v1/N19-1423}, title = {One}}
@article{two, eprint = {1706.03762}, eprinttype = {arxiv}, title = {Two}}
//- /note.md
`);
	for (const reference of ['10.18653/v1/N19-1424', 'doi:10.18653/v1/N19-142', '1706.03763', 'arXiv:1706.03763']) {
		assert.deepEqual(suggestedPapers(numbered, reference), [], reference);
	}
});

test('scripts without case and letters beyond the first plane', () =>
	checkLikely(`
王2022 -> 王2021
𝒱aswani_2017 -> Vaswani_2017
`));

/** A library of some size, so that searches for hostile references have work to do. */
const LARGE = workspaceOf(`
//- /corpus.bib
${Array.from({ length: 500 }, (_, index) => `@article{author${index}-word${index}-2020, title = {Word${index} of ${'aab'.repeat(5)} ${index}}, author = {Author${index}, A}, year = ${2000 + (index % 20)}}`).join('\n')}
//- /note.md
`).workspace;

const HOSTILE: Readonly<Record<string, string>> = {
	'one letter': 'a'.repeat(10_000),
	'parts of one letter': 'a-'.repeat(5000),
	'parts of a word': 'word-'.repeat(40),
	years: '2020'.repeat(2500),
	'short years': '20-20-'.repeat(33),
	capitals: 'aA'.repeat(5000),
	'query syntax': `author: key:"a OR NEAR(${'"'.repeat(50)} year:..`,
	'letters with marks': 'e\u0301\u0323'.repeat(60),
	emoji: '👩‍👩‍👧'.repeat(20),
	'half a letter': '\ud83d'.repeat(100),
	nothing: '',
	spaces: ' '.repeat(10_000),
	'control characters': '\0\u0001\u2028'.repeat(60),
};

for (const [name, reference] of Object.entries(HOSTILE)) {
	test(`a reference of ${name} is answered quickly`, () => {
		const start = process.cpuUsage();
		assert.ok(suggestedPapers(LARGE, reference).length <= 5);
		const { user, system } = process.cpuUsage(start);
		const ms = (user + system) / 1000;
		assert.ok(ms < 250, `${ms} ms of the processor`);
	});
}
