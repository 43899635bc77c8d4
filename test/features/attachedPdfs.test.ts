/** Where a paper's PDF files may be: the URIs of its `file` field, of what each program writes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachedPdfs } from '../../server/src/features/card/attachedPdfs.ts';
import { paperDetails } from '../../server/src/features/card/paperDetails.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

/** The places of the files that the field `file` names in `/home/me/my lib/refs.bib`. */
function check(file: string, places: readonly (readonly string[])[]): void {
	const { workspace } = workspaceOf(
		`//- /home/me/my%20lib/refs.bib\n@article{x, title = {T}, file = {${file}}}\n//- /note.md\n@paper[x]`,
	);
	assert.deepEqual(
		paperDetails(workspace, 'x')?.pdfs.map((pdf) => pdf.places),
		places,
		file,
	);
}

test('Zotero: relative to the exported file, several, those that are no PDF left out', () =>
	check(
		'Full Text:files/1/a b.pdf:application/pdf;Snapshot:files/2/x.html:text/html;Two:files/3/b.PDF:application/pdf',
		[['file:///home/me/my%20lib/files/1/a%20b.pdf'], ['file:///home/me/my%20lib/files/3/b.PDF']],
	));

test('JabRef: relative, with a description or without', () => {
	check(':papers/a.pdf:PDF', [['file:///home/me/my%20lib/papers/a.pdf']]);
	check('Draft\\; old:../a.pdf:PDF', [['file:///home/me/a.pdf']]);
});

test('Mendeley: absolute paths lack their first slash, or are relative all the same', () =>
	check(':home/me/x.pdf:pdf', [['file:///home/me/my%20lib/home/me/x.pdf', 'file:///home/me/x.pdf']]));

test('Better BibTeX: bare paths', () =>
	check('/home/u/a.pdf;/home/u/b.pdf', [['file:///home/u/a.pdf'], ['file:///home/u/b.pdf']]));

test('Windows: drives with their colon, backslashes', () => {
	check('C:\\papers\\a.pdf', [['file:///C%3A/papers/a.pdf']]);
	check('Draft:D\\:\\\\papers\\\\a b.pdf:PDF', [['file:///D%3A/papers/a%20b.pdf']]);
	check(':files\\\\1\\\\a.pdf:PDF', [['file:///home/me/my%20lib/files/1/a.pdf']]);
});

test('signs that mean something in an address are part of the name', () =>
	check('/home/u/100%25 #1?.pdf', [['file:///home/u/100%2525%20%231%3F.pdf']]));

for (const path of [
	'/etc/passwd',
	'/home/u/run.sh',
	'a.pdf.exe',
	'//server/share/a.pdf',
	'\\\\\\\\server\\\\share\\\\a.pdf',
	'file://server/share/a.pdf',
	'file:////server/share/a.pdf',
	'https://h.org/a.pdf',
	'smb://server/a.pdf',
	'javascript:a.pdf',
]) {
	test(`${path} is not opened`, () => {
		const extra = { attachments: [path.replaceAll('\\\\', '\\')] };
		const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
		const source = { uri: 'file:///l.bib', format: 'BibTeX', key: 'x', range, keyRange: range, gives: ['attachments'] };
		assert.deepEqual(attachedPdfs({ extra, sources: [source] }), []);
	});
}

test('a file address of RIS is a path', () => {
	const { workspace } = workspaceOf(`//- /l.ris
TY  - JOUR
ID  - x
TI  - T
L1  - file:///home/u/a%20b.pdf
L1  - files/2.pdf
ER  -
//- /note.md
@paper[x]`);
	assert.deepEqual(paperDetails(workspace, 'x')?.pdfs, [
		{ name: 'a b.pdf', places: ['file:///home/u/a%20b.pdf'] },
		{ name: '2.pdf', places: ['file:///files/2.pdf'] },
	]);
});

test('of several records, the folders of those that name the file count', () => {
	const { workspace } = workspaceOf(`//- /one/a.bib
@article{x, title = {T}, doi = {10.1000/1}, file = {:a.pdf:PDF}}
//- /two/b.bib
@article{x, title = {T}, doi = {10.1000/1}}
//- /note.md
@paper[x]`);
	assert.deepEqual(paperDetails(workspace, 'x')?.pdfs, [{ name: 'a.pdf', places: ['file:///one/a.pdf'] }]);
});
