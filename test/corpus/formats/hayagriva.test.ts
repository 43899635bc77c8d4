/** Hayagriva, the YAML bibliographies of Typst. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../../server/src/corpus/formats/formats.ts';
import { hayagriva } from '../../../server/src/corpus/formats/hayagriva/hayagriva.ts';

function read(text: string) {
	assert.equal(formatOf(text)?.name, 'Hayagriva');
	return readAll(hayagriva, text);
}

const LIBRARY = `# My library
rays:
    type: Article
    title:
        value: "On {R}ays"
        short: Rays
    author: ["Curie, Marie", "van der Berg, Jan", "King, Martin, Jr."]
    date: 1898-07-18
    page-range: 175-178
    serial-number:
        doi: 10.1000/rays.7
        serial: e17
    parent:
        type: Periodical
        title: Comptes rendus
        volume: 127
        issue: 2
        publisher: Académie
        issn: 1234-567X
"key two":
    type: proceedings
    title: Proceedings of Woods
    editor: Lee, Ann
    date: ~2019
trees-2019:
    type: Article
    title: Trees
    author:
        - name: Lee
          given-name: Ann
          prefix: von
        - Society of Woods
    abstract: |
        They grow.

        key: is no key here
    url: { value: https://example.org/a, date: 2020-11-12 }
    parent:
        - type: Proceedings
          title: { value: Proceedings of Woods, short: Woods }
          editor: Moe, Eve
          location: Oslo, Norway
          parent: { type: Anthology, title: Lecture Notes }
        - type: Video
          title: A film of it
`;

test('entries give their fields, and what they appeared in gives its own', () => {
	const { papers, problems } = read(LIBRARY);
	assert.deepEqual(problems, []);
	assert.deepEqual(
		papers.map(({ key }) => key),
		['rays', 'key two', 'trees-2019'],
	);
	const [rays, volume, trees] = papers;
	assert.deepEqual(rays?.item, {
		id: 'rays',
		type: 'article-journal',
		title: 'On Rays',
		'title-short': 'Rays',
		author: [
			{ family: 'Curie', given: 'Marie' },
			{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
			{ family: 'King', given: 'Martin', suffix: 'Jr.' },
		],
		issued: { 'date-parts': [[1898, 7, 18]] },
		'container-title': 'Comptes rendus',
		volume: '127',
		issue: '2',
		page: '175-178',
		number: 'e17',
		publisher: 'Académie',
		DOI: '10.1000/rays.7',
		ISSN: '1234-567X',
	});
	assert.deepEqual([volume?.item.type, volume?.item.issued], ['book', { 'date-parts': [[2019]], circa: true }]);
	assert.deepEqual(trees?.item, {
		id: 'trees-2019',
		type: 'paper-conference',
		title: 'Trees',
		author: [{ family: 'Lee', given: 'Ann', 'non-dropping-particle': 'von' }, { literal: 'Society of Woods' }],
		editor: [{ family: 'Moe', given: 'Eve' }],
		accessed: { 'date-parts': [[2020, 11, 12]] },
		'container-title': 'Proceedings of Woods',
		'container-title-short': 'Woods',
		'collection-title': 'Lecture Notes',
		'publisher-place': 'Oslo, Norway',
		abstract: 'They grow.\n\nkey: is no key here',
		URL: 'https://example.org/a',
	});
});

test('places are exact', () => {
	const { papers } = read(LIBRARY);
	assert.deepEqual(
		papers.map(({ keySpan }) => LIBRARY.slice(keySpan?.start, keySpan?.end)),
		['rays', 'key two', 'trees-2019'],
	);
	assert.ok(LIBRARY.slice(papers[2]?.span.start, papers[2]?.span.end).endsWith('A film of it'));
});

test('a parent may leave out its type, and other kinds of works have none', () => {
	const item = (lines: string) => read(`x:\n${lines}`).papers[0]?.item;
	assert.equal(
		item('  type: article\n  title: T\n  author: A B\n  parent:\n    title: Journal\n')?.type,
		'article-journal',
	);
	assert.equal(
		item('  type: Web\n  title: T\n  author: Ishkur\n  url: https://example.org\n')?.author?.[0]?.family,
		'Ishkur',
	);
	const chapter = item(
		'  type: Chapter\n  page-range: 1-2\n  parent:\n    title: The Book\n    author: Lee, Ann\n    date: 2003\n',
	);
	assert.deepEqual(
		[chapter?.type, chapter?.title, chapter?.['container-title'], chapter?.issued],
		['chapter', undefined, 'The Book', { 'date-parts': [[2003]] }],
	);
	const film = item(
		'  type: Video\n  title: T\n  affiliated:\n    - role: Director\n      names: Lee, Ann\n    - role: CastMember\n      names: ["Ray, Bob"]\n',
	);
	assert.deepEqual(
		[film?.type, film?.director?.[0]?.family, film?.performer?.[0]?.family],
		['motion_picture', 'Lee', 'Ray'],
	);
	const preprint = read(
		'x:\n  type: Article\n  title: T\n  author: A\n  serial-number: 2003.13722\n  parent:\n    type: Repository\n    title: arXiv\n',
	).papers[0];
	assert.deepEqual([preprint?.item.type, preprint?.extra?.arxiv], ['article', '2003.13722']);
});

test('broken YAML costs one problem, and the entries around it stand', () => {
	const text =
		'a:\n  type: Book\n  title: One\n  author: A\nb:\n  type: Book\n  title: [\nc: text\nd:\n  type: Book\n  title: Four\n';
	const { papers, problems } = read(text);
	assert.deepEqual(
		papers.map(({ key }) => key),
		['a', 'b', 'd'],
	);
	assert.deepEqual(
		problems.map(({ code, span }) => [code, text.slice(0, span.start).split('\n').length]),
		[
			['unreadable-entry', 7],
			['unreadable-entry', 8],
		],
	);
});

test('settings, schemas, workflows, notes and CSL-YAML are not Hayagriva', () => {
	for (const text of [
		'services:\n  web:\n    image: x\n',
		'name: CI\non: push\njobs:\n  build:\n    runs-on: ubuntu\n',
		'book:\n  title: My book\n  author: Ann\n  chapters:\n    - index.qmd\n',
		'Pet:\n  type: object\n  title: Pet\n',
		'project:\n  type: book\n  title: A Quarto book\n',
		'---\na:\n  type: Book\n  title: T\n  author: A\n---\n\n# A note\n',
		'references:\n- id: a\n  type: book\n  title: T\n  author:\n  - family: Lee\n',
		'{"a": {"type": "book", "title": "T", "author": "A"}}',
	]) {
		assert.notEqual(formatOf(text)?.name, 'Hayagriva', text);
	}
});
