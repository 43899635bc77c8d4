/** Scores how plausible a text is as a title, judged by its end: it should be a whole word. */

import { isFunctionWord } from '../people/functionWords.ts';

/** Words as written and in lower case, and the parts of both between hyphens. */
export interface TitleEvidence {
	/** Words of the paper's own abstract, which nearly always contains the last words of the title. */
	readonly abstractWords: ReadonlySet<string>;
	/** Words of all titles and abstracts in the file. */
	readonly fileWords: ReadonlySet<string>;
}

/** Characters that may surround a word: `(LLMs)`, `Diversity?`, `$k$`; but `C++` is a word. */
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu;
/** Marks after the last word, in French preceded by a space: `Que faire ?` */
const CLOSERS = /[\s?!)\]”"’»…]+$/;
/** Two words run together: `ModelsJi`, `RLJi`; but `LLMs` is one word. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}|\p{Lu}{2}(?!s$)\p{Ll}/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\d-]+s?$/u;
const LAST_PART = /[\p{L}\p{M}\p{N}]+$/u;
const WORD_BEFORE_CAPITAL = /[\p{L}\p{M}\p{N}]*\p{Ll}(?=\p{Lu}[\p{L}\p{M}]*$)/u;
const NUMBERED = /\d$/;
/** Endings that are common in English nouns and adjectives, but rare in given names. */
const WORD_ENDING =
	/(?:ing|ings|tion|sion|ment|ness|ity|ics?|ance|ence|ency|ship|ism|age|ure|als?|ers?|ors?|ies|[^aeiou]es|[^s]s|ed|ogy|aphy|work|able|ible|ive|ful|ous|ist|ech|ext|est|ask|ata|ph)$/;

/** Common last words of titles, for papers without an abstract. */
const LAST_WORDS = new Set(
	`algorithms analysis approach benchmark challenge control corpora corpus data dataset datasets design domain evaluation
	feedback framework generation graph graphs inference knowledge language languages learning method methods model models
	network networks optimization parsing performance perspective problem problems reasoning report representations retrieval
	review robots scale search space speech study supervision survey system systems task tasks text training transformer
	transformers translation understanding video vision words world`.split(/\s+/),
);

/** In characters. Of a longer word, only the end is considered. */
const MAX_WORD_LENGTH = 80;

/** Score of `title` as a complete title: 4 means it almost certainly ends here, -3 that it does not. */
export function titleEndScore(title: string, evidence: TitleEvidence): number {
	const end = title.slice(-MAX_WORD_LENGTH).replace(CLOSERS, '');
	const chunk = end.slice(end.lastIndexOf(' ') + 1);
	const word = chunk.replace(EDGES, '');
	const closed = /[?!)\]”"’}$%…]$/.test(title) ? 1.5 : 0;
	return closed + familiarity(word, evidence) + shapeOf(word);
}

function familiarity(word: string, evidence: TitleEvidence): number {
	// `AN` in `ANNE` is not the `an` of the abstract.
	const whole = ACRONYM.test(word) ? word : word.toLowerCase();
	const { abstractWords, fileWords } = evidence;
	if (isFunctionWord(whole)) {
		return -3;
	}
	if (abstractWords.has(whole)) {
		return 4;
	}
	const part = LAST_PART.exec(whole)?.[0] ?? whole;
	if (abstractWords.has(part) || hasOtherForm(part, abstractWords)) {
		return part.length > 2 ? 3 : 1;
	}
	if (fileWords.has(part) || LAST_WORDS.has(part) || hasOtherForm(part, fileWords)) {
		return 2.5;
	}
	return beginsWithWord(word, evidence) ? -3 : -1;
}

/** Whether an unknown `word` is a known one with something attached: `ModelsShu` in `ModelsShuYi Xie`. */
function beginsWithWord(word: string, { abstractWords, fileWords }: TitleEvidence): boolean {
	const start = WORD_BEFORE_CAPITAL.exec(word)?.[0].toLowerCase() ?? '';
	return (
		start.length > 3 &&
		(abstractWords.has(start) || fileWords.has(start) || LAST_WORDS.has(start) || WORD_ENDING.test(start))
	);
}

/** `models` is known from `model`, and `policy` from `policies`. */
function hasOtherForm(word: string, words: ReadonlySet<string>): boolean {
	const stem = word.replace(/(?:ies|es|s|y|ing|ed|e)$/, '');
	return stem.length > 2 && ['', 's', 'es', 'ies', 'y', 'ing', 'ed', 'e'].some((ending) => words.has(stem + ending));
}

function shapeOf(word: string): number {
	if (ACRONYM.test(word) || NUMBERED.test(word)) {
		return 0.5;
	}
	const cut = word.length < 2 ? -4 : word.length < 3 ? -1.5 : 0;
	const inner = INNER_CAPITAL.test(word) ? -1 : 0;
	return cut + inner + (WORD_ENDING.test(word) ? 1 : 0);
}
