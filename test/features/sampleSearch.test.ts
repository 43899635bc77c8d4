/** What people write finds the right paper first: in the sample workspace, while a note is written that cites many. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { searchPapers } from '../../server/src/features/paperSearch.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { corpusOf, uriOf } from '../support/workspaceOf.ts';

const SAMPLE = join(import.meta.dirname, '../../sample');

const URI = uriOf('/attention.md');

const workspace = sample();

/** The sample's papers, its note on attention being written, the other in a folder. */
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
