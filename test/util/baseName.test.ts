import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseName } from '../../server/src/util/baseName.ts';

test('the last part of an address, as people write it', () => {
	assert.equal(baseName('file:///a/my%20papers.bib'), 'my papers.bib');
	assert.equal(baseName('file:///a/%E6%96%87.md'), '文.md');
	assert.equal(baseName('untitled:Untitled-1'), 'untitled:Untitled-1');
	assert.equal(baseName('note.md'), 'note.md');
	assert.equal(baseName('file:///a/'), '');
});

test('a percent sign that encodes nothing stays', () => {
	assert.equal(baseName('file:///a/50%.md'), '50%.md');
	assert.equal(baseName('file:///a/%ff.md'), '%ff.md');
});
