/** In all available real records, no rendering shows markup, and none loses a word. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EntryScanner } from '../../../server/src/corpus/formats/bibtex/entryScanner.ts';
import type { Format } from '../../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../../server/src/corpus/formats/formats.ts';
import type { CslItem } from '../../../server/src/corpus/paper.ts';
import { markdownText, plainText } from '../../../server/src/corpus/text/richText.ts';
import type { RichText } from '../../../server/src/util/textKinds.ts';
import { sharedTexts } from './sharedTexts.ts';

const LEAKS = {
	command: /\\[A-Za-z]+|\\['"`^~=.]/,
	brace: /[{}]/,
	tag: /<\/?[A-Za-z][\w:.-]*(?:\s[^<>]*)?\/?>/,
	entity: /&(?:[A-Za-z]{2,}|#\d+|#x[0-9a-f]+);/i,
};

/**
 * What may look like a leak and is none, at most so many: sets and directions in crystals (`{src, mt}`, `{001}`), a
 * question in angle brackets, and one title that three exporters have broken one after the other.
 */
const ALLOWED: Readonly<Record<keyof typeof LEAKS, number>> = { command: 1, brace: 19, tag: 2, entity: 0 };

/** Pieces that look like words: of a broken accent, a formula, a CDATA section, the address behind a link's text. */
const NO_WORDS = 5;

const WORD = /(?<![\p{L}\p{N}])\p{L}{3,}(?![\p{L}\p{N}])/gu;

/** The words of `source` that touch no command, mathematics, tag or reference, in any format. */
function wordsOf(source: string): readonly string[] {
	const prose = source
		.replace(/(?<!\\)%.*\n\s*/g, '\\')
		.replace(/[{}]/g, '')
		.replace(/\$([<>][-+=]?[<>]?)\$/g, '$1')
		.replace(/<\/?[A-Za-z][^<>]*>|&#?\w+;|\$[^$]*\$/g, '\\')
		.replace(/\S*\\[A-Za-z] +\S*|\S*\\\S*/g, ' ');
	return prose.match(WORD) ?? [];
}

/** The text that an editor shows for `markdown`. */
function shown(markdown: string): string {
	return markdown.replace(/(?<!\\)\*+/g, '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function texts({ title, abstract, ...item }: CslItem): readonly RichText[] {
	return [title, abstract, item['container-title']].filter((text) => text !== undefined);
}

/** BibTeX fields that are always rendered. */
const SOURCES: ReadonlySet<string> = new Set(['title', 'subtitle', 'abstract']);

/** What the record at `start` says in its file; for formats other than BibTeX, what their readers have found. */
function sources(format: Format, file: string, start: number): readonly string[] | undefined {
	if (format.name !== 'BibTeX') {
		return undefined;
	}
	const fields = new EntryScanner(file, () => {}).entryAt(start)?.fields ?? [];
	// A second field of the same name is a problem and is not used.
	const used = fields.filter(({ name }, index) => fields.findIndex((field) => field.name === name) === index);
	const named = used.filter(({ name, pieces }) => SOURCES.has(name) && pieces.length === 1);
	return named.flatMap(({ pieces }) => pieces.map((piece) => file.slice(piece.start, piece.end)));
}

function visibleWords(renderings: readonly string[]): ReadonlySet<string> {
	return new Set(renderings.join(' ').match(/\p{L}+/gu));
}

const KINDS = ['command', 'brace', 'tag', 'entity'] as const;

test('no rendering of a title, an abstract or a container leaks markup or loses a word', (context) => {
	const files = sharedTexts();
	const counts = { renderings: 0, words: 0 };
	const leaks: Record<keyof typeof LEAKS, string[]> = { command: [], brace: [], tag: [], entity: [] };
	const lost: string[] = [];
	for (const text of files) {
		const format = formatOf(text);
		for (const { item, span } of format?.read(text, { report: () => {} }) ?? []) {
			const rich = texts(item);
			const plain = rich.map((each) => plainText(each));
			const markdown = rich.map((each) => shown(markdownText(each)));
			const [inPlain, inMarkdown] = [visibleWords(plain), visibleWords(markdown)];
			const words = ((format && sources(format, text, span.start)) ?? rich).flatMap(wordsOf);
			counts.renderings += plain.length + markdown.length;
			counts.words += words.length;
			lost.push(...words.filter((word) => !inPlain.has(word) || !inMarkdown.has(word)));
			for (const kind of KINDS) {
				leaks[kind].push(...[...plain, ...markdown].filter((rendering) => LEAKS[kind].test(rendering)));
			}
		}
	}
	const sums = KINDS.map((kind) => `${kind} ${leaks[kind].length}`).join(', ');
	context.diagnostic(`${files.length} files, ${counts.renderings} renderings; leaks: ${sums}`);
	context.diagnostic(`${counts.words} words, ${lost.length} lost`);
	for (const kind of KINDS) {
		assert.ok(leaks[kind].length <= 2 * ALLOWED[kind], `${kind}: ${leaks[kind].join('\n')}`);
	}
	assert.ok(lost.length <= NO_WORDS, lost.join('\n'));
});
