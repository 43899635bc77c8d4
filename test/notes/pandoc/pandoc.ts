/** How the real `pandoc` reads citations. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One cited paper. `prefix` and `suffix` have only letters and digits, since the rest is markup. */
export interface Cited {
	readonly key: string;
	readonly mode: 'parenthetical' | 'suppressAuthor' | 'inText';
	readonly prefix: string;
	readonly suffix: string;
}

/** The citations of a text in order, each with its papers. A citation inside another one belongs to it. */
export type Groups = readonly (readonly Cited[])[];

/** Reads each code block as Markdown, each on its own, so that one process does for all texts. */
const FILTER = `
function CodeBlock(block)
  return pandoc.Div(pandoc.read(block.text, 'markdown').blocks)
end
`;

/** The first line of \`pandoc --version\`; undefined where there is no Pandoc. */
export function pandocVersion(): string | undefined {
	const { stdout, status } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
	return status === 0 ? stdout.split('\n')[0] : undefined;
}

/** The citations that Pandoc finds in each text. */
export function readByPandoc(texts: readonly string[]): Groups[] {
	const folder = mkdtempSync(join(tmpdir(), 'pandoc-'));
	try {
		const filter = join(folder, 'read.lua');
		writeFileSync(filter, FILTER);
		const blocks = texts.map((text) => ({ t: 'CodeBlock', c: [['', [], []], text] }));
		const input = JSON.stringify({ 'pandoc-api-version': [1, 22], meta: {}, blocks });
		const { stdout, stderr, status } = spawnSync('pandoc', ['-f', 'json', '-t', 'json', '--lua-filter', filter], {
			input,
			encoding: 'utf8',
			maxBuffer: 1e9,
		});
		if (status !== 0) {
			throw new Error(`pandoc: ${stderr}`);
		}
		return (JSON.parse(stdout) as { readonly blocks: readonly Node[] }).blocks.map(groupsIn);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** A node of Pandoc's document, as its JSON has it. */
type Node = { readonly t: string; readonly c?: unknown };

interface CitationNode {
	readonly citationId: string;
	readonly citationMode: { readonly t: string };
	readonly citationPrefix: readonly Node[];
	readonly citationSuffix: readonly Node[];
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 't' in value;
}

function groupsIn(value: unknown): Groups {
	if (isNode(value) && value.t === 'Cite') {
		return [citedIn(value)];
	}
	if (Array.isArray(value)) {
		return value.flatMap(groupsIn);
	}
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(groupsIn) : [];
}

function citedIn({ c }: Node): Cited[] {
	const [citations] = c as [readonly CitationNode[]];
	return citations.flatMap(({ citationId, citationMode, citationPrefix, citationSuffix }) => [
		...groupsIn(citationPrefix).flat(),
		{
			key: citationId,
			mode: MODES[citationMode.t] ?? 'parenthetical',
			prefix: lettersOf(textOf(citationPrefix)),
			suffix: lettersOf(textOf(citationSuffix)),
		},
		...groupsIn(citationSuffix).flat(),
	]);
}

const MODES: Readonly<Record<string, Cited['mode']>> = {
	AuthorInText: 'inText',
	SuppressAuthor: 'suppressAuthor',
	NormalCitation: 'parenthetical',
};

function textOf(value: unknown): string {
	if (Array.isArray(value)) {
		return value.map(textOf).join('');
	}
	if (typeof value === 'string') {
		return value;
	}
	if (!isNode(value)) {
		return '';
	}
	switch (value.t) {
		case 'Code':
		case 'Math':
		case 'RawInline':
		case 'Quoted':
		case 'Cite':
			return textOf((value.c as readonly unknown[]).at(-1));
		case 'Link':
		case 'Image':
		case 'Span':
			return textOf((value.c as readonly unknown[])[1]);
		default:
			return textOf(value.c);
	}
}

/** The letters and digits of a text. */
export function lettersOf(text: string): string {
	return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
