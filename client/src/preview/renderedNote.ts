/** The HTML of a rendered note's parts. What the server renders is safe; everything else is escaped here. */

import { previewMessages } from '../../../server/src/messages/preview.ts';
import type { RenderedCitation, RenderedPaper, RenderResponse } from '../../../server/src/renderProtocol.ts';

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** One line, as the server gives the text of citations. */
export function oneLine(text: string): string {
	return text.trim().replace(/[ \t\r\n]+/g, ' ');
}

/** The citation with the number `index` in the note, with the cards of its papers. */
export function citationHtml(note: RenderResponse, citation: RenderedCitation, index: number): string {
	const [first] = citation.papers;
	const shown = note.isNoteStyle
		? `${citation.lead === undefined ? '' : `${citation.lead}`}<sup><a href="#paper-note-${index}">${index + 1}</a></sup>`
		: citation.html;
	const entry = first === undefined || note.bibliography.length === 0 ? undefined : `#paper-entry-${first}`;
	const hasLink = /<a\b/.test(shown);
	const linked = entry === undefined || hasLink ? shown : `<a class="paper-link" href="${entry}">${shown}</a>`;
	const cards = citation.papers.flatMap((place) => note.papers[place] ?? []).map(cardHtml);
	const card = cards.length === 0 ? '' : `<span class="paper-card" role="tooltip">${cards.join('')}</span>`;
	return `<span class="paper-citation" id="paper-citation-${index}" tabindex="0">${linked}${card}</span>`;
}

function cardHtml({ title, authors, published, abstract }: RenderedPaper): string {
	const lines = [
		['paper-title', title],
		['paper-authors', authors],
		['paper-published', published],
		['paper-abstract', abstract],
	].filter(([, text]) => text !== '');
	return lines.map(([name = '', text = '']) => `<span class="${name}">${escaped(text)}</span>`).join('');
}

/** The notes of a note style, then the list, each entry with links back to its citations. */
export function bibliographyHtml(note: RenderResponse): string {
	const problem = note.problem === undefined ? '' : `<p class="paper-problem">${escaped(note.problem)}</p>`;
	const notes = note.isNoteStyle ? note.citations.map(footnote).join('') : '';
	const heading =
		note.heading === undefined || note.bibliography.length === 0 ? '' : `<h2>${escaped(note.heading)}</h2>`;
	const entries = note.bibliography.map(({ paper, html }) => {
		const backs = note.citations.flatMap(({ papers }, index) => (papers.includes(paper) ? [backLink(index)] : []));
		const text = html ?? escaped(note.papers[paper]?.title ?? '');
		return `<div class="paper-entry" id="paper-entry-${paper}">${text}<span class="paper-backs">${backs.join(' ')}</span></div>`;
	});
	const list = entries.length === 0 ? '' : `<div class="paper-bibliography" role="list">${entries.join('')}</div>`;
	return `${problem}${notes === '' ? '' : `<div class="paper-notes">${notes}</div>`}${heading}${list}`;
}

function footnote({ html }: RenderedCitation, index: number): string {
	return `<p id="paper-note-${index}">${index + 1}. ${html} ${backLink(index)}</p>`;
}

function backLink(index: number): string {
	const label = escaped(previewMessages.backTo(index + 1));
	return `<a href="#paper-citation-${index}" title="${label}" aria-label="${label}">↩</a>`;
}
