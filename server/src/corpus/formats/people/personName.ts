/** Whether a stretch of text can be the name of an author, and how good a name it is. */

import { isParticle, isTeam } from './authorName.ts';
import { isFunctionWord } from './functionWords.ts';
import { isSuffix } from './nameSuffix.ts';

/** What else the file tells about words. */
export interface NameEvidence {
	/** Words that stand as whole names of authors elsewhere in the file: `Xingtai Lv`. */
	readonly names: ReadonlySet<string>;
	/** The given names among them: `Xingtai`. */
	readonly givenNames: ReadonlySet<string>;
	/** Words that stand in lower case in running text: no likely parts of a name. */
	readonly commonWords: ReadonlySet<string>;
}

const INITIALS = /^(?:\p{Lu}\p{M}?\.?-?)(?:\p{Lu}\p{M}?\.-?)*$/u;
const NICKNAME = /^[("“'‘]\p{Lu}[\p{L}\p{M}.]*[)"”'’]$/u;
const NAME_PART = /^(?:\p{Ll}{1,3}['’-])?\p{Lu}[\p{L}\p{M}]*(?:['’‘`ʼ.-]\p{L}[\p{L}\p{M}]*)*\.?['’]?$/u;
/** `Hyuk joon Kwon`, `Schulte im Walde`: rare, and most lower-case words are none. */
const LOWER_PART = /^\p{Ll}[\p{L}\p{M}'’-]{1,9}$/u;
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
/** Where a capital within a name is usual: `McCann`, `MacDonald`, `DeYoung`, `LaToya`, `O'Brien`, `Al-Rfou`. */
const USUAL_INNER_CAPITAL = /^(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|St|El|Al)(?=\p{Lu})/u;
/** `JiWoo`, `DongHyun`, `MinhQuang`: two short syllables, each with a capital. */
const TWO_SYLLABLES = /^(?:\p{Lu}(?:(?<=[AEIOUY])|[^aeiouyA-Z]{0,2}[aeiouy]{1,3})(?:ng|nh|[nklmptrhcs])?){2}$/u;
/** `QAAdnen` of `VideoQAAdnen` */
const ACRONYM_START = /^\p{Lu}{2}\p{L}/u;
const CAPITALS = /^\p{Lu}{2,}s?$/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāăąēĕėęěīĭįıōŏőœūŭůűųơưαεηιουωаеиоуыэюяäöü]/i;

const SILENT_NAMES = new Set(['Ng', 'Md', 'Mrs', 'Chr']);

/** A syllable of Chinese in pinyin; two or three in a row are a given name, and few English words. */
const PINYIN =
	/^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang?|iong|ong|[ei]ng?|i?ao|ia|ie|iu|u?ai|u[ao]?|uang?|un|u?o|ou|ei|[üv]e?|ue|ui|er?|a|i)){1,3}$/i;

/** In characters. */
const MAX_NAME_LENGTH = 120;

/**
 * Points for `name` as an author's, on the scale of `titleEndScore`: 6 for a name that stands elsewhere, about 1 for what
 * looks like one, less for what does not; nothing where it cannot be one.
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

/** Two words are the rule; three are usual with a particle or a middle name; one is rare, and so are more. */
function lengthScore(words: readonly string[]): number {
	const count = words.filter((word) => !isParticle(word) && !INITIALS.test(word)).length;
	return [-6, words.length > 1 ? 0 : -4, 1, 0, -2][count] ?? -4;
}

/** Organisations like capitals: `BigScience Workshop`, `NLLB Team`, `DeepSeek-AI`. */
function teamScore(words: readonly string[], { commonWords }: NameEvidence): number {
	const common = words.filter((word) => commonWords.has(word.toLowerCase())).length;
	const inner = words.filter((word) => INNER_CAPITAL.test(word.replace(/AI$/, ''))).length;
	const named = words.length > 1 || /[-\p{Ll}]AI$/u.test(words[0] ?? '') ? 1.5 : -3;
	return named - Math.max(0, common - 1) - inner;
}

function givenScore(word: string, { givenNames, commonWords }: NameEvidence): number {
	const known = givenNames.has(word);
	const likely = known ? 3 : PINYIN.test(word.replace('-', '')) ? 1.5 : 0;
	const shape = partScore(word, commonWords) * (known ? 0.3 : 1);
	return likely + shape - (isParticle(word) ? 3 : 0) - (ACRONYM_START.test(word) ? 2 : 0);
}

/** Points against one word of a name: an acronym, a word of the language, a capital within, no vowel. */
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
