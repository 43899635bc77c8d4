/** Maps the types of papers in tables to CSL types: those of Zotero, Scopus, OpenAlex, BibTeX and RIS. */

import { risType } from '../ris/risTypes.ts';

/** `journalArticle` is matched as `journal article`. The first that matches counts. */
const TYPES: readonly (readonly [type: string, written: RegExp])[] = [
	['thesis', /thesis|dissertation/],
	['article', /preprint|posted content|e-?print/],
	['chapter', /(?:book|monograph).*(?:chapter|section|part)|^chapter|^in ?(?:book|collection)/],
	['review-book', /book review/],
	['paper-conference', /conference|proceedings/],
	['article-newspaper', /newspaper/],
	['article-magazine', /magazine/],
	['post-weblog', /blog/],
	['post', /forum|instant message|tweet/],
	['entry-encyclopedia', /encyclopedia/],
	['entry-dictionary', /dictionary/],
	['article-journal', /journal|data ?paper|short survey|case report|clinical trial/],
	['report', /report|working paper/],
	['webpage', /web ?(?:page|site)/],
	['dataset', /data ?(?:set|base)/],
	['software', /software|computer program/],
	['patent', /patent/],
	['speech', /presentation|poster|talk/],
	['manuscript', /manuscript|unpublished/],
	['standard', /standard/],
	['motion_picture', /film|video|tv broadcast/],
	['song', /audio|podcast|radio/],
	['graphic', /artwork/],
	['legislation', /statute/],
	['legal_case', /^case$/],
	['hearing', /hearing/],
	['bill', /^bill$/],
	['interview', /interview/],
	['map', /^map$/],
	['book', /book|monograph/],
];

/** Kinds of contributions that journals print. */
const IN_JOURNALS = /article|review|editorial|letter|^note|erratum|correction|retract|comment|paper/;

/** The CSL type of what a table calls `written`. `isHeld`: whether it names a journal or book that it appeared in. */
export function csvType(written: string | undefined, isHeld: boolean): string {
	const words = (written ?? '')
		.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
		.replace(/[-_]/g, ' ')
		.toLowerCase()
		.trim();
	const found = TYPES.find(([, pattern]) => pattern.test(words))?.[0];
	if (found !== undefined) {
		return found;
	}
	if (words === '' || IN_JOURNALS.test(words)) {
		return isHeld ? 'article-journal' : words.includes('article') ? 'article' : 'document';
	}
	return risType(written ?? '');
}

/** Whether a work of this type has its own pages, rather than pages in a larger work. */
export function isWhole(type: string): boolean {
	return ['book', 'thesis', 'report', 'software', 'dataset', 'standard', 'manuscript', 'motion_picture'].includes(type);
}
