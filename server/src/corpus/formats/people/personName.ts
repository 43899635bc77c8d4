/** Scores how plausible a text is as the name of an author. */

import { isParticle, isTeam } from './authorName.ts';
import { isFunctionWord } from './functionWords.ts';
import { isSuffix } from './nameSuffix.ts';

/** What the rest of the file reveals about words. */
export interface NameEvidence {
	/** Whole names of authors elsewhere in the file: `Xingtai Lv`. */
	readonly names: ReadonlySet<string>;
	/** The given names among them: `Xingtai`. */
	readonly givenNames: ReadonlySet<string>;
	/** Words that occur in lower case in running text and so are unlikely parts of a name. */
	readonly commonWords: ReadonlySet<string>;
}

const INITIALS = /^(?:\p{Lu}\p{M}?\.?-?)(?:\p{Lu}\p{M}?\.-?)*$/u;
const NICKNAME = /^[("“'‘]\p{Lu}[\p{L}\p{M}.]*[)"”'’]$/u;
const NAME_PART = /^(?:\p{Ll}{1,3}['’-])?\p{Lu}[\p{L}\p{M}]*(?:['’‘`ʼ.-]\p{L}[\p{L}\p{M}]*)*\.?['’]?$/u;
/** `Hyuk joon Kwon`, `Schulte im Walde`: rare, and most words in lower case are not part of a name. */
const LOWER_PART = /^\p{Ll}[\p{L}\p{M}'’-]{1,9}$/u;
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
/** Names in which an inner capital is common: `McCann`, `MacDonald`, `DeYoung`, `LaToya`, `O'Brien`, `Al-Rfou`. */
const USUAL_INNER_CAPITAL = /^(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|St|El|Al)(?=\p{Lu})/u;
/** `JiWoo`, `DongHyun`, `MinhQuang`: two short syllables, each with a capital. */
const TWO_SYLLABLES = /^(?:\p{Lu}(?:(?<=[AEIOUY])|[^aeiouyA-Z]{0,2}[aeiouy]{1,3})(?:ng|nh|[nklmptrhcs])?){2}$/u;
/** An acronym attached to a name: `QAAdnen` in `VideoQAAdnen`. */
const ACRONYM_START = /^\p{Lu}{2}\p{L}/u;
const CAPITALS = /^\p{Lu}{2,}s?$/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāăąēĕėęěīĭįıōŏőœūŭůűųơưαεηιουωаеиоуыэюяäöü]/i;

const SILENT_NAMES = new Set(['Ng', 'Md', 'Mrs', 'Chr']);

/** A Chinese syllable in pinyin. Two or three in a row form a given name, and rarely an English word. */
const PINYIN =
	/^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang?|iong|ong|[ei]ng?|i?ao|ia|ie|iu|u?ai|u[ao]?|uang?|un|u?o|ou|ei|[üv]e?|ue|ui|er?|a|i)){1,3}$/i;

/** In characters. */
const MAX_NAME_LENGTH = 120;

/**
 * Score of `name` as an author's name, on the scale of `titleEndScore`: 6 for a name found elsewhere in the file, about
 * 1 for text that looks like a name, less for other text; undefined if it cannot be a name.
 */
export function nameScore(name: string, evidence: NameEvidence): number | undefined {
	const words = name.length > MAX_NAME_LENGTH ? [] : name.split(' ');
	const lower = words.filter((word) => LOWER_PART.test(word) && !isParticle(word));
	if (words.length === 0 || words.length > 6 || lower.length > 1 || words[0] === lower[0] || !words.every(isNameWord)) {
		return undefined;
	}
	if (evidence.names.has(name)) {
		return 6;
	}
	if (isTeam(words)) {
		return isParticle(words[0] ?? '') || words.length > 4 ? undefined : teamScore(words, evidence);
	}
	const people = words.filter((word) => !isSuffix(word));
	const [given = '', ...rest] = people;
	const shape = rest.reduce((sum, word) => sum + partScore(word, evidence.commonWords), lengthScore(people));
	return shape + givenScore(given, evidence);
}

function isNameWord(word: string): boolean {
	return (
		(LOWER_PART.test(word) && !isFunctionWord(word)) ||
		NAME_PART.test(word) ||
		INITIALS.test(word) ||
		isParticle(word) ||
		isSuffix(word) ||
		NICKNAME.test(word)
	);
}

/**
 * Two words are most common. Three are common with a particle or a middle name. One word is rare, and so are more than
 * three.
 */
function lengthScore(words: readonly string[]): number {
	const count = words.filter((word) => !isParticle(word) && !INITIALS.test(word)).length;
	return [-6, words.length > 1 ? 0 : -4, 1, 0, -2][count] ?? -4;
}

/** Teams often have unusual capitals: `BigScience Workshop`, `NLLB Team`, `DeepSeek-AI`. */
function teamScore(words: readonly string[], { commonWords }: NameEvidence): number {
	const common = words.filter((word) => commonWords.has(word.toLowerCase())).length;
	const inner = words.filter((word) => INNER_CAPITAL.test(word.replace(/AI$/, ''))).length;
	const named = words.length > 1 || /[-\p{Ll}]AI$/u.test(words[0] ?? '') ? 1.5 : -3;
	return named - Math.max(0, common - 1) - inner;
}

function givenScore(word: string, { givenNames, commonWords }: NameEvidence): number {
	const known = givenNames.has(word);
	const familiarity = known ? 3 : PINYIN.test(word.replace('-', '')) ? 1.5 : 0;
	const shape = partScore(word, commonWords) * (known ? 0.3 : 1);
	return familiarity + shape - (isParticle(word) ? 3 : 0) - (ACRONYM_START.test(word) ? 2 : 0);
}

/** Penalty for one word of a name: an acronym, a common word, an inner capital, no vowel. */
function partScore(word: string, commonWords: ReadonlySet<string>): number {
	if (INITIALS.test(word) || isParticle(word) || NICKNAME.test(word)) {
		return 0;
	}
	const common = (commonWords.has(word.toLowerCase()) ? -2 : 0) - (LOWER_PART.test(word) ? 3 : 0);
	const inner = INNER_CAPITAL.test(word.replace(USUAL_INNER_CAPITAL, '')) ? (TWO_SYLLABLES.test(word) ? -0.5 : -3) : 0;
	const capitals = CAPITALS.test(word) ? -2.5 : /\p{Lu}{2}/u.test(word) ? -3 : 0;
	const silent = VOWEL.test(word.normalize('NFD')) || SILENT_NAMES.has(word) ? 0 : -2;
	return common + inner + capitals + silent;
}
