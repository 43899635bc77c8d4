/** What a title says about which paper it names. */

import { foldedWords } from '../../util/fold.ts';
import type { PlainText } from '../../util/textKinds.ts';
import { numberOfWord } from './numerals.ts';

/** A language or a note that databases add at the end: `[Russian]`, `[Article in French]`. */
const ENDING_NOTE = /\s*\[[\p{L} ,;/'’-]{3,40}\][.\s]*$/u;
const ERRATUM = /erratum|corrig|correct|retract|reply|comment/i;
/** What kind of text it is, said in parentheses anywhere: `(abstract)`, `(panel session)`. */
const KIND_NOTE =
	/\((?:(?:abstracts?|only|review|letter|poster|panel|session|tutorial|keynote|invited|talk|extended|short|full|long|paper|summary|translation|transl|article|preprint|provisional|meeting|author['’]?s)[\s.,-]*)+\)/giu;
/** The same before the title: `Tutorial: ...`. */
const KIND_START = /^(?:tutorial|panel|keynote|poster|invited (?:talk|paper))\s*[:.]\s+/i;
const WHOLE_IN_BRACKETS = /^\[([^[\]]+)\]\s*\.?$/u;

/** The folded words of a title, without what databases add to it: `[Oat bran in rats]. [Russian]`. */
export function titleWords(title: PlainText): readonly string[] {
	const hasNotes = /[\])]/.test(title) || KIND_START.test(title);
	return foldedWords(hasNotes ? withoutNotes(title) : title);
}

function withoutNotes(title: PlainText): PlainText {
	const named = title.replace(KIND_NOTE, ' ').trim().replace(KIND_START, '');
	const note = ENDING_NOTE.exec(named);
	const rest = note === null || note.index === 0 || ERRATUM.test(note[0]) ? named : named.slice(0, note.index).trim();
	return WHOLE_IN_BRACKETS.exec(rest)?.[1] ?? (rest || title);
}

/** The start of a title of something that refers to another paper: an erratum, a reply. In folded words. */
const NOTICE =
	/^(?:(?:author|publisher|editorial)s? )?(?:errat(?:um|a)|corrigend(?:um|a)|addendum|retract(?:ion|ed)|expression of concern|corrections?(?: (?:to|notice)\b|$)|(?:author s |authors )?(?:repl(?:y|ies)|response|rejoinder|rebuttal|comments?|commentary|discussion)(?: (?:to|on|of|by)\b|$)|re )/;

/** Whether the title is that of an erratum, a correction, a reply or a comment on another paper. */
export function isNotice(words: readonly string[]): boolean {
	return NOTICE.test(words.slice(0, 6).join(' '));
}

/** Titles that come back in every issue, alone or before a few more words. In folded words. */
const SERIAL_START =
	/^(?:(?:guest )?editor(?:ial|s|)\b|editor s\b|(?:a )?(?:message|letter|note|word|remarks|greetings|welcome)s? (?:from|by) (?:the )?|from the (?:editor|president|chair|desk)|(?:author|subject|keyword|volume|annual|cumulative) index|table of contents|in this issue|this (?:month|week|issue)|(?:book|media|software|literature) reviews?\b|letters? to the editors?|(?:list|acknowledge?ments?) (?:of|to) (?:the )?(?:reviewers|referees)|(?:chair|president|treasurer|secretary|director)(?: ?man| ?person)? ?s?(?: s)? (?:message|report|address|page|letter|column|corner|statement)|year in review|calendar of|calls? for (?:papers|participation)|reminiscences|recollections|front matter|back matter|issue information|title page)/;
const SERIAL_WHOLE =
	/^(?:the )?(?:(?:guest )?editorials?|index|indices|contents|news|(?:news|notes) and (?:notes|news|views|comments?)|notes|foreword|forward|preface|prologue|epilogue|introduction|general introduction|conclusions?|overview|summary|abstracts?|announcements?|calendar|obituar(?:y|ies)|in memoriam|correspondence|letters?|repl(?:y|ies)|response|comments?|commentary|discussion|question and answer|column|miscellan(?:y|ea)|errat(?:um|a)|corrigend(?:um|a)|corrections?|retraction|acknowledge?ments?|reviews?|proceedings|(?:invited|keynote) (?:talk|address|paper|speech)|keynote|panel|tutorial|welcome|masthead|cover|advertisements?|bibliography|glossary|appendix|untitled|no title(?: available)?|not available)$/;
const SERIAL_END = / (?:column|corner|newsletter|news)$/;

/** Titles of more words are no mere `Editorial`. */
const MAX_SERIAL_WORDS = 12;

/** Whether the title is generic or that of a series: `Editorial`, `Message from the chair`, `Author index`. */
export function isSerial(words: readonly string[]): boolean {
	if (words.length > MAX_SERIAL_WORDS) {
		return false;
	}
	const text = words.join(' ');
	return SERIAL_START.test(text) || SERIAL_WHOLE.test(text) || (words.length <= 4 && SERIAL_END.test(text));
}

/** The numbers in a title in order, so that `Part II` and `Part III` differ, and `C++` and `C#`. */
export function numbersIn(title: PlainText, words: readonly string[]): string {
	const numbers = words.flatMap((word) => numberOfWord(word) ?? word.match(/\d+/g) ?? []);
	const signs = title.match(/(?<=\b\p{L})(?:\+\+|#)/gu) ?? [];
	return [...numbers, ...signs].join(' ');
}
