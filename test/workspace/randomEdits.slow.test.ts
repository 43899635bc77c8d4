/** After any sequence of changes, the workspace equals a new one built from the same content. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import type { WorkspaceChange } from '../../server/src/workspace/workspaceChange.ts';
import { filesIn } from '../support/fixture.ts';
import { randomFrom } from '../support/random.ts';
import { corpusOf } from '../support/workspaceOf.ts';

/** Few keys, so that notes share papers, papers share names, and corpora contradict each other. */
const CORPORA = [
	'@article{a, ids = {x}, doi = {10.1/1}}\n@article{b, title = {B}}\n@article{c, title = {C}}',
	'@article{a, title = {Another}, ids = {b}}\n@article{x, title = {X}}',
	'@article{c, title = {One}, author = {A, A}}\n@article{c, title = {Two}, author = {B, B}}',
].map((text) => corpusOf(filesIn(`//- /corpus.bib\n${text}`)));

const URIS = ['file:///1.md', 'file:///2.md', 'file:///3.md'];
const NAMES = ['a', 'b', 'c', 'x', '10.1/1', 'nobody'];
const PIECES = ['@paper[', ']', '; ', 'a', 'b', 'c', 'x', '10.1/1', '\n\n', '`', ' see @', ', p. 3', 'word ', '\r\n'];
/** Before what a note cites; mostly none. */
const FRONT_MATTERS = ['', '', '---\nbibliography: a.bib\n---\n', '---\nbibliography: [a.bib, b.bib]\n---\n'];

const ROUNDS = 40;
const CHANGES = 40;
const FIRST = Number(process.env['SEED'] ?? 1);

/** The current content: the model with which the workspace is compared. */
interface Model {
	readonly open: Map<string, string>;
	readonly onDisk: Map<string, string>;
	corpus: number;
}

function randomChange(model: Model, below: (limit: number) => number): WorkspaceChange {
	const uri = URIS[below(URIS.length)] ?? '';
	const pieces = Array.from({ length: below(12) }, () => PIECES[below(PIECES.length)]);
	const text = [FRONT_MATTERS[below(FRONT_MATTERS.length)], ...pieces].join('');
	const open = model.open.get(uri);
	switch (below(8)) {
		case 0:
			model.open.set(uri, text);
			return { kind: 'noteOpened', uri, text };
		case 1:
			if (open !== undefined) {
				model.open.delete(uri);
				model.onDisk.set(uri, open);
			}
			return { kind: 'noteClosed', uri };
		case 2:
			if (open === undefined) {
				model.onDisk.set(uri, text);
			}
			return { kind: 'noteRead', uri, text };
		case 3:
			if (open === undefined) {
				model.onDisk.delete(uri);
			}
			return { kind: 'noteGone', uri };
		case 4:
			model.corpus = below(CORPORA.length);
			return { kind: 'corpusReplaced', corpus: corpusAt(model.corpus) };
		default: {
			const from = below((open ?? '').length + 1);
			const to = Math.min(from + below(8), (open ?? '').length);
			if (open !== undefined) {
				model.open.set(uri, open.slice(0, from) + text + open.slice(to));
			}
			return { kind: 'noteEdited', uri, edits: [{ from, to, insert: text }] };
		}
	}
}

function corpusAt(index: number) {
	const corpus = CORPORA[index];
	assert.ok(corpus);
	return corpus;
}

function rebuilt({ open, onDisk, corpus }: Model): Workspace {
	const workspace = new Workspace(corpusAt(corpus));
	for (const [uri, text] of onDisk) {
		workspace.apply({ kind: 'noteRead', uri, text });
	}
	for (const [uri, text] of open) {
		workspace.apply({ kind: 'noteOpened', uri, text });
	}
	return workspace;
}

/** Everything that features can see, in a fixed order. */
function everythingSeen(workspace: Workspace): unknown {
	return {
		texts: URIS.map((uri) => workspace.note(uri)?.text),
		citations: URIS.map((uri) => workspace.note(uri)?.citations),
		namings: [...workspace.namings()].map((naming) => JSON.stringify(naming)).sort(),
		cited: [...URIS, undefined].map((uri) => [...workspace.cited(uri)].sort(([one], [other]) => one - other)),
		citing: NAMES.map((name) =>
			workspace.resolve(name).map(({ id }) =>
				workspace
					.citing(id)
					.map((place) => JSON.stringify(place))
					.sort(),
			),
		),
	};
}

test(`after random changes all is as if built anew (seeds from ${FIRST}; SEED=${FIRST} repeats them)`, () => {
	for (let seed = FIRST; seed < FIRST + ROUNDS; seed++) {
		const below = randomFrom(seed);
		const model: Model = { open: new Map(), onDisk: new Map(), corpus: 0 };
		const workspace = new Workspace(corpusAt(0));
		for (let step = 0; step < CHANGES; step++) {
			workspace.apply(randomChange(model, below));
			if (below(4) === 0) {
				assert.deepEqual(everythingSeen(workspace), everythingSeen(rebuilt(model)), `seed ${seed}, step ${step}`);
			}
		}
	}
});
