/** The index report: what it says, and that its links stand on the right words. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Report, reportText } from '../../client/src/reportText.ts';
import type { FileStatus, ProblemsResponse, StatusResponse } from '../../server/src/protocol.ts';

const BIB: FileStatus = { uri: 'file:///w/papers/a.bib', format: 'BibTeX', papers: 1200, problems: 1 };

function report(status: Partial<StatusResponse>, codes: ProblemsResponse['codes'] = []): Report {
	return {
		status: { indexing: false, papers: 1200, notes: 1, files: [BIB], tookMs: 12.3, ...status },
		problems: { codes },
		severityOf: (code) => (code === 'missing-field' ? 'hint' : 'warning'),
		named: (uri) => uri.replace('file:///w/', ''),
	};
}

/** The text with `[` and `]` around what is a link, and where it leads after it, if to a line. */
function shown(what: Report): string {
	const { text, links } = reportText(what);
	const lines = text.split('\n');
	for (const { line, character, length, target } of links.toReversed()) {
		const before = lines[line] ?? '';
		const [start, end] = [before.slice(0, character), before.slice(character + length)];
		const place = target.line === undefined ? '' : `(${target.line})`;
		lines[line] = `${start}[${before.slice(character, character + length)}]${place}${end}`;
	}
	return lines.join('\n');
}

test('each file is told with a link, its format and its counts', () => {
	assert.equal(
		shown(report({})),
		`# Paper Notes: what is indexed

1,200 papers from 1 file; 1 note. The last look took 12 ms.

## Corpus files

- [papers/a.bib]: BibTeX, 1,200 papers, 1 problem.
`,
	);
});

test('a file that was not read is told with the reason', () => {
	const files = [{ uri: 'file:///w/x.txt', papers: 0, problems: 0, note: 'No reader knows it.' }];
	assert.match(shown(report({ files })), /## Not read\n\n- \[x\.txt\]: No reader knows it\.\n/);
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
	const text = shown(report({}, codes));
	assert.ok(
		text.includes(`## Problems

4,001 problems in corpus files. Those of a file are underlined where you open it.

- missing-field (hint): 4,000 in [papers/a.bib] (3,000), [papers/b.bib] (995) and 5 more files
  - [papers/a.bib:42](41) No title. @paper[x]
  - and 3,999 more
- duplicate-key (warning): 1 in [papers/a.bib]
  - [papers/a.bib:1](0) word`),
		text,
	);
	assert.ok(text.split('\n').every((line) => line.length < 220));
});

test('a corpus of thousands of files names the first of them and counts the others', () => {
	const files = Array.from({ length: 5000 }, (_, index) => ({ ...BIB, uri: `file:///w/${index}.bib`, papers: 2 }));
	const text = shown(report({ files }));
	assert.ok(text.includes('- and 4,800 more files with 9,600 papers\n'), text.slice(-300));
	assert.equal(text.split('\n').length, 208);
});

test('while indexing, and when it was stopped, the report says so', () => {
	assert.match(shown(report({ indexing: true })), /Indexing is under way\./);
	assert.match(shown(report({ indexing: true, stopped: true })), /Indexing was stopped; "Papers: Continue Indexing"/);
});

test('an empty corpus says what to do', () => assert.match(shown(report({ files: [] })), /No corpus file was found\./));
