/** Each format is recognized by its content, and other files are not taken for any format. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { arxivDigest } from '../../server/src/corpus/formats/arxiv/arxivDigest.ts';
import { cslJson } from '../../server/src/corpus/formats/csl/cslJson.ts';
import { cslYaml } from '../../server/src/corpus/formats/csl/cslYaml.ts';
import { authorPage } from '../../server/src/corpus/formats/listings/authorPage.ts';
import { compactListing } from '../../server/src/corpus/formats/listings/compactListing.ts';

const ROOT = join(import.meta.dirname, '../..');
const FORMATS = [arxivDigest, authorPage, compactListing, cslJson, cslYaml];

/** The names of the formats that accept `text`. */
function check(text: string, ...names: readonly string[]): void {
	assert.deepEqual(
		FORMATS.filter((format) => format.accepts(text.slice(0, 16_384))).map(({ name }) => name),
		names,
		text.slice(0, 200),
	);
}

test('each format accepts its own files and no other does', () => {
	check('[{"id": "a", "type": "book", "title": "T"}]', 'CSL-JSON');
	check('{"id": "a", "title": "T", "author": [{"family": "X"}]}', 'CSL-JSON');
	check('---\nreferences:\n- id: a\n  type: book\n  title: T\n...\n', 'CSL-YAML');
	check('# T\n\n**Authors**: A B\n\n**Link**: [PDF](https://arxiv.org/pdf/2506.14731)\n', 'arXiv digest');
	check('CLMay 1, 2024\nOn Rays\n\nAnn Lee et al.\n\nText.\n', 'author page');
	check('CLMay 1, 2024\nOn RaysAnn Lee et al.\nText.\n', 'compact paper listing');
});

test('a head that is cut off is enough', () => {
	check(`[{"id": "a", "type": "article", "title": "T", "abstract": "${'long '.repeat(5000)}"}]`, 'CSL-JSON');
	check(`CLMay 1, 2024\nOn RaysAnn Lee et al.\n${'long '.repeat(5000)}`, 'compact paper listing');
});

test('notes, manifests, settings, code and data are none of them', () => {
	check('# A note\n\nSee @paper[a].\n\n- id: x\n- y\n');
	check('---\ntitle: A note\nreferences:\n- id: a\n  type: book\n  title: T\n---\n\n# A note\n');
	check('# A paper\n\n**Authors**: Ann Lee\n\n**Abstract**: Text.\n\n## My thoughts\n');
	check('- milk\n- bread\n');
	check('services:\n- id: web\n  type: docker\n');
	check('{"name": "x", "version": "1.0.0", "type": "module", "author": "Ann"}');
	check('[{"id": 1, "title": "buy milk", "done": false}]');
	check('{"type": "FeatureCollection", "features": []}');
	check('@article{a, title = {T}}');
	check('I met Ann on\nMay 1, 2024\nand then left.\n');
	check('');
});

test('the files of this project are none of them', () => {
	for (const file of [
		'package.json',
		'tsconfig.json',
		'README.md',
		'test/corpus/authorPage.test.ts',
		'sample/README.md',
	]) {
		check(readFileSync(join(ROOT, file), 'utf8'));
	}
	check(readFileSync(join(ROOT, 'sample/notes/attention.md'), 'utf8'));
	check(readFileSync(join(ROOT, 'sample/papers/digest.md'), 'utf8'), 'arXiv digest');
	check(readFileSync(join(ROOT, 'sample/papers/transformers.json'), 'utf8'), 'CSL-JSON');
});
