/**
 * Papers that do not exist, as many as wanted, the same for the same seed: what a bench reads where no real corpus is
 * large enough. Words follow Zipf's law, as they do in abstracts, and share beginnings (`re`, `con`, `multi`), since that
 * is what makes a typed prefix expensive. How often two words of titles begin with the same three, four and five letters
 * (0.7, 0.4 and 0.3 in a hundred pairs), how often two authors do, and how long words are, was set by 9,227 records of
 * the ACL Anthology, as was the commonest family name's share.
 */

import { seededRandom } from '../support/random.ts';

export interface GeneratedPaper {
	readonly key: string;
	readonly title: string;
	/** Each as `[given, family]`. */
	readonly authors: readonly (readonly [string, string])[];
	readonly year: number;
	readonly venue: string;
	readonly category: string;
	readonly doi: string;
	readonly arxiv: string | undefined;
	readonly abstract: string;
}

/** Abstracts of about 1.2 kB make entries of about 1.7 kB, as in the ACL Anthology. */
export function* generatedPapers(count: number, seed = 1): Generator<GeneratedPaper> {
	const random = seededRandom(seed);
	const language = languageOf(random);
	for (let index = 0; index < count; index++) {
		yield paper(index, language, random);
	}
}

/** One BibTeX entry, with its line end. */
export function toBibtex(paper: GeneratedPaper): string {
	const authors = paper.authors.map(([given, family]) => `${family}, ${given}`).join(' and ');
	const eprint = paper.arxiv ? `  eprint = {${paper.arxiv}},\n  archiveprefix = {arXiv},\n` : '';
	return `@inproceedings{${paper.key},
  title = {${paper.title}},
  author = {${authors}},
  booktitle = {${paper.venue}},
  year = {${paper.year}},
  doi = {${paper.doi}},
${eprint}  keywords = {${paper.category}},
  abstract = {${paper.abstract}}
}
`;
}

type Draw = () => string;

interface Language {
	readonly general: Draw;
	readonly topics: readonly Draw[];
	readonly family: Draw;
	readonly given: Draw;
	readonly venues: readonly string[];
}

const SMALL_WORDS = 'the of and in to a we for is that on with this by are as our an from can which be it at or'.split(
	' ',
);
const BEGINNINGS = 'con re trans pre in de inter multi sub un pro ex com dis self non'.split(' ');
const ENDINGS = 'ing tion al ity ment er ive ed s ly ance ism able ic ous ation ful ness ize ors'.split(' ');
const ONSETS = 'b ch d f g h j k l m n p r s sh t v w y z st kr br tr gr pl sp cl fr'.split(' ');
const VOWELS = 'a e i o u ai ei ou ia a e o'.split(' ');
const CODAS = 'n ng s r l m k t th v nd rt ns ck'.split(' ');
const COMMON_FAMILIES =
	'Wang Zhang Li Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Kim Lee Park Smith Singh'.split(' ');

function languageOf(random: () => number): Language {
	const stems = distinct(6_000, () => stem(random));
	const words = distinct(40_000, () => word(stems, random));
	const families = [...COMMON_FAMILIES, ...distinct(100_000, () => name(random))];
	const givens = distinct(6_000, () => name(random));
	return {
		general: zipf(words, 8, random),
		topics: Array.from({ length: 400 }, () => zipf(sample(words, 100, random), 2, random)),
		family: zipf(families, 3, random),
		given: zipf(givens, 6, random),
		venues: Array.from(
			{ length: 200 },
			(_, index) => `Proceedings of the Conference on ${titleCase(words[index * 7] ?? '')}`,
		),
	};
}

function paper(index: number, language: Language, random: () => number): GeneratedPaper {
	const topic = pick(language.topics, random);
	const authors = Array.from({ length: 1 + Math.floor(random() ** 2 * 9) }, () => person(language, random));
	const year = 2026 - Math.floor(random() ** 2 * 36);
	const title = titleOf(topic, language, random);
	const family = authors[0]?.[1].toLowerCase() ?? 'anonymous';
	const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
	return {
		key: `${family}${year}n${index}`,
		title,
		authors,
		year,
		venue: pick(language.venues, random),
		category: pick(['cs.CL', 'cs.LG', 'cs.AI', 'cs.CV', 'stat.ML'], random),
		doi: `10.${1000 + (index % 90)}/gen.${year}.${index}`,
		arxiv: random() < 0.5 ? `${String(year).slice(2)}${month}.${String(index % 100_000).padStart(5, '0')}` : undefined,
		abstract: Array.from({ length: 6 + Math.floor(random() * 7) }, () => sentence(topic, language, random)).join(' '),
	};
}

function person(language: Language, random: () => number): readonly [string, string] {
	const second = random() < 0.2 ? ` ${String.fromCharCode(65 + Math.floor(random() * 26))}.` : '';
	return [language.given() + second, language.family()];
}

/** One in four begins with a coined name, as `RLVE: ...` does. */
function titleOf(topic: Draw, language: Language, random: () => number): string {
	const words = Array.from({ length: 6 + Math.floor(random() * 8) }, () => {
		const draw = random();
		return draw < 0.2 ? pick(SMALL_WORDS, random) : titleCase(draw < 0.75 ? topic() : language.general());
	});
	return random() < 0.25 ? `${coinedName(random)}: ${words.join(' ')}` : words.join(' ');
}

function coinedName(random: () => number): string {
	const length = 3 + Math.floor(random() * 6);
	return Array.from({ length }, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('');
}

function sentence(topic: Draw, language: Language, random: () => number): string {
	const words = Array.from({ length: 14 + Math.floor(random() * 14) }, () => {
		const draw = random();
		return draw < 0.4 ? pick(SMALL_WORDS, random) : draw < 0.65 ? topic() : language.general();
	});
	return `${titleCase(words.join(' '))}.`;
}

/** About eight letters; one in seven begins as many others do, and many share a stem. */
function word(stems: readonly string[], random: () => number): string {
	const beginning = random() < 0.15 ? pick(BEGINNINGS, random) : '';
	return beginning + pick(stems, random) + (random() < 0.6 ? pick(ENDINGS, random) : '');
}

function stem(random: () => number): string {
	const syllables = Array.from(
		{ length: 1 + Math.floor(random() * 1.7) },
		() => pick(ONSETS, random) + pick(VOWELS, random),
	);
	return syllables.join('') + pick(CODAS, random);
}

function name(random: () => number): string {
	const syllables = Array.from(
		{ length: 1 + Math.floor(random() * 3) },
		() => pick(ONSETS, random) + pick(VOWELS, random),
	);
	return titleCase(syllables.join('') + (random() < 0.6 ? pick(CODAS, random) : ''));
}

function distinct(count: number, make: () => string): string[] {
	const made = new Set<string>();
	for (let tries = 0; made.size < count && tries < count * 20; tries++) {
		made.add(make());
	}
	return [...made];
}

function sample(words: readonly string[], count: number, random: () => number): string[] {
	return Array.from({ length: count }, () => words[Math.floor(random() ** 4 * words.length)] ?? '');
}

/** Draws the word of rank r with a probability of about 1 / (r + shift), as Mandelbrot mended Zipf's law. */
function zipf(words: readonly string[], shift: number, random: () => number): Draw {
	const scale = Math.log((words.length + shift) / shift);
	return () => words[Math.floor(shift * (Math.exp(random() * scale) - 1))] ?? words[0] ?? '';
}

function pick<T>(items: readonly T[], random: () => number): T {
	const item = items[Math.floor(random() * items.length)];
	if (item === undefined) {
		throw new Error('nothing to pick from');
	}
	return item;
}

function titleCase(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
