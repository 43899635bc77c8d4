/**
 * Typical queries find the right paper first, in the sample workspace, while a note that cites many papers is written.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { completions } from '../../server/src/features/citing/completion.ts';
import { searchPapers } from '../../server/src/features/searching/paperSearch.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { corpusOf, uriOf } from '../support/workspaceOf.ts';

const SAMPLE = join(import.meta.dirname, '../../sample');

const URI = uriOf('/attention.md');

const workspace = sample();

/** The sample's papers. Its note on attention is open; the other one is in a folder. */
function sample(): Workspace {
	const papers = readdirSync(join(SAMPLE, 'papers')).map((name) => textOf('papers', name));
	const opened = new Workspace(corpusOf(papers));
	opened.apply({ kind: 'settings', folders: new Map(), other: readSettings({}) });
	opened.apply({ kind: 'corpusComplete', complete: true });
	opened.apply({ kind: 'noteOpened', uri: URI, text: textOf('notes', 'attention.md').text });
	opened.apply({ kind: 'noteRead', uri: uriOf('/log.md'), text: textOf('notes', 'reading-log.md').text });
	return opened;
}

function textOf(folder: string, name: string) {
	return {
		path: `/${folder}/${name}`,
		text: readFileSync(join(SAMPLE, folder, name), 'utf8'),
		cursor: undefined,
		marks: [],
	};
}

function found(query: string): string[] {
	const { papers } = searchPapers(workspace, { query, limit: 20, offset: 0, uri: URI });
	return papers.map(({ paper }) => paper.key);
}

/** Each of the queries finds the paper first. */
function check(key: string, ...queries: readonly string[]): void {
	const others = queries.flatMap((query) => {
		const [first] = found(query);
		return first === key ? [] : [`${query}: ${first}`];
	});
	assert.deepEqual(others, [], key);
}

test('a better match comes before papers that the note cites', () => {
	assert.ok(workspace.cited(URI).size > 10);
	check('kingma2015adam', 'adam', 'ada', 'Adam:', 'adam method');
	check('lecun2015deep', 'deep learning');
	check('cortes1995svm', 'support', 'vector networks');
});

test('the list inside a citation offers the better match first, too', () => {
	const text = `${textOf('notes', 'attention.md').text}\n\nSee @paper[adam`;
	workspace.apply({ kind: 'noteOpened', uri: uriOf('/list.md'), text });
	const [first] = completions(workspace, uriOf('/list.md'), text.length)?.rows ?? [];
	assert.equal(first?.kind === 'paper' && first.key, 'kingma2015adam');
});

test('a paper is found as a reference names it', () => {
	check(
		'vaswani2017',
		'vaswani et al. 2017',
		'Vaswani et al. 2017',
		'(Vaswani et al., 2017)',
		'Vaswani et al (2017)',
		'Vaswani et al., 2017a',
		'vaswani et. al 2017',
		'vaswani et al',
		'vaswani et a',
		'vaswani et',
		'vaswani etal 2017',
		'Vaswani and Shazeer',
		'Vaswani & Shazeer',
		'Vaswani, Shazeer, and Parmar (2017)',
		'Vaswani und Shazeer',
		'Vaswani et Shazeer',
		'Vaswani/Shazeer 2017',
		'Vaswani u. a. 2017',
		'Vaswani u.a. (2017)',
		'Vaswani and others',
		"Vaswani's attention",
		'Vaswani’s attention',
		'Vaswani, A.',
		'A. Vaswani',
		'[Vaswani et al. 2017, p. 4]',
		'Vaswani 17',
		"Vaswani '17",
	);
	check(
		'lecun2015deep',
		'LeCun, Y., Bengio, Y., & Hinton, G. (2015)',
		'LeCun, Bengio & Hinton 2015',
		'Y. LeCun and G. Hinton 2015',
	);
	check('erdos1959random', 'Erdős and Rényi', 'Erdos & Renyi (1959)', 'Erdös/Rényi', 'P. Erdős; A. Rényi');
	check('maaten2008tsne', 'van der Maaten & Hinton 2008', 'maaten and hinton', 'Maaten, L. van der');
});

test('letters and digits may stand together or apart', () => {
	check('brown2020gpt3', 'gpt3', 'GPT 3', 'gpt-3', 'GPT-3', 'brown gpt3', 'Brown et al. 2020 gpt-3');
	check('mikolov2013word2vec', 'word2vec', 'word 2 vec', 'word-2-vec', 'Word2Vec');
	check('raffel2020t5', 't5', 'T-5', 'raffel t5');
	check('dosovitskiy2021vit', '16x16', '16 x 16', '16 × 16');
});

test('parts of keys find their papers', () => {
	check('brown2020gpt3', '2020gpt3', 'brown2020', 'brown-2020', 'brown_2020_gpt3', 'brown2020gpt3');
	check('devlin2019bert', 'devlin2019', '2019bert', 'devlin:2019', 'devlin-etal-2019-bert', 'Devlin19');
	check('mikolov2013word2vec', '2013word2vec', 'mikolov2013', 'mikolov2013efficient');
	check('vaswani2017', 'vaswani2017attention', 'vaswani_attention_2017', 'vaswaniAttentionAllYou2017');
	check('maaten2008tsne', '2008tsne', 'tsne', 't-sne', 'vandermaaten2008visualizing');
});

test('an identifier is found with its name before it', () => {
	check(
		'vaswani2017',
		'arxiv 1706.03762',
		'arXiv:1706.03762',
		'arXiv: 1706.03762',
		'arXiv preprint arXiv:1706.03762',
		'[1706.03762]',
		'vaswani 1706.03762',
		'arxiv id 1706.03762v5',
	);
	check(
		'hochreiter1997lstm',
		'doi 10.1162/neco.1997.9.8.1735',
		'DOI: 10.1162/neco.1997.9.8.1735.',
		'doi=10.1162/neco.1997.9.8.1735',
		'(10.1162/neco.1997.9.8.1735)',
		'doi 10.1162/neco.1997',
	);
});

test('a year may be one off where nothing else fits', () => {
	check('vaswani2017', 'vaswani 2018', 'Vaswani et al., 2016', 'attention is all you need 2018');
	check('devlin2019bert', 'devlin 2018', 'bert 2018 devlin', 'devlin2018', 'devlin2018bert');
	check('shannon1948', 'shannon 1949', 'shanon 1949');
	assert.deepEqual(found('shannon 1951'), []);
});

test('a slip is forgiven beside a word of the abstract, and in one', () => {
	check('shannon1948', 'shanon entropy', 'shannon entrpy', 'shannon etropy', 'entropy shanon');
	check('shannon1948', 'entrpy');
	check('srivastava2014dropout', 'krizhevksy dropuot');
});

test('quotes, commas and the like do not matter', () => {
	check(
		'vaswani2017',
		'“attention is all”',
		'„attention is all“',
		'"Attention Is All You Need"',
		'"attention is all',
		'attention, is, all.',
		'Attention is all you need!',
		'‘attention’ vaswani',
		'- vaswani -',
	);
	check(
		'rumelhart1986',
		'back-propagating',
		'backpropagating',
		'back propagating',
		'back‑propagating',
		'back–propagating errors',
	);
	check('goodfellow2014', 'pouget abadie', 'Pouget-Abadie', 'pougetabadie', 'adversarial-nets');
	check(
		'hochreiter1997lstm',
		'Schmidhuber, J.',
		'hochreiter and schmidhuber',
		'jurgen schmidhuber',
		'Jürgen Schmidhuber',
		'juergen schmidhuber',
	);
});
