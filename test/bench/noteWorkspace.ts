/**
 * Notes that do not exist, as many as wanted, the same for the same seed: prose of some 4 kB under headings, with lists,
 * code and links, as people keep it. Two in five cite nothing; the others cite one to twenty papers, and one citation in
 * two hundred is mistyped.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seededRandom } from '../support/random.ts';

/** What notes are made of. */
export interface NoteSources {
	/** The keys of the papers that they cite. */
	readonly keys: readonly string[];
	/** Texts from which their sentences are taken. */
	readonly prose: readonly string[];
}

export interface WrittenNotes {
	/** Paths in the folder. */
	readonly paths: readonly string[];
	readonly bytes: number;
	readonly citations: number;
	/** Citations of keys that no paper has. */
	readonly mistyped: number;
}

/** In characters. */
const NOTE_LENGTH = 4000;

/** Notes in one folder. */
const FOLDER_SIZE = 100;

const SHARE_WITHOUT_CITATIONS = 0.4;
const MAX_CITATIONS = 20;
const SHARE_MISTYPED = 0.005;

/** Writes so many notes below `folder`. */
export function writeManyNotes(folder: string, count: number, sources: NoteSources): WrittenNotes {
	const random = seededRandom(7);
	const paths: string[] = [];
	const made = { bytes: 0, citations: 0, mistyped: 0 };
	for (let index = 0; index < count; index++) {
		const path = `notes/${Math.floor(index / FOLDER_SIZE)}/note ${index}.md`;
		const text = noteText(index, random, sources, made);
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
		made.bytes += Buffer.byteLength(text);
		paths.push(path);
	}
	return { paths, ...made };
}

interface Counts {
	citations: number;
	mistyped: number;
}

function noteText(index: number, random: () => number, sources: NoteSources, counts: Counts): string {
	const cited = random() < SHARE_WITHOUT_CITATIONS ? 0 : 1 + Math.floor(random() ** 2 * MAX_CITATIONS);
	const parts = [frontMatter(index, random), `# Note ${index}\n`];
	let length = 0;
	let written = 0;
	while (length < NOTE_LENGTH) {
		const isDue = written < cited && written / cited <= length / NOTE_LENGTH;
		const part = isDue ? citingParagraph(random, sources, counts) : plainPart(random, sources);
		written += isDue ? 1 : 0;
		length += part.length;
		parts.push(part);
	}
	return parts.join('\n');
}

function frontMatter(index: number, random: () => number): string {
	return random() < 0.3 ? `---\ntitle: Note ${index}\ntags: [reading, draft]\n---\n` : '';
}

function citingParagraph(random: () => number, { keys, prose }: NoteSources, counts: Counts): string {
	const isMistyped = random() < SHARE_MISTYPED;
	const key = pick(keys, random);
	counts.citations++;
	counts.mistyped += isMistyped ? 1 : 0;
	const written = isMistyped ? key.slice(0, 2) + key.slice(3) : key;
	return `${sentence(prose, random)} @paper[${written}${random() < 0.2 ? ', p. 12' : ''}] ${sentence(prose, random)}\n`;
}

function plainPart(random: () => number, { prose }: NoteSources): string {
	const draw = random();
	if (draw < 0.1) {
		return `## ${sentence(prose, random)}\n`;
	}
	if (draw < 0.25) {
		return `- ${sentence(prose, random)}\n- [ ] ${sentence(prose, random)}\n  - see [[Note ${Math.floor(random() * 1000)}]]\n`;
	}
	if (draw < 0.32) {
		return '```python\n@dataclass\nclass Run:\n    name: str  # "a <b>" & $x_1$\n```\n';
	}
	if (draw < 0.36) {
		return `Written to someone@example.org, see <https://example.org/a_b?c=d> and [this](./other.md "that").\n`;
	}
	return `${sentence(prose, random)} **${sentence(prose, random)}** It costs $5, or $x^2 + y$; \`code\`.\n`;
}

/** Some of the text's first words. */
function sentence(prose: readonly string[], random: () => number): string {
	const words = pick(prose, random).split(' ');
	const start = Math.floor(random() * Math.max(1, words.length - 12));
	return words.slice(start, start + 8 + Math.floor(random() * 12)).join(' ');
}

function pick(items: readonly string[], random: () => number): string {
	return items[Math.floor(random() * items.length)] ?? '';
}
