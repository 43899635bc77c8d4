/** People with roles other than author and editor, in every format that names them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	DATE_VARIABLES,
	IDENTIFIER_VARIABLES,
	NAME_VARIABLES,
	TEXT_VARIABLES,
} from '../../../server/src/corpus/cslVariables.ts';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { cslJson } from '../../../server/src/corpus/formats/csl/cslJson.ts';
import { endnoteXml } from '../../../server/src/corpus/formats/endnoteXml/endnoteXml.ts';
import { type Format, readAll } from '../../../server/src/corpus/formats/format.ts';
import { nbib } from '../../../server/src/corpus/formats/nbib/nbib.ts';
import { pubmedXml } from '../../../server/src/corpus/formats/pubmedXml/pubmedXml.ts';
import { ris } from '../../../server/src/corpus/formats/ris/ris.ts';
import { creatorsOf } from '../../../server/src/corpus/names.ts';
import type { CslItem } from '../../../server/src/corpus/paper.ts';
import { richText } from '../../../server/src/util/textKinds.ts';

function itemOf(format: Format, text: string): CslItem {
	const [paper] = readAll(format, text).papers;
	assert.ok(paper);
	return paper.item;
}

/** Family names by role: `director: Kubrick; performer: Duvall, Nicholson`. */
function check(format: Format, text: string, expected: string): void {
	const item = itemOf(format, text);
	const roles = NAME_VARIABLES.filter((name) => item[name] !== undefined);
	const shown = roles.map(
		(role) => `${role}: ${item[role]?.map(({ family, literal }) => family ?? literal).join(', ')}`,
	);
	assert.equal(shown.join('; '), expected);
}

test('CSL-JSON keeps every variable of CSL', () => {
	const names = NAME_VARIABLES.map((name) => `"${name}": [{"family": "${name}"}]`);
	const dates = DATE_VARIABLES.map((name) => `"${name}": {"date-parts": [[2020]]}`);
	const texts = [...TEXT_VARIABLES, ...IDENTIFIER_VARIABLES].map((name) => `"${name}": "${name}"`);
	const item = itemOf(cslJson, `[{"id": "a", "type": "book", ${[...names, ...dates, ...texts].join(', ')}}]`);
	for (const name of [...NAME_VARIABLES, ...DATE_VARIABLES, ...TEXT_VARIABLES, ...IDENTIFIER_VARIABLES]) {
		assert.ok(item[name] !== undefined, name);
	}
});

test('BibLaTeX names directors, producers and others by fields or by the type of editor', () => {
	check(
		bibtex,
		'@movie{a, title={T}, director={Kubrick, S}, producer={Harlan, J}, execproducer={Fryer, R}, scriptwriter={King, S}, performer={Nicholson, J and Duvall, S}, foreword={Lee, A}}',
		'director: Kubrick; performer: Nicholson, Duvall; script-writer: King; executive-producer: Fryer; producer: Harlan; contributor: Lee',
	);
	check(bibtex, '@movie{a, title={T}, editor={Kubrick, S}, editortype={director}}', 'director: Kubrick');
	check(bibtex, '@book{a, title={T}, editor={Lee, A}, editortype={compiler}}', 'compiler: Lee');
});

test('the people of films and music stand in RIS and EndNote under the tags of authors', () => {
	const people = 'AU  - Kubrick, S\nA2  - King, S\nA3  - Harlan, J\nA4  - Duvall, S\n';
	check(
		ris,
		`TY  - MPCT\nTI  - T\n${people}ER  - \n`,
		'director: Kubrick; performer: Duvall; series-creator: King; producer: Harlan',
	);
	check(ris, 'TY  - MUSIC\nTI  - T\nAU  - Bach, J S\nER  - \n', 'composer: Bach');
	check(
		ris,
		`TY  - CHAP\nTI  - T\n${people}ER  - \n`,
		'author: Kubrick; editor: King; translator: Duvall; collection-editor: Harlan',
	);
});

test('EndNote XML keeps all its lists of people', () => {
	const lists = ['authors', 'secondary-authors', 'tertiary-authors', 'subsidiary-authors', 'translated-authors'];
	const contributors = lists.map((list, index) => `<${list}><author>N${index}, A</author></${list}>`).join('');
	const record = (type: string) =>
		`<xml><records><record><ref-type name="${type}">0</ref-type><contributors>${contributors}</contributors><titles><title>T</title></titles></record></records></xml>`;
	check(
		endnoteXml,
		record('Film or Broadcast'),
		'director: N0; performer: N3; series-creator: N1; producer: N2; contributor: N4',
	);
	check(endnoteXml, record('Book'), 'author: N0; editor: N2; translator: N3; contributor: N4; collection-editor: N1');
	check(
		endnoteXml,
		record('Book Section'),
		'author: N0; editor: N1; translator: N3; contributor: N4; collection-editor: N2',
	);
});

test('investigators of a study are contributors', () => {
	check(
		nbib,
		'PMID- 1\nTI  - T\nFAU - Lee, Ann\nFIR - Curie, Marie\nIR  - Curie M\n\n',
		'author: Lee; contributor: Curie',
	);
	check(
		pubmedXml,
		'<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T</ArticleTitle></Article><InvestigatorList><Investigator><LastName>Curie</LastName></Investigator></InvestigatorList></MedlineCitation></PubmedArticle></PubmedArticleSet>',
		'contributor: Curie',
	);
});

test('a paper goes by its authors, else its editors, else whoever it has', () => {
	const [author, editor, director] = ['A', 'E', 'D'].map((family) => [{ family: richText(family) }]);
	assert.ok(author && editor && director);
	assert.equal(creatorsOf({ type: 'book', director, editor, author }), author);
	assert.equal(creatorsOf({ type: 'book', director, editor }), editor);
	assert.equal(creatorsOf({ type: 'motion_picture', director }), director);
	assert.deepEqual(creatorsOf({ type: 'book' }), []);
});
