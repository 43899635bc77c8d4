/** The compact listing, above all where the title ends and the authors begin. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import { compactListing } from '../../server/src/corpus/formats/listings/compactListing.ts';
import { displayName } from '../../server/src/corpus/names.ts';

/** A line in the layout, with a bar where it must be split, followed by `abstract`, if any. */
function check(barred: string, abstract = ''): void {
	const [title = '', authors = ''] = barred.split('|');
	const text = `CLMay 3, 2025\n${title}${authors}\n${abstract}`;
	const [paper] = readAll(compactListing, text).papers;
	assert.equal(paper?.item.title, title, barred);
	const names = authors.replace(/ · .*$/, '').replace(/ et al\.$/, '');
	assert.equal(paper?.item.author?.map(displayName).join(', '), names, barred);
	assert.equal(paper?.extra?.authorsTruncated ?? false, authors.includes(' et al.'));
	assert.equal(text.slice(paper?.keySpan?.start, paper?.keySpan?.end), title);
}

/** One case per line. */
function checkAll(cases: string): void {
	for (const line of cases.trim().split('\n')) {
		check(line.trim());
	}
}

test('a title may end with an acronym, a plural of one, or a word with inner capitals', () =>
	checkAll(`
		Dynamic Vocabularies via GFlowNets|Bo Xue, Yunchong Song et al.
		Sparse LLaMA|Mengzhou Xia
		Obedience Tests with DistractionIF|Zeli Su, Zhankai Xu et al. · pku
		Learning at Scale for LLMs|Xingtai Lv, Youbang Sun
		Scaling VLA Models for VLA|Haozhan Li, Yuxin Zuo
		A Benchmark for NLI|Bo Li
		Agents for AI|Al Smith, Bob Jones
		Evaluating ChatGPT|Ana Sá, Çağla Öz
		Understanding BERT|Ian McKenna, Ryan McDonald
		Long Contexts with YaRN|Bowen Peng
		Efficient Kernels in PyTorch|Edward Z. Yang
		Reasoning in LaTeX|Donald E. Knuth
	`));

test('a title may end with a digit, a mark, a bracket, a quote or mathematics', () =>
	checkAll(`
		Notes on GPT-4|Tom B. Brown, Benjamin Mann
		Replicating R1|Wei Li
		Training Qwen2.5|An Yang, Baosong Yang et al.
		Vision in 3D|Dan Xu
		Models with 7B|Hugo Touvron
		Do Models Dream?|Émile Zola-Petit, Łukasz Kaiser
		Attention, Please!|Øystein Öztürk
		A Survey (Extended Version)|Conor O'Brien, Alexander D'Amour et al.
		Rotations of "Meaning"|J. K. Rowling, Bo Li-Wei
		Is It “Meaning”?|Jürgen Müller
		Que faire ?|Aurélie Dupont, Zoé Martin
		State of AI [Draft]|Nathan Benaich
		Bounds for $\\ell_1$|Ayşe Yılmaz
		What Is C++|Bjarne Stroustrup
	`));

test('commas, colons, names and mathematics within a title mislead nobody', () =>
	checkAll(`
		Clustering, Removing, and Sharing|Kaiyan Zhang, Ning Ding
		FrameNet, WordNet, and VerbNet|Charles Fillmore, Beth Levin
		GitHub Copilot, OpenAI Codex, and JetBrains AI|Ann Lee
		Top-$k$ Routers for MoE|Zhiyuan Zeng, Qipeng Guo
		Is This a Name: John Smith?|Jane Doe
		A Letter to Yann LeCun|Gary Marcus
		An Essay on Man|Alexander Pope
	`));

test('authors have initials, hyphens, apostrophes, particles, accents and suffixes', () =>
	checkAll(`
		What Is New in Diffusion Models|X. Li, Y.-C. Chen
		A Study of Learning|Rami Al-Rfou, Nando de Freitas
		Visualizing Data|Laurens van der Maaten
		Recurrences in Learning|Aäron van den Oord
		A Theory of Models|van den Oord
		Dreams and Rights|Martin Luther King Jr., Rosa Parks
		Graphs|Paul Erdős, Alfréd Rényi
		Robust Policies for Multi-Agent RL|JiWoo Kim, DongHyun Choi
		The Speech Act Problem|Madonna
		On Fairness in Courts|Ng Mei Ling
	`));

test('teams are authors', () =>
	checkAll(`
		Olmo 3|Team Olmo, Allyson Ettinger et al. · uw
		Open Models at Scale|Gemma Team, Aishwarya Kamath
		Incentivizing Reasoning in LLMs|DeepSeek-AI, Daya Guo, Dejian Yang et al.
		GPT-4 Technical Report|OpenAI, Josh Achiam et al.
		A Family of Highly Capable Multimodal Models|Gemini Team
		A 176B-Parameter Open-Access Multilingual Language Model|BigScience Workshop, Teven Le Scao
		No Language Left Behind|NLLB Team, Marta R. Costa-jussà
	`));

test('the abstract tells a whole word from a glued one', () => {
	check('Queries over VideoQAx|Adnen Abdessaied', 'We present VideoQAx.');
	check('Patterns of TransMac|Kenna Lee', 'TransMac is new.');
});

test('an abstract of several lines, none at all, and any line ends are read', () => {
	const text = '9.5AIMar 2Code  \nOn RaysAnn Lee et al. · pku, uw\nFirst.\nSecond.\nCLMay 3, 2025\nOn DustBob Ray\n';
	for (const lineEnd of ['\n', '\r\n', '\r']) {
		const { papers, problems } = readAll(compactListing, text.replaceAll('\n', lineEnd));
		assert.deepEqual(problems, []);
		const [rays, dust] = papers;
		assert.equal(rays?.item.abstract, 'First.\nSecond.');
		assert.deepEqual(rays?.item.issued, { 'date-parts': [[2026, 3, 2]] });
		assert.deepEqual(rays?.extra, {
			...{ categories: ['AI'], score: 9.5, hasCode: true, yearInferred: true },
			...{ authorsTruncated: true, affiliations: ['pku', 'uw'] },
		});
		assert.equal(dust?.item.abstract, undefined);
	}
});

test('a line that cannot be split is taken as the title, with a problem', () => {
	const { papers, problems } = readAll(compactListing, 'CLMay 3, 2025\nno names here et al.\nText.\n');
	assert.equal(papers[0]?.item.title, 'no names here et al.');
	assert.equal(problems.length, 1);
});
