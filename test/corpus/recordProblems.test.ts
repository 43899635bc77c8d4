/** Problems of records in formats that use the common checks. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedFormat } from '../../server/src/corpus/formats/checkedFormat.ts';
import { cslJson } from '../../server/src/corpus/formats/csl/cslJson.ts';
import { cslYaml } from '../../server/src/corpus/formats/csl/cslYaml.ts';
import { type Format, readAll } from '../../server/src/corpus/formats/format.ts';

/** The problems of `text`, each as `code at the text it marks`. */
function check(format: Format, text: string, ...problems: readonly string[]): void {
	assert.deepEqual(
		readAll(checkedFormat(format), text).problems.map(
			({ code, span }) => `${code} at ${text.slice(span.start, span.end)}`,
		),
		problems,
	);
}

test('an identifier that cannot be is marked where it is written', () => {
	check(cslJson, '[{"id": "a", "type": "book", "title": "T", "DOI": "doi.org"}]', 'malformed-identifier at doi.org');
	check(
		cslYaml,
		'references:\n- id: a\n  type: book\n  title: T\n  ISBN: 978-1-4028-9462-7\n',
		'malformed-identifier at 978-1-4028-9462-7',
	);
	check(cslJson, '[{"id": "a", "type": "book", "title": "T", "DOI": "10.1000/182", "ISBN": "9781402894626"}]');
});

test('an impossible date is marked where it is written so, else at the key', () => {
	check(
		cslJson,
		'[{"id": "a", "type": "book", "title": "T", "issued": {"raw": "2015-02-30"}}]',
		'impossible-date at 2015-02-30',
	);
	check(
		cslJson,
		'[{"id": "key1", "type": "book", "title": "T", "issued": {"date-parts": [[2015, 2, 30]]}}]',
		'impossible-date at key1',
	);
	check(cslJson, '[{"id": "a", "type": "book", "title": "T", "issued": {"date-parts": [[2016, 2, 29]]}}]');
});

test('a key that no citation can hold is marked', () => {
	check(cslJson, '[{"id": "smith, 2009", "type": "book", "title": "T"}]', 'uncitable-key at smith, 2009');
});
