import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsGiven, mergeRecords } from '../../server/src/corpus/merge.ts';
import type { PaperExtra } from '../../server/src/corpus/paper.ts';
import type { RecordContent } from '../../server/src/corpus/recordContent.ts';
import { withRichText } from '../../server/src/util/textKinds.ts';

const listing = withRichText<RecordContent>({
	item: {
		type: 'article',
		title: 'Attention Is All You Need',
		author: [
			{ family: 'Vaswani', given: 'A.' },
			{ family: 'Shazeer', given: 'N.' },
		],
		issued: { 'date-parts': [[2018]] },
		abstract: 'Short.',
		DOI: '10.48550/arXiv.1706.03762',
	},
	extra: { authorsTruncated: true, yearInferred: true, categories: ['CL'], hasCode: true, score: 99.1 },
});

const preprint = withRichText<RecordContent>({
	item: {
		type: 'article',
		title: 'Attention is all you need',
		author: [{ family: 'Vaswani', given: 'Ashish' }],
		issued: { 'date-parts': [[2017, 6, 12]] },
		'container-title': 'arXiv preprint arXiv:1706.03762, a very long name',
		volume: 'abs/1706.03762',
		abstract: 'A much longer abstract than the other one.',
	},
	extra: { arxiv: '1706.03762', categories: ['cs.CL'] },
});

const published = withRichText<RecordContent>({
	key: 'vaswani2017',
	item: {
		type: 'paper-conference',
		title: 'Attention is All you Need',
		author: [
			{ family: 'Vaswani', given: 'Ashish' },
			{ family: 'Shazeer', given: 'Noam' },
		],
		issued: { 'date-parts': [[2017]] },
		'container-title': 'NeurIPS',
		DOI: '10.1000/neurips',
	},
});

const all = [listing, preprint, published];

test('the fuller value wins field by field', () => {
	const { item, extra } = mergeRecords(all);
	assert.deepEqual(item.author, published.item.author, 'a complete list over a truncated one and a shorter one');
	assert.deepEqual(item.issued, published.item.issued, 'a written year over an inferred one');
	assert.equal(item.abstract, preprint.item.abstract);
	assert.equal(item['container-title'], 'NeurIPS', 'a venue over a preprint server');
	assert.equal(item.DOI, '10.1000/neurips', 'a publisher’s DOI over a preprint’s');
	assert.equal(item.type, 'paper-conference');
	const expected: PaperExtra = { arxiv: '1706.03762', categories: ['CL', 'cs.CL'], hasCode: true, score: 99.1 };
	assert.deepEqual({ ...extra, categories: [...(extra.categories ?? [])].sort() }, expected);
});

test('a truncated list that is longer wins and stays truncated', () => {
	const short = withRichText<RecordContent>({ item: { type: 'article', author: [{ family: 'Vaswani' }] } });
	const { item, extra } = mergeRecords([short, listing]);
	assert.deepEqual([item.author?.length, extra.authorsTruncated], [2, true]);
});

test('the order of records does not matter', () => {
	const [a, b, c] = [listing, preprint, published];
	const outcomes = [
		[a, b, c],
		[a, c, b],
		[b, a, c],
		[b, c, a],
		[c, a, b],
		[c, b, a],
	].map(mergeRecords);
	for (const outcome of outcomes) {
		assert.deepEqual(outcome, outcomes[0]);
	}
});

test('each record knows the fields that come from it', () => {
	const given = fieldsGiven(mergeRecords(all), all).map((fields) => [...fields].sort());
	assert.deepEqual(given, [
		['categories', 'hasCode', 'score'],
		['abstract', 'arxiv', 'categories', 'volume'],
		['DOI', 'author', 'container-title', 'issued', 'title', 'type'],
	]);
});

test('what two records say alike comes from the better one, and a list from those that add to it', () => {
	const more: RecordContent = { item: { ...published.item }, extra: { categories: ['cs.CL'] } };
	const item = { type: 'article', title: 'Attention' };
	const again = withRichText<RecordContent>({ item, extra: { categories: ['cs.CL'] } });
	assert.deepEqual(fieldsGiven(mergeRecords([again, more]), [again, more])[0], []);
	assert.deepEqual(fieldsGiven(mergeRecords([again]), [again]), [['type', 'title', 'categories']]);
});

test('one record is its own paper', () => {
	assert.equal(mergeRecords([preprint]).item, preprint.item);
});
