/** Titles in MODS: `<titleInfo>` with its parts. */

import type { XmlElement } from '../xml/xmlElement.ts';
import { elementAt, elementsAt } from '../xml/xmlQuery.ts';
import { richTextIn } from '../xml/xmlRichText.ts';

/** The title itself, as opposed to abbreviated, translated and alternative ones, which have a `type`. */
function mainInfo(element: XmlElement | undefined): XmlElement | undefined {
	const infos = element ? elementsAt(element, 'titleInfo') : [];
	return infos.find(({ attributes }) => !attributes.has('type')) ?? infos[0];
}

/** The element that holds the title's own words. */
export function mainTitle(element: XmlElement): XmlElement | undefined {
	return elementAt(mainInfo(element), 'title');
}

/** `The`, `Tempest` and `a comedy` give `The Tempest: a comedy`. The number of a part follows. */
export function titleIn(element: XmlElement | undefined): string | undefined {
	const info = mainInfo(element);
	return info && titleOf(info);
}

/** The same for a title of that type: `abbreviated`. */
export function titleOfType(element: XmlElement | undefined, type: string): string | undefined {
	const info = element && elementsAt(element, 'titleInfo').find(({ attributes }) => attributes.get('type') === type);
	return info && titleOf(info);
}

function titleOf(info: XmlElement): string | undefined {
	const [article, title, subtitle, part, partName] = ['nonSort', 'title', 'subTitle', 'partNumber', 'partName'].map(
		(name) => {
			const found = elementAt(info, name);
			return found ? richTextIn(found) : '';
		},
	);
	if (!title) {
		return undefined;
	}
	// Catalogues keep the blank or the apostrophe with the article: `L'`.
	const start = !article || /['’-]$/.test(article) ? article : `${article} `;
	const whole = `${start ?? ''}${title}${subtitle ? `: ${subtitle}` : ''}`;
	return [whole, part, partName].filter(Boolean).join('. ');
}
