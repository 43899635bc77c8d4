/** Rendering with the styles that the extension ships, straight from the packages that have them. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { shippedFiles } from '../../server/shippedFiles.ts';
import type { Citeproc } from '../../server/src/citeproc/citeproc.ts';
import type { Cite, CslData, Rendering, RenderOrder } from '../../server/src/citeproc/rendering.ts';
import type { ShippedTree } from '../../server/src/citeproc/shippedTree.ts';
import { StyleEngines } from '../../server/src/citeproc/styleEngines.ts';

const styles = shippedFiles('styles');
const locales = shippedFiles('locales');

export const citeproc: Citeproc = createRequire(import.meta.filename)('citeproc');

/** A shipped style, or a locale as `locales/de-DE`. */
export function readShipped(name: string): ShippedTree | undefined {
	const locale = /^locales\/(.*)/.exec(name)?.[1];
	const path = locale === undefined ? styles.get(name) : locales.get(locale);
	const data = path && JSON.parse(readFileSync(path, 'utf8'));
	return locale === undefined ? data?.[name] : data;
}

/** Engines as the thread has them. */
export const engines = new StyleEngines(() => citeproc, { read: readShipped });

export const ASH: CslData = {
	type: 'article-journal',
	title: 'On trees',
	author: [
		{ family: 'Ash', given: 'Jo' },
		{ family: 'Elm', given: 'Al' },
	],
	'container-title': 'Wood',
	volume: '3',
	page: '1-9',
	issued: { 'date-parts': [[2020, 5]] },
	DOI: '10.1000/1',
};
export const OAK: CslData = {
	type: 'book',
	title: 'Oaks',
	author: [{ family: 'Oak', given: 'Ann' }],
	publisher: 'Forest Press',
	'publisher-place': 'Kew',
	issued: { 'date-parts': [[2021]] },
};

/** One paper in brackets. */
export function cite(paper: number, more: Partial<Cite> = {}): Cite {
	return { paper, mode: 'parenthetical', ...more };
}

/** The rendering as plain text, which must not fail. */
export function rendering(
	style: string,
	citations: readonly (readonly Cite[])[],
	{ papers = [ASH, OAK], ...more }: Partial<RenderOrder> = {},
): Rendering {
	const order = { locale: '', format: 'text', listed: [], entriesMs: 60_000, ...more } as const;
	const rendered = engines.render({ style: { shipped: style }, papers, citations, ...order });
	if ('fault' in rendered) {
		throw new Error(rendered.fault);
	}
	return rendered;
}
