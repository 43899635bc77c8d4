/** Where a paper's PDF files may be: the URIs for its `file` field in the notation of each program. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachedPdfs } from '../../server/src/features/card/attachedPdfs.ts';
import { paperDetails } from '../../server/src/features/card/paperDetails.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

/** The places of the files named in the field `file` of `/home/me/my lib/refs.bib`. */
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
	check('C:\\papers\\a.pdf', [['file:///c%3A/papers/a.pdf']]);
	check('Draft:D\\:\\\\papers\\\\a b.pdf:PDF', [['file:///d%3A/papers/a%20b.pdf']]);
	check(':files\\\\1\\\\a.pdf:PDF', [['file:///home/me/my%20lib/files/1/a.pdf']]);
});

test('signs that mean something in an address are part of the name', () =>
	check('/home/u/100%25 #1?.pdf', [['file:///home/u/100%2525%20%231%3F.pdf']]));

for (const path of [
	'/etc/passwd',
	'file:///%5C%5Cserver/share/a.pdf',
	'file:%2F%2Fserver/share/a.pdf',
	'internal-pdf://12/a.pdf',
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
		assert.deepEqual(attachedPdfs({ extra, sources: [source] }, 'C:\\Users\\Ann'), []);
	});
}

/** The places for a paper in a library of `text`, on a machine whose home folder is `home`. */
function placesIn(path: string, text: string, home = '/home/me'): readonly (readonly string[])[] | undefined {
	const { workspace } = workspaceOf(`//- ${path}\n${text}\n//- /note.md\n@paper[x]`, { home });
	return paperDetails(workspace, 'x')?.pdfs.map((pdf) => pdf.places);
}

const ENTRY = '@article{x, title = {T}, file = {:sub/a.pdf:PDF}}';

function jabref(...folders: readonly string[]): string {
	return [ENTRY, ...folders.map((folder) => `@Comment{jabref-meta: fileDirectory${folder};}`)].join('\n\n');
}

test('a tilde is the home folder', () => {
	const text = '@article{x, title = {T}, file = {~/papers/a.pdf}}';
	assert.deepEqual(placesIn('/lib/refs.bib', text), [['file:///home/me/papers/a.pdf']]);
	const windows = '@article{x, title = {T}, file = {~\\papers\\a.pdf}}';
	assert.deepEqual(placesIn('/lib/refs.bib', windows, 'C:\\Users\\Ann'), [['file:///c%3A/Users/Ann/papers/a.pdf']]);
});

test("JabRef's own folders come before that of the library, a person's before all", () => {
	const beside = 'file:///lib/sub/a.pdf';
	const check = (folders: readonly string[], ...places: readonly string[]): void =>
		assert.deepEqual(placesIn('/lib/refs.bib', jabref(...folders)), [places], folders.join());
	check([':Papers'], 'file:///lib/Papers/sub/a.pdf', beside);
	check([':.'], beside);
	check(
		[':/srv/My\\; papers', '-ann-laptop:~/papers'],
		'file:///home/me/papers/sub/a.pdf',
		'file:///srv/My%3B%20papers/sub/a.pdf',
		beside,
	);
	check([':C:\\\\Users\\\\Ann'], 'file:///c%3A/Users/Ann/sub/a.pdf', beside);
	check(['Latex-ann-laptop:/tex', ':', ':\\\\\\\\server\\\\share', '://server/share'], beside);
});

test('a folder counts for relative paths alone', () =>
	assert.deepEqual(placesIn('/lib/refs.bib', jabref(':Papers').replace(':sub', ':/sub')), [['file:///sub/a.pdf']]));

/** A record of an EndNote library, with this element for the library. */
function endnote(database: string): string {
	return `<xml><records><record>${database}<ref-type name="Book">6</ref-type><titles><title>T</title></titles><label>x</label><urls><pdf-urls><url>internal-pdf://12/a b.pdf</url></pdf-urls></urls></record></records></xml>`;
}

test('a file of an EndNote library is looked for where the library was, and beside what was exported from it', () => {
	const check = (database: string, ...places: readonly (readonly string[])[]): void =>
		assert.deepEqual(placesIn('/lib/refs.xml', endnote(database)), places, database);
	const beside = 'file:///lib/My%20refs.Data/PDF/12/a%20b.pdf';
	check('<database name="My refs.enl">My refs.enl</database>', [beside]);
	check('<database name="My refs.enl" path="C:\\Users\\Ann\\My refs.enl">My refs.enl</database>', [
		'file:///c%3A/Users/Ann/My%20refs.Data/PDF/12/a%20b.pdf',
		beside,
	]);
	check('<database path="/Users/ann/My refs.enl"/>', ['file:///Users/ann/My%20refs.Data/PDF/12/a%20b.pdf', beside]);
	check('<database name="My refs.enl" path="\\\\server\\share\\My refs.enl"/>', [beside]);
	check('<database name="../up.enl"/>');
	check('');
});

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
