/** Citations with the full-width signs of Chinese and Japanese input methods. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fullWidthSigns } from '../../server/src/notes/fullWidthSigns.ts';
import { readNote } from '../../server/src/notes/note.ts';
import { queryAt } from '../../server/src/notes/query.ts';

/** The citations, each with its keys and locators, and as it is with the usual signs. */
function check(text: string, expected: readonly (readonly string[])[]): void {
	const found = readNote(text, { syntaxes: ['paper'] }).citations.map((citation) => {
		const signs = new Map(fullWidthSigns(text, citation).map(({ span, newText }) => [span.start, newText]));
		const usual = text.split('').map((sign, at) => signs.get(at) ?? sign);
		return [
			...citation.items.map(({ reference, locator }) => reference + (locator ? ` | ${locator.text}` : '')),
			usual.slice(citation.span.start, citation.span.end).join(''),
		];
	});
	assert.deepEqual(found, expected, text);
}

test('brackets, separators, marks and digits are read as the usual ones', () => {
	check('研究@paper【ash２００１；elm2002，p. 3】表明', [
		['ash2001', 'elm2002 | p. 3', '@paper[ash2001;elm2002,p. 3]'],
	]);
	check('＠paper［＋＠ash；－＠elm］', [['ash', 'elm', '@paper[+@ash;-@elm]']]);
	check('@paper[ash；elm]', [['ash', 'elm', '@paper[ash;elm]']]);
	check('@paper【ash、第３章】 me＠paper【no】', [['ash | 第３章', '@paper[ash,第３章]']]);
});

test('words before and after a key keep their signs', () => {
	check('@paper[ash, 第３章，见【图１】]', [['ash | 第３章，见【图１】', '@paper[ash, 第３章，见【图１】]']]);
	check('@paper[参见（１） @ash]', [['ash', '@paper[参见（１） @ash]']]);
});

test('a query may begin after a full-width bracket or semicolon', () => {
	for (const text of ['@paper【ash', '＠paper［x；ash', '@paper[x；ash]', '见@paper【x；参见 ＠ash】']) {
		const note = readNote(text, { syntaxes: ['paper'] });
		assert.equal(queryAt(note, text.indexOf('ash') + 3)?.query, 'ash', text);
	}
});
