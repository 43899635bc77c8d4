/** Titles as PubMed writes them. */

import type { RichSource } from '../../../util/textKinds.ts';

/** Undefined for `[Not Available].`, which stands for a title that nobody has translated into English. */
export function translatedTitle<Title extends RichSource>(title: Title | undefined): Title | undefined {
	return title === undefined || /^\[not available\]\.?$/i.test(title) ? undefined : title;
}

/**
 * Removes the full stop that PubMed adds to every title: `Prehistoric genomics.`, but `... in the U.S.` keeps its own.
 */
export function plainPubmedTitle(title: RichSource): RichSource {
	const ending = title.slice(-12);
	return /(?:[^\s.]{2,}|[\])>])\.$/u.test(ending) && !/\.\p{Lu}\.$/u.test(ending) ? title.slice(0, -1) : title;
}
