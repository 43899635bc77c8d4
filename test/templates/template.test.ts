/** Templates of notes: what they can say, and what they cannot do. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { renderTemplate } from '../../server/src/templates/template.ts';

const DATA = {
	key: 'ash2020',
	title: 'On "Trees": a {{ b }} # c\u2028d',
	authors: [{ name: 'Jo Ash' }, { name: 'Al Elm' }, { name: 'Bo Oak' }],
	year: 2020,
};

test('filters write YAML, quotations, Markdown, names and slugs', () => {
	for (const [template, expected] of [
		['{{ year }} {{ nothing }}.', '2020 .'],
		['{{ authors | names: 2 }}', 'Jo Ash, Al Elm et al.'],
		['{{ authors | names }}', 'Jo Ash, Al Elm, Bo Oak'],
		['{{ authors | map: "name" | yaml }}', '[Jo Ash, Al Elm, Bo Oak]'],
		['{{ "Über Größe, a_b!" | slug }}', 'uber-große-a-b'],
		['{{ "a_b [c]" | markdown }}', 'a\\_b \\[c\\]'],
		['{{ "a\nb" | quote }}', '> a\n> b'],
		['{{ nothing | yaml }}', ''],
	] as const) {
		assert.equal(renderTemplate(template, DATA), expected, template);
	}
});

test('whatever a record says, YAML reads it back as it is', () => {
	for (const text of [
		DATA.title,
		'yes',
		'2020',
		'- a',
		"'",
		'a: b',
		' x',
		'@a',
		'*a',
		'null',
		'on',
		'2020-01-01',
		'!!str',
		'a\nb',
		'%',
		'[',
		'---',
	]) {
		const written = renderTemplate('a: {{ title | yaml }}\nb: 1\n', { title: text });
		assert.equal(typeof written, 'string');
		assert.deepEqual(parseDocument(String(written)).toJS(), { a: text, b: 1 }, JSON.stringify(text));
	}
});

test('a mistake has its place', () => {
	assert.deepEqual(renderTemplate('a\nb {{ key | nosuch }}', DATA), {
		fault: 'undefined filter: nosuch',
		line: 2,
		column: 3,
	});
	const open = renderTemplate('a\n\n{% if key %}b', DATA);
	assert.ok(typeof open !== 'string');
	assert.deepEqual([open.line, /not closed/.test(open.fault)], [3, true]);
});

test('a template reads no file, sees no prototype and is stopped', () => {
	assert.ok(typeof renderTemplate('{% include "package.json" %}', DATA) !== 'string');
	assert.equal(renderTemplate('{{ title.constructor.name }}{{ authors.constructor }}{{ __proto__ }}', DATA), '');
	for (const endless of [
		'{% for a in (1..100000000) %}{{ a }}{% endfor %}',
		'{% for a in (1..9999) %}{% for b in (1..9999) %}{% for c in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}',
		`${'a'.repeat(200_000)}`,
	]) {
		assert.ok(typeof renderTemplate(endless, DATA) !== 'string', endless.slice(0, 30));
	}
});
