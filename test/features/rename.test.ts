/** Renaming the key of a cited paper. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamePlan } from '../../server/src/features/renaming/rename.ts';
import { type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';
import { checkRename, editsIn, renamed } from './renamedFiles.ts';

function checkRefused(fixture: string, to: string, message: RegExp, options: WorkspaceOptions = {}): void {
	const refusal = renamed(fixture, { to, ...options });
	assert.ok(typeof refusal === 'string', `it was renamed: ${JSON.stringify(refusal)}`);
	assert.match(refusal, message);
}

test('every form of a citation is renamed, in open notes and in others, and nothing that only looks like it', () =>
	checkRename(
		`
//- /corpus.bib
@article{big2022, title = {First}}
@article{big2022b, title = {Second}}
//- /note.md
See @paper[big|2022], @paper[big2022, p. 3], @paper[see @big2022, fig. 2; but -@big2022; +@big2022; big2022b].
\`@paper[big2022]\` and [big2022] and big2022 stay.
//- /disk/other.md
@paper[big2022b;
big2022]
`,
		{ to: 'small2023' },
		`
//- /corpus.bib
@article{small2023, title = {First}}
@article{big2022b, title = {Second}}
//- /note.md
See @paper[small2023], @paper[small2023, p. 3], @paper[see @small2023, fig. 2; but -@small2023; +@small2023; big2022b].
\`@paper[big2022]\` and [big2022] and big2022 stay.
//- /disk/other.md
@paper[big2022b;
small2023]
`,
	));

test("Pandoc's forms are renamed where they count", () => {
	const note = '@big2022 says, -@big2022 too [see @big2022, p. 3; -@{big2022}]. @paper[big|2022]';
	const fixture = `//- /corpus.bib\n@article{big2022, title = {First}}\n//- /note.md\n${note}`;
	const record = '//- /corpus.bib\n@article{a1, title = {First}}\n//- /note.md\n';
	checkRename(
		fixture,
		{ to: 'a1', settings: { syntaxes: ['paper', 'pandoc'] } },
		`${record}@a1 says, -@a1 too [see @a1, p. 3; -@{a1}]. @paper[a1]`,
	);
	checkRename(fixture, { to: 'a1' }, `${record}${note.replace('big|2022]', 'a1]')}`);
});

test('other entries go on referring to it, in this BibTeX file and in others', () =>
	checkRename(
		`
//- /a.bib
@inproceedings{part, title = {Part}, crossref = {Big2022}, related = {x,big2022 , y}}
@book{other, title = {Other}, ids = {Big2022old, alt}, xref = "big2022"}
@proceedings{big2022, ids = {older}, title = {Whole}, booktitle = {Whole}, note = {big2022}}
//- /b.bib
@inproceedings{far, title = {Far}, crossref = {big2022}}
@misc{not, title = {big2022}, crossref = {Big2022}}
//- /note.md
@paper[big20|22]
`,
		{ to: 'new2022' },
		`
//- /a.bib
@inproceedings{part, title = {Part}, crossref = {new2022}, related = {x,new2022 , y}}
@book{other, title = {Other}, ids = {Big2022old, alt}, xref = "new2022"}
@proceedings{new2022, ids = {older}, title = {Whole}, booktitle = {Whole}, note = {big2022}}
//- /b.bib
@inproceedings{far, title = {Far}, crossref = {new2022}}
@misc{not, title = {big2022}, crossref = {Big2022}}
//- /note.md
@paper[new2022]
`,
	));

test('a record in CSL-JSON or CSL-YAML is renamed in each field that gives the key', () => {
	checkRename(
		`
//- /papers/a.json
[{"id": "big2022", "citation-key": "big2022", "type": "book", "title": "big2022"}, {"id": 7, "type": "book", "title": "T"}]
//- /note.md
@paper[big202|2]
`,
		{ to: 'new2022' },
		`
//- /papers/a.json
[{"id": "new2022", "citation-key": "new2022", "type": "book", "title": "big2022"}, {"id": 7, "type": "book", "title": "T"}]
//- /note.md
@paper[new2022]
`,
	);
	checkRename(
		`
//- /papers/a.json
[{"id": 7, "type": "book", "title": "T"}]
//- /note.md
@paper[|7]
`,
		{ to: '8' },
		`
//- /papers/a.json
[{"id": "8", "type": "book", "title": "T"}]
//- /note.md
@paper[8]
`,
	);
	for (const [before, to, after] of [
		['big2022', 'new2022', 'new2022'],
		['"big2022"', 'new2022', '"new2022"'],
		["'big2022'", 'new2022', "'new2022'"],
		['big2022', '2022', '"2022"'],
		['big2022', 'null', '"null"'],
	]) {
		checkRename(
			`//- /papers/a.yaml\nreferences:\n- id: ${before}\n  type: book\n  title: T\n//- /note.md\n@paper[big|2022]`,
			{ to: to ?? '' },
			`//- /papers/a.yaml\nreferences:\n- id: ${after}\n  type: book\n  title: T\n//- /note.md\n@paper[${to}]`,
		);
	}
});

test('every file that gives the key is renamed, and a paper keeps its other names', () =>
	checkRename(
		`
//- /a.bib
@article{one, title = {First}, doi = {10.1000/1}}
//- /b.bib
@misc{ein, title = {First}, doi = {10.1000/1}}
//- /papers/c.json
[{"id": "one", "type": "book", "title": "First", "DOI": "10.1000/1"}]
//- /note.md
@paper[on|e; ein; 10.1000/1]
`,
		{ to: 'uno' },
		`
//- /a.bib
@article{uno, title = {First}, doi = {10.1000/1}}
//- /papers/c.json
[{"id": "uno", "type": "book", "title": "First", "DOI": "10.1000/1"}]
//- /note.md
@paper[uno; ein; 10.1000/1]
`,
	));

test('a name that only changes the case of the key is free', () =>
	checkRename(
		'//- /a.bib\n@article{One, title = {First}}\n@book{b, title = {B}, crossref = {one}}\n//- /note.md\n@paper[On|e]',
		{ to: 'one' },
		'//- /a.bib\n@article{one, title = {First}}\n@book{b, title = {B}, crossref = {one}}\n//- /note.md\n@paper[one]',
	));

const TWO = `
//- /a.bib
@article{one, title = {On Apples}, ids = {uno}, doi = {10.1000/1}, author = {Smith, Ann}, year = 2020}
@xdata{shared, publisher = {P}}
//- /papers/digest.md
# Green Pears

**Authors**: Bob Jones

**Link**: [PDF](https://arxiv.org/pdf/2001.00001)

**Abstract**: Pears.

---
//- /note.md
`;

test('what has no key that could be changed is refused with the reason', () => {
	checkRefused(`${TWO}@paper[jones2020green|]`, 'x', /^The record in digest\.md has no key of its own; .*BibTeX/);
	checkRefused(`${TWO}@paper[u|no]`, 'x', /^"uno" is another name of the paper "one"/);
	checkRefused(`${TWO}@paper[10.1000|/1]`, 'x', /^"10\.1000\/1" is another name of the paper "one"/);
	checkRefused(`${TWO}@paper[nobo|dy]`, 'x', /^No paper has the key "nobody"\. Correct the citation first/);
	checkRefused(`${TWO}@paper[;| ]`, 'x', /names no paper yet/);
	checkRefused(`${TWO}@paper[one] and [on|e]`, 'x', /^This link is called like a citation in this note/);
	checkRefused(`${TWO}@paper[on|e]`, 'x', /still being read/, { complete: false });
	checkRefused(
		'//- /a.ris\nTY  - BOOK\nID  - ris1\nTI  - T\nER  - \n//- /note.md\n@paper[ri|s1]',
		'x',
		/ris1" is in a\.ris\. Keys can be renamed in BibTeX, .* but not in RIS/,
	);
	const twice = '@article{x, title = {Pears}, author = {Jones, Bob}, year = 1990}\n';
	const other = '@article{x, title = {Apples}, author = {Smith, Ann}, year = 2020}\n';
	checkRefused(`//- /a.bib\n${twice}${other}//- /note.md\n@paper[x|]`, 'y', /^Several papers have the key "x"/);
});

test('a name that is taken, or that no key can be, is refused with the reason', () => {
	const on = `${TWO}@paper[on|e]`;
	checkRefused(on, 'jones2020green', /^Another paper already has the key "jones2020green"/);
	checkRefused(on, 'arXiv:2001.00001', /^"arXiv:2001\.00001" already names the paper "jones2020green"/);
	checkRefused(on, 'uno', /^This paper is already known as "uno"/);
	checkRefused(on, 'Shared', /^An entry in \/a\.bib already has the key "Shared"/);
	checkRefused(on, 'a%b', /^A key in \/a\.bib cannot contain "%"/);
	for (const name of ['two words', 'a;b', 'a,b', 'a]b', '@a', '', ' ', '-@a', 'a\nb']) {
		checkRefused(on, name, /./);
	}
});

test('a name that a note could not be read with is refused', () =>
	checkRefused(
		'//- /papers/a.json\n[{"id": "one", "type": "book", "title": "T"}]\n//- /note.md\n@one and @paper[on|e]',
		'x{1',
		/^With the key "x\{1", the citations in \/note\.md/,
		{ settings: { syntaxes: ['paper', 'pandoc'] } },
	));

test('a rename that comes too late, when the record is gone, is refused', () => {
	const { workspace, uri, offset } = workspaceOf(`${TWO}@paper[on|e]`);
	const plan = renamePlan(workspace, { uri, offset }, 'two');
	assert.ok(plan && 'rename' in plan);
	const edits = editsIn({ name: '/a.bib', text: '@article{other, title = {On Apples}}' }, plan, ['paper']);
	assert.match('refusal' in edits ? edits.refusal : '', /^The key "one" was not found in \/a\.bib/);
});

test('an older state of a note that an editor shows beside it is left alone', () => {
	const { workspace, uri, offset } = workspaceOf(`${TWO}@paper[on|e]`);
	workspace.apply({ kind: 'noteOpened', uri: 'git:/note.md?HEAD', text: '@paper[one]' });
	const plan = renamePlan(workspace, { uri, offset }, 'two');
	assert.deepEqual(plan && 'notes' in plan ? plan.notes : plan, [uri]);
	const there = renamePlan(workspace, { uri: 'git:/note.md?HEAD', offset: 8 }, 'two');
	assert.match(there && 'refusal' in there ? there.refusal : '', /cannot be changed/);
});

test('the key of a record is renamed from the record, from a reference between records, and not from elsewhere', () => {
	const corpus = '@book{whole|, title = {Whole}}\n@inbook{part, title = {Part}, crossref = {whole}}';
	const renamedCorpus = '@book{all, title = {Whole}}\n@inbook{part, title = {Part}, crossref = {all}}';
	const note = '//- /note.md\n@paper[whole]\n';
	const after = `//- /note.md\n@paper[all]\n//- /corpus.bib\n${renamedCorpus}\n`;
	checkRename(`\n${note}//- /corpus.bib\n${corpus}\n`, { to: 'all' }, `\n${after}`);
	const fromReference = corpus.replace('|', '').replace('crossref = {wh', 'crossref = {wh|');
	checkRename(`\n${note}//- /corpus.bib\n${fromReference}\n`, { to: 'all' }, `\n${after}`);
	const { workspace, uri, offset } = workspaceOf(
		`\n${note}//- /corpus.bib\n${corpus.replace('|', '').replace('Whole', 'Wh|ole')}\n`,
	);
	assert.equal(renamePlan(workspace, { uri, offset }, 'all'), undefined);
});
