/** The titles of an entry and of the work that contains it, each with its subtitle. */

import { type RichText, richText } from '../../../util/textKinds.ts';
import type { EntryFields } from './entryFields.ts';
import type { EntryType } from './entryTypes.ts';
import { journalOfMacro } from './journalMacros.ts';

/** `title: subtitle`. A whole book with only a `booktitle` uses that. An addition (`titleaddon`) is no part of the title. */
export function titleOf({ isPart }: EntryType, fields: EntryFields): RichText | undefined {
	const title = withSubtitle(fields.text('title'), fields.text('subtitle'));
	return title ?? (isPart ? undefined : fields.text('booktitle', 'maintitle')) ?? fields.text('titleaddon');
}

/** The title of the work that contains the entry: journal, book, proceedings, or a website's series. */
export function containerTitle(type: EntryType, fields: EntryFields): RichText | undefined {
	const journal = withSubtitle(journalTitle(fields), fields.text('journalsubtitle'));
	const book = withSubtitle(fields.text('booktitle'), fields.text('booksubtitle'));
	const main = withSubtitle(fields.text('maintitle'), fields.text('mainsubtitle'));
	const isBookPart = type.type === 'chapter' || type.type === 'paper-conference' || type.type === 'entry-encyclopedia';
	const holder = isBookPart
		? (book ?? journal)
		: type.type === 'book'
			? book
			: type.type === 'thesis'
				? (book ?? journal)
				: (journal ?? book);
	const container = holder ?? (fields.has('title') ? main : undefined);
	// Some exporters repeat the title of a book as its `booktitle`.
	return type.isPart === undefined && isSame(container, fields.text('title')) ? undefined : container;
}

function withSubtitle(title: RichText | undefined, subtitle: RichText | undefined): RichText | undefined {
	if (title === undefined || subtitle === undefined) {
		return title;
	}
	return richText(/[:?!.…–—]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`);
}

function isSame(container: RichText | undefined, title: RichText | undefined): boolean {
	return container === undefined || container.toLowerCase() === title?.toLowerCase();
}

/** ADS and others write `\\apj` for a journal. */
export function journalTitle(fields: EntryFields): RichText | undefined {
	const source = fields.source('journaltitle') || fields.source('journal');
	return journalOfMacro(source) ?? fields.text('journaltitle', 'journal');
}
