/** `paper-notes check`: what it prints, in each format, and how it ends. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv-draft-04';
import { commandFolder } from '../support/commandFolder.ts';
import { absentOnWindows } from '../support/posix.ts';

const BIB = `@article{ash2001, author = {Ash, Ann}, title = {Leaves in autumn}, journal = {Trees}, year = {2001}}
@book{elm2002, author = {Elm, Ed}, title = {Bark in winter}, publisher = {Wood}, year = {2002}}
`;

const NOTE = 'Leaves fall @paper[ash2001].\n\nBark stays @paper[elm2003].\n';

interface Printed {
	readonly files: number;
	readonly problems: readonly {
		readonly file: string;
		readonly line: number;
		readonly column: number;
		readonly severity: string;
		readonly code: string;
	}[];
}

test('a clean folder ends with 0, and one sentence', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': 'Leaves fall @paper[ash2001].\n' });
	assert.deepEqual(await folder.run('check'), { code: 0, out: 'No problems in 2 files.\n', err: '' });
});

test('a problem is shown with its place in the text, and ends with 2', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB, 'notes/a.md': NOTE });
	const { code, out, err } = await folder.run('check');
	assert.equal(code, 2);
	assert.equal(err, '');
	assert.deepEqual(out.split('\n'), [
		'notes/a.md:3:19: warning: No paper has the key "elm2003". Did you mean "elm2002"? [unknown-paper]',
		'  3 | Bark stays @paper[elm2003].',
		'    |                   ^^^^^^^',
		'1 problem in 1 file of 2.',
		'',
	]);
});

test('paths choose what is checked, and outside them nothing counts', async (context) => {
	const files = { 'refs.bib': BIB, 'a.md': '@paper[elm2003]\n', 'b/b.md': '@paper[ash2003]\n', 'b/c.md': 'x\n' };
	const folder = commandFolder(context, files);
	const { out } = await folder.run('check', '--format', 'json', 'b');
	const { files: count, problems } = JSON.parse(out) as Printed;
	assert.equal(count, 2);
	assert.deepEqual(
		problems.map(({ file, line, column, severity, code }) => [file, line, column, severity, code]),
		[['b/b.md', 1, 8, 'warning', 'unknown-paper']],
	);
	assert.equal((await folder.run('check', 'b/c.md')).code, 0);
	const missing = await folder.run('check', 'nowhere');
	assert.deepEqual(missing, { code: 1, out: '', err: 'paper-notes: There is no file or folder "nowhere".\n' });
});

test('without any papers it says so, and calls no key unknown', async (context) => {
	const folder = commandFolder(context, { 'a.md': NOTE });
	const { code, out, err } = await folder.run('check');
	assert.equal(code, 1);
	assert.equal(out, '');
	assert.match(err, /^paper-notes: No papers were found, so nothing was checked\. .*--corpus.*\n$/);
});

test('settings come from the folder, from the workspace file, and last from the options', async (context) => {
	const folder = commandFolder(context, {
		'library/refs.txt': BIB,
		'a.md': 'Bark stays @paper[elm2003] and [@elm2004].\n',
		'all.code-workspace': '{ "settings": { "paperNotes.diagnostics.unknown-paper": "error" }, }',
		'.vscode/settings.json': '{\n\t// Where the papers are.\n\t"paperNotes.corpus": ["library/**"],\n}',
	});
	const severities = async (...args: readonly string[]) =>
		(JSON.parse((await folder.run('check', '--format', 'json', ...args)).out) as Printed).problems.map(
			({ severity, column }) => `${severity} ${column}`,
		);
	assert.deepEqual(await severities(), ['error 19']);
	assert.deepEqual(await severities('--syntaxes', 'paper,pandoc'), ['error 19', 'error 34']);
	assert.deepEqual(await severities('--set', 'diagnostics.unknown-paper=off'), []);
	assert.equal((await folder.run('check', '--corpus', 'nothing.bib')).code, 1);
	const { out } = await folder.run('check', '--show-config', '--set', 'completion.maxItems=7');
	const [shown] = Object.values(JSON.parse(out) as Record<string, Record<string, { value: unknown; from: string }>>);
	assert.deepEqual(shown?.['paperNotes.completion.maxItems'], { value: 7, from: '--set' });
	assert.equal(shown?.['paperNotes.corpus']?.from, join('.vscode', 'settings.json'));
	assert.equal(shown?.['paperNotes.diagnostics.unknown-paper']?.from, 'all.code-workspace');
	assert.equal(shown?.['paperNotes.syntaxes']?.from, 'default');
});

test('settings that are no JSON are said, and the rest counts', async (context) => {
	const settings = '{ "paperNotes.diagnostics.unknown-paper": "error", "x": }';
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': NOTE, '.vscode/settings.json': settings });
	const { out, err } = await folder.run('check');
	assert.match(err, /settings\.json: line 1 is not valid JSON/);
	assert.match(out, /: error: No paper has the key "elm2003"/);
});

test('hints are printed but do not count, unless asked for', async (context) => {
	const bib = '@article{ash2001, author = {Ash, Ann}, title = {Leaves in autumn}, year = {2001}}\n';
	const folder = commandFolder(context, { 'refs.bib': bib, 'a.md': '@paper[ash2001]\n' });
	const { code, out } = await folder.run('check');
	assert.match(out, /refs\.bib:1:\d+: hint: .* \[missing-field\]/);
	assert.equal(code, 0);
	assert.equal((await folder.run('check', '--min-severity', 'hint')).code, 2);
	const warnings = await folder.run('check', '--min-severity', 'warning');
	assert.deepEqual(warnings, { code: 0, out: 'No problems in 2 files.\n', err: '' });
	assert.match(
		(await folder.run('check', '--min-severity', 'loud')).err,
		/error, warning, information, hint, not "loud"/,
	);
});

test('SARIF is valid by its schema, with places that GitHub understands', async (context) => {
	const twice = `${BIB}@article{ash2001, author = {Fir, Fay}, title = {Roots}, journal = {Soil}, year = {1999}}\n`;
	const folder = commandFolder(context, { 'refs one.bib': twice, 'a.md': NOTE });
	const log: unknown = JSON.parse((await folder.run('check', '--format', 'sarif')).out);
	const require = createRequire(import.meta.url);
	const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
	const ajv = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false });
	const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
	assert.ok(isValid(log), JSON.stringify(isValid.errors));
	const [run] = (
		log as { runs: { results: { ruleId: string; locations: unknown[]; relatedLocations?: unknown[] }[] }[] }
	).runs;
	const unknown = run?.results.find(({ ruleId }) => ruleId === 'unknown-paper');
	assert.deepEqual(unknown?.locations, [
		{
			physicalLocation: {
				artifactLocation: { uri: 'a.md', uriBaseId: 'ROOT' },
				region: { startLine: 3, startColumn: 19, endLine: 3, endColumn: 26 },
			},
		},
	]);
	const duplicate = run?.results.find(({ ruleId }) => ruleId === 'duplicate-key');
	assert.ok((duplicate?.relatedLocations?.length ?? 0) > 0);
});

test('annotations of a workflow escape what would end them', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB, '50%, a.md': NOTE });
	const { code, out } = await folder.run('check', '--format', 'github');
	assert.equal(code, 2);
	assert.equal(
		out,
		'::warning file=50%25%2C a.md,line=3,endLine=3,col=19,endColumn=26,title=unknown-paper::No paper has the key "elm2003". Did you mean "elm2002"?\n',
	);
});

test('text from files cannot drive the terminal', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': 'x \u001b[31m @paper[no\u202ething2001] \u0007\n' });
	const { out } = await folder.run('check');
	assert.match(out, /no\ufffdthing2001/);
	assert.ok(!['\u001b', '\u0007', '\u202e'].some((sign) => out.includes(sign)), out);
});

test('text from files is no command for a workflow', { skip: absentOnWindows('such names') }, async (context) => {
	const folder = commandFolder(context, {
		'refs.bib': `${BIB}@article{::error::k, author = {Oak, O}, title = {##[error] Roots}, journal = {Trees}, year = {2003}}`,
		'::error::a.md': 'See ##[error] @paper[nothing2001].\n',
		'b\n::error::c.md': '@paper[nothing2001 and]\n',
	});
	const printed = [
		await folder.run('check'),
		await folder.run('check', '--unused'),
		await folder.run('search', 'roots'),
		await folder.run('convert', '--to', 'pandoc', '--dry-run'),
		await folder.run('bib'),
		await folder.run('check', '--fix'),
	];
	const lines = printed.flatMap(({ out, err }) => `${out}${err}`.split('\n'));
	assert.ok(lines.some((line) => line.includes(':error::a.md:1:')));
	assert.deepEqual(
		lines.filter((line) => /^\s*::|##\[/.test(line)),
		[],
	);
	const { out } = await folder.run('check', '--format', 'github');
	const annotations = out.trimEnd().split('\n');
	assert.equal(
		annotations.filter((line) => /^::(?:warning|notice) file=[^:]*,line=1,/.test(line)).length,
		annotations.length,
	);
});

test('--unused lists the papers that no note cites, which are no problem', async (context) => {
	const folder = commandFolder(context, { 'refs.bib': BIB, 'a.md': 'Leaves fall @paper[ash2001].\n' });
	const { code, out } = await folder.run('check', '--unused');
	assert.equal(code, 0);
	assert.equal(out, 'refs.bib: elm2002  Elm 2002, Bark in winter\n1 paper of 2 not cited.\n');
	const listed = JSON.parse((await folder.run('check', '--unused', '--format', 'json')).out) as { papers: unknown[] };
	assert.deepEqual(listed.papers, [{ key: 'elm2002', file: 'refs.bib', byline: 'Elm 2002', title: 'Bark in winter' }]);
});

test('--fix corrects what is certain, and prints what is left', async (context) => {
	const bib = `${BIB}@book{hornbeam2010wood, author = {Hornbeam, H}, title = {Wood}, publisher = {P}, year = {2010}}\n`;
	const note = '\ufeffLeaves @paper[horbneam2010wood; ash2001].\r\nBark @paper[nobody1900].\r\n';
	const folder = commandFolder(context, { 'refs.bib': bib, 'a.md': note, 'b.md': 'Bark @paper[hornbeam2010wod].\n' });
	const { code, out, err } = await folder.run('check', '--fix', 'a.md');
	assert.equal(code, 2);
	assert.equal(err, 'Fixed 1 citation in 1 file.\n');
	assert.match(out, /^a\.md:2:13: warning: No paper has the key "nobody1900"/);
	assert.equal(folder.read('a.md'), note.replace('horbneam', 'hornbeam'));
	assert.equal(folder.read('b.md'), 'Bark @paper[hornbeam2010wod].\n');
});
