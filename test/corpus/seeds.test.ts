/**
 * The five seed documents, 78 records, against facts drawn from them in another way: by counting lines from the known
 * ones, by rebuilding lines from records, and, for titles and authors run together, by a list made by hand.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../server/src/corpus/formats/formats.ts';
import { displayName } from '../../server/src/corpus/names.ts';
import type { PaperRecord } from '../../server/src/corpus/paper.ts';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');

interface Seed {
	readonly text: string;
	readonly papers: readonly PaperRecord[];
}

/** The seed whose name begins with `number`, read in its expected format. Skips the test if the file is missing. */
function seed(number: string, context: TestContext): Seed {
	const name = existsSync(SEEDS) ? readdirSync(SEEDS).find((file) => file.startsWith(number)) : undefined;
	if (name === undefined) {
		context.skip(`${SEEDS} is not here`);
		return { text: '', papers: [] };
	}
	const text = readFileSync(join(SEEDS, name), 'utf8');
	const format = formatOf(text);
	assert.ok(format, `${name} is of no known format`);
	const { papers, problems } = readAll(format, text);
	assert.deepEqual(problems, []);
	return { text, papers };
}

/** `58.1CLMay 28`, rebuilt from the record. An inferred year is not written. */
function listingLineOf({ item, extra }: PaperRecord): string {
	const [year = 0, month = 0, day = 0] = item.issued?.['date-parts']?.[0] ?? [];
	const name = new Date(Date.UTC(2000, month - 1)).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
	const score = extra?.score?.toFixed(1) ?? '';
	return `${score}${extra?.categories?.join('')}${name} ${day}${extra?.yearInferred ? '' : `, ${year}`}${extra?.hasCode ? 'Code' : ''}`;
}

/** `Bo Xue, Yunchong Song et al. · tsinghua`, rebuilt from the record. */
function authorLineOf({ item, extra }: PaperRecord): string {
	const affiliations = extra?.affiliations ? ` · ${extra.affiliations.join(', ')}` : '';
	return `${item.author?.map(displayName).join(', ')}${extra?.authorsTruncated ? ' et al.' : ''}${affiliations}`;
}

/** Lines without a year are from the year after the latest one in the document. */
function checkYears({ text, papers }: Seed): void {
	const latest = Math.max(...[...text.matchAll(/^\w+ \d+, (20\d\d)(?:Code)?$/gm)].map(([, year]) => Number(year)));
	for (const { item, extra } of papers) {
		const year = item.issued?.['date-parts']?.[0]?.[0] ?? 0;
		assert.equal(extra?.yearInferred ? year === latest + 1 : year <= latest, true, item.title);
	}
}

for (const [number, count] of [
	['000', 5],
	['002', 3],
	['004', 35],
] as const) {
	test(`the author page ${number} gives back every one of its paragraphs`, (context) => {
		const { text, papers } = seed(number, context);
		if (text === '') {
			return;
		}
		assert.equal(papers.length, count);
		assert.match(text, new RegExp(`^${count} Papers$`, 'm'));
		const rebuilt = papers.map(
			(paper) => `${listingLineOf(paper)}\n${paper.item.title}\n\n${authorLineOf(paper)}\n\n${paper.item.abstract}`,
		);
		const [, body] = text.split(/^\d+ Papers\n\n/m);
		assert.equal(rebuilt.join('\n\n'), body?.trim());
		assert.deepEqual(
			papers.map(({ span }) => text.slice(span.start, span.end)),
			rebuilt,
		);
		checkYears({ text, papers });
	});
}

/** The first word of the title (without colon), its last one, and the first author. Compiled by hand. */
const COMPACT = `
	StoryTrans Enhancing Xuekai Zhu
	CRaSh Model Kaiyan Zhang
	SEMA Attacks Mingqian Feng
	TTRL Learning Yuxin Zuo
	MedXpertQA Understanding Yuxin Zuo
	Flow GFlowNets Bo Xue
	A Models Kaiyan Zhang
	DriveMoE Driving Zhenjie Yang
	SimpleVLA-RL Learning Haozhan Li
	Controlling Perspectives Lin Chen
	Reasoning Perspective Daixuan Cheng
	UltraMedical Biomedicine Kaiyan Zhang
	PaD Fine-tuning Xuekai Zhu
	Does Reasoning Zhaowei Zhang
	MultiBreak Safety Jialin Song
	Seek Space Hengli Li
	Fourier Generalization Ermo Hua
	How Collapse? Xuekai Zhu
	Towards Post-Training Xingtai Lv
	FlowRL Reasoning Xuekai Zhu
	SSRL Learning Yuchen Fan
	Technologies Models Xingtai Lv
	Critical Perspective Xuekai Zhu
`;

test('the compact listing gives back its lines, split where a reader splits them', (context) => {
	const { text, papers } = seed('001', context);
	if (text === '') {
		return;
	}
	const rebuilt = papers.map(
		(paper) => `${listingLineOf(paper)}\n${paper.item.title}${authorLineOf(paper)}\n${paper.item.abstract}`,
	);
	assert.equal(rebuilt.join('\n'), text.trim());
	const marks = papers.map(({ item }) => {
		const words = item.title?.split(' ') ?? [];
		return `${words[0]?.replace(':', '')} ${words.at(-1)} ${item.author?.slice(0, 1).map(displayName)}`;
	});
	assert.deepEqual(marks, COMPACT.trim().split(/\n\s*/));
	checkYears({ text, papers });
});

test('the digest gives back its headings, authors, addresses and abstracts', (context) => {
	const { text, papers } = seed('003', context);
	if (text === '') {
		return;
	}
	const rebuilt = papers.map(
		({ item, extra }) =>
			`# ${item.title}\n**Authors**: ${item.author?.map(displayName).join(', ')}\n` +
			`**Link**: [PDF](https://arxiv.org/pdf/${extra?.arxiv})\n**Abstract**: ${item.abstract}\n---\n`,
	);
	assert.equal(papers.length, 12);
	assert.equal(rebuilt.join(''), text.replace(/[ \t]+$/gm, '').replace(/\n\n+/g, '\n'));
	for (const { item, extra, span } of papers) {
		assert.deepEqual(item.issued, { 'date-parts': [[2025, 6]] });
		assert.equal(item.URL, `https://arxiv.org/abs/${extra?.arxiv}`);
		assert.ok(text.slice(span.start, span.end).startsWith(`# ${item.title}`));
	}
});

test('teams of the seeds are one name each', (context) => {
	const teams = ['000', '003', '004'].flatMap((number) =>
		seed(number, context).papers.flatMap(({ item }) => item.author?.flatMap(({ literal }) => literal ?? []) ?? []),
	);
	assert.ok(teams.length === 0 || teams.join('; ') === 'Ling Team; Ling Team; Ring Team; Team Olmo', teams.join('; '));
});
