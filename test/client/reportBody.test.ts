/** The index report: its text, its links, and that corpus text in it remains plain text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REPORT_COMMANDS, type Report, reportBody, reportedUris } from '../../client/src/report/reportBody.ts';
import { reportPage } from '../../client/src/report/reportPage.ts';
import type { NearDuplicatesResponse } from '../../server/src/identityProtocol.ts';
import { duration } from '../../server/src/messages/report.ts';
import type { FileStatus, ProblemsResponse, StatusResponse } from '../../server/src/protocol.ts';

const BIB: FileStatus = { uri: 'file:///w/papers/a.bib', format: 'BibTeX', papers: 1200, problems: 1 };

const NO_DUPLICATES: NearDuplicatesResponse = { pairs: [], count: 0, isComplete: true };

function report(
	status: Partial<StatusResponse>,
	codes: ProblemsResponse['codes'] = [],
	duplicates: NearDuplicatesResponse = NO_DUPLICATES,
): Report {
	return {
		status: { indexing: false, papers: 1200, notes: 1, files: [BIB], tookMs: 15_241, ...status },
		problems: { codes },
		duplicates,
		severityOf: (code) => (code === 'missing-field' ? 'hint' : 'warning'),
		named: (uri) => uri.replace('file:///w/', ''),
	};
}

/** As it reads: `#` before headings, `-` before items, links as `[text](command args)`. */
function shown(what: Report): string {
	return reportBody(what)
		.text.replace(/\n/g, ' ')
		.replace(/<h(\d)>/g, (_, level: string) => `\n${'#'.repeat(Number(level))} `)
		.replace(/<(?:p|ul)\b[^>]*>/g, '\n')
		.replace(/<li>/g, '\n- ')
		.replace(
			/<a [^>]*href="command:([^"?]*)\??([^"]*)"[^>]*>(.*?)<\/a>/g,
			(_, command, args, text) => `[${text}](${command}${args === '' ? '' : ` ${decodeURIComponent(args)}`})`,
		)
		.replace(/<[^>]*>/g, '')
		.replace(/ +/g, ' ')
		.replace(/ *\n[ \n]*/g, '\n')
		.trim();
}

test('each file is told with a link, its format and its counts', () => {
	assert.equal(
		shown(report({})),
		`# Paper Notes: Index Report
1,200 papers from 1 file, 1 note. The last update took 15 s.
## Files
- [papers/a.bib](paperNotes.openReportedPlace ["file:///w/papers/a.bib"]) BibTeX, 1,200 papers, 1 problem
[Rebuild the index](paperNotes.rebuildIndex)`,
	);
});

test('where notes cite as Pandoc does and nothing reads it, a button does', () =>
	assert.match(
		shown(report({ offers: { pandoc: ['file:///w'] } })),
		/\nNotes here cite your papers as Pandoc does, \[@key\], and these citations are not read\.\n\[Read Pandoc citations here\]\(paperNotes\.readPandoc \["file:\/\/\/w"\]\)\n/,
	));

test('where indexing has failed, the reason and what helps take the place of the time it took', () =>
	assert.match(
		shown(report({ papers: 0, failure: 'Indexing has stopped: no room.' })),
		/note\. Indexing has stopped: no room\. \[Rebuild the index\]\(paperNotes\.rebuildIndex\)\n## Files/,
	));

test('a time is told in the unit that one would use', () => {
	const times = [12, 460, 1499, 9949, 9950, 15_241, 59_600, 125_000].map(duration);
	assert.deepEqual(times, ['less than 0.1 s', '0.5 s', '1.5 s', '9.9 s', '10 s', '15 s', '1 min 0 s', '2 min 5 s']);
});

test('a file that was not read is told with the reason', () => {
	const files = [{ uri: 'file:///w/x.txt', papers: 0, problems: 0, note: 'No reader knows it.' }];
	assert.match(shown(report({ files })), /## Not read\n- \[x\.txt\]\([^)]*\) No reader knows it\.\n/);
});

test('PDF files are counted, not listed', () => {
	const pdfs = ['x', 'y'].map((name) => ({ uri: `file:///w/${name}.pdf`, papers: 0, problems: 0, note: 'No list.' }));
	const text = shown(report({ files: [BIB, ...pdfs] }));
	assert.match(text, /^1,200 papers from 1 file, /m);
	assert.match(text, /## Not read\n- 2 PDF files: papers are read from lists of them, such as BibTeX\.\n\[/);
});

test('thousands of problems are a few lines: by kind, with files and examples', () => {
	const place = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 9 } });
	const codes = [
		{
			code: 'missing-field',
			count: 4000,
			files: 7,
			worst: [
				{ uri: 'file:///w/papers/a.bib', count: 3000 },
				{ uri: 'file:///w/papers/b.bib', count: 995 },
			],
			examples: [{ uri: 'file:///w/papers/a.bib', range: place(41), message: 'No title.\n@paper[x]' }],
		},
		{
			code: 'duplicate-key',
			count: 1,
			files: 1,
			worst: [{ uri: 'file:///w/papers/a.bib', count: 1 }],
			examples: [{ uri: 'file:///w/papers/a.bib', range: place(0), message: 'word '.repeat(60) }],
		},
	];
	const what = report({}, codes);
	const text = shown(what);
	const open = 'paperNotes.openReportedPlace';
	assert.ok(
		text.includes(`## Problems
4,001 problems in your files. Open a file, and its problems are underlined there.
- missing-field ([hint](workbench.action.openSettings ["paperNotes.diagnostics.missing-field"])): 4,000 in [papers/a.bib](${open} ["file:///w/papers/a.bib"]) (3,000), [papers/b.bib](${open} ["file:///w/papers/b.bib"]) (995) and 5 more files
- [papers/a.bib:42](${open} ["file:///w/papers/a.bib",41]) No title. @paper[x]
- and 3,999 more
- duplicate-key ([warning](workbench.action.openSettings ["paperNotes.diagnostics.duplicate-key"])): 1 in [papers/a.bib](${open} ["file:///w/papers/a.bib"])
- [papers/a.bib:1](${open} ["file:///w/papers/a.bib",0]) word word`),
		text,
	);
	assert.match(text, /word …\n/);
	assert.deepEqual([...reportedUris(what)], ['file:///w/papers/a.bib', 'file:///w/papers/b.bib']);
});

function record(name: string, line: number, key: string, title: string) {
	const at = (character: number) => ({ line, character });
	return { uri: `file:///w/papers/${name}.bib`, key, title, range: { start: at(0), end: at(9) } };
}

test('records that may be one paper are listed with their places and a link that compares them', () => {
	const pair = [record('a', 2, 'ash2001', 'Dunes'), record('c', 8, 'ash\u200b2001', '')] as const;
	const what = report({}, [], { pairs: [pair], count: 41, isComplete: true });
	const open = 'paperNotes.openReportedPlace';
	const places =
		'[[{"key":"ash2001","uri":"file:///w/papers/a.bib","line":2},{"key":"ash\u200b2001","uri":"file:///w/papers/c.bib","line":8}]]';
	const text = shown(what);
	assert.ok(
		text.includes(`## Possible duplicates
41 pairs of records may describe the same paper. They differ a little, so they stay two papers. If they are one, delete one of them, or give both the same DOI.
- [Compare ash2001 and ash[U+200B]2001](paperNotes.comparePapers ${places})
- [papers/a.bib:3](${open} ["file:///w/papers/a.bib",2]) ash2001: Dunes
- [papers/c.bib:9](${open} ["file:///w/papers/c.bib",8]) ash[U+200B]2001
- and 40 more
## Files`),
		text,
	);
	assert.ok(reportedUris(what).has('file:///w/papers/c.bib'));
	const some = shown(report({}, [], { pairs: [pair], count: 1, isComplete: false }));
	assert.match(some, /\nAt least 1 pair of records may/);
	assert.doesNotMatch(some, /more/);
	assert.doesNotMatch(shown(report({})), /duplicates/);
});

test('a corpus of thousands of files names the first of them and counts the others', () => {
	const files = Array.from({ length: 5000 }, (_, index) => ({ ...BIB, uri: `file:///w/${index}.bib`, papers: 2 }));
	const text = shown(report({ files }));
	assert.ok(text.includes('- and 4,800 more files with 9,600 papers\n'), text.slice(-300));
	assert.equal(text.split('\n').filter((line) => line.startsWith('- ')).length, 201);
});

test('while papers are read, and when that was stopped, the report says so and offers the other', () => {
	assert.match(shown(report({ indexing: true })), /still being read\. \[Stop reading\]\(paperNotes\.stopIndexing\)/);
	assert.match(
		shown(report({ indexing: true, stopped: true })),
		/was stopped\. \[Continue reading\]\(paperNotes\.continueIndexing\)/,
	);
});

test('without papers it says what to do, and leads there', () => {
	const empty = shown(report({ papers: 0, files: [] }));
	assert.match(empty, /## No papers yet\nPut a BibTeX/);
	assert.match(empty, /\[paperNotes\.corpus\]\(workbench\.action\.openSettings \["paperNotes\.corpus"\]\)\.\n/);
	assert.match(
		empty,
		/\[Choose your library…\]\(paperNotes\.chooseLibrary\) \[Open the sample\]\(paperNotes\.openSample\)/,
	);
	assert.doesNotMatch(shown(report({ papers: 0, files: [], indexing: true })), /No papers yet/);
});

test('what stands in files and their names is text alone', () => {
	const evil = '"><img src=x onerror=alert(1)><script>&amp;\'';
	const uri = `file:///w/${evil}.bib`;
	const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
	const examples = [{ uri, range, message: evil }];
	const codes = [{ code: 'unreadable-entry', count: 2, files: 1, worst: [{ uri, count: 2 }], examples }];
	const files = [
		{ uri, format: evil, papers: 1, problems: 2, note: evil },
		{ uri, papers: 0, problems: 0, note: evil },
	];
	const pair = [record(evil, 0, evil, evil), record(evil, 1, evil, evil)] as const;
	const { text } = reportBody(report({ files }, codes, { pairs: [pair], count: 1, isComplete: true }));
	assert.doesNotMatch(text, /<(?!\/?(?:h1|h2|p|ul|li|section|code|a|span)\b)/);
	for (const [tag] of text.matchAll(/<[^>]*>/g)) {
		assert.match(tag, /^<\/?\w+(?: (?:href|title|class)="[^"<>]*")*>$/);
	}
	assert.ok(text.includes('&lt;script&gt;&amp;amp;&#39;'), text);
});

test('every link runs a command that the page may run', () => {
	const everything = [
		report({ papers: 0, files: [] }),
		report({ indexing: true }),
		report({ stopped: true }),
		report({}, [], { pairs: [[record('a', 0, 'x', ''), record('a', 1, 'y', '')]], count: 1, isComplete: true }),
	];
	const commands = everything.flatMap((what) => [...reportBody(what).text.matchAll(/href="command:([\w.]+)/g)]);
	assert.ok(commands.length > 6);
	for (const [, command = ''] of commands) {
		assert.ok(REPORT_COMMANDS.includes(command), command);
	}
});

test('the page lets nothing run or load but its own style and script, and says its language and title', () => {
	const page = reportPage('abc123');
	assert.match(
		page,
		/content="default-src &#39;none&#39;; style-src &#39;nonce-abc123&#39;; script-src &#39;nonce-abc123&#39;"/,
	);
	assert.match(page, /<html lang="en">/);
	assert.match(page, /<title>Paper Notes: Index Report<\/title>/);
	assert.deepEqual(
		[...page.matchAll(/<(script|style)\b([^>]*)>/g)].map(([, name, rest]) => `${name}${rest}`),
		['style nonce="abc123"', 'script nonce="abc123"'],
	);
	assert.doesNotMatch(page, /\son\w+=|style="|https?:/);
});
