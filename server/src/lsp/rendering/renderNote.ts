/** Renders notes and papers in their citation style. */

import type { Rendering, RenderOrder } from '../../citeproc/rendering.ts';
import type { NoteCitations } from '../../features/rendering/noteCitations.ts';
import { renderingMessages } from '../../messages/rendering.ts';
import type { FormattedPaperResponse, RenderResponse } from '../../renderProtocol.ts';
import type { RareFeatures } from '../answering.ts';
import type { OwnParams } from '../ownParams.ts';
import type { Session } from '../session.ts';
import { type NoteStyle, noteStyle, STANDARD } from './noteStyle.ts';

/** Of a long bibliography, as much as is rendered in this many milliseconds: nobody waits longer for the citations. */
const ENTRIES_MS = 300;

/** The answer to `paperNotes/render`. */
export async function renderedNote(
	session: Session,
	rare: RareFeatures,
	params: OwnParams,
): Promise<RenderResponse | null> {
	const uri = params.document()?.uri;
	const cited = uri === undefined ? undefined : rare.noteCitations(session.workspace, uri);
	return uri !== undefined && cited ? htmlOf(session, rare, { uri, cited }) : null;
}

/** The answer to `paperNotes/formattedPaper`. */
export async function formattedPaper(
	session: Session,
	rare: RareFeatures,
	params: OwnParams,
): Promise<FormattedPaperResponse | null> {
	const [uri, key] = [params.document()?.uri ?? params.text('uri'), params.text('key')];
	const cited = uri === undefined || key === undefined ? undefined : rare.onePaper(session.workspace, uri, key);
	if (uri === undefined || !cited) {
		return null;
	}
	const { citations, entries, problem } = await rendered(session, { uri, cited, format: 'text' });
	const written = { citation: citations[0] ?? '', entry: entries[0]?.text || citations[0] || '' };
	return { ...written, ...(problem === undefined ? {} : { problem }) };
}

interface Cited {
	readonly uri: string;
	readonly cited: NoteCitations;
}

async function htmlOf(
	session: Session,
	{ citationHtml }: RareFeatures,
	{ uri, cited }: Cited,
): Promise<RenderResponse> {
	const result = await rendered(session, {
		uri,
		cited,
		format: 'html',
	});
	let next = 0;
	return {
		citations: cited.citations.map(({ text, line, cites, unknown }) => {
			const [html, lead] = cites.length > 0 ? [result.citations[next], result.leads[next]] : [];
			next += cites.length > 0 ? 1 : 0;
			const papers = cites.map(({ paper }) => paper);
			return { text, line, html: citationHtml(html, unknown), papers, ...(lead ? { lead } : {}) };
		}),
		papers: cited.papers,
		bibliography: cited.fields.hasNoList ? [] : result.entries.flatMap(entryOf),
		isNoteStyle: result.isNoteStyle,
		isComplete: result.isComplete && session.workspace.complete,
		...(cited.fields.heading === undefined ? {} : { heading: cited.fields.heading }),
		...(result.problem === undefined ? {} : { problem: result.problem }),
	};
}

/** A style without a bibliography has empty entries. */
function entryOf({ paper, text }: Rendering['entries'][number]): RenderResponse['bibliography'] {
	if (text === undefined) {
		return [{ paper }];
	}
	return text === '' ? [] : [{ paper, html: text }];
}

/** In the style of the note, or in APA with the reason. */
export async function rendered(
	session: Session,
	{ uri, cited, format }: Cited & { readonly format: RenderOrder['format'] },
): Promise<Rendering & { readonly problem?: string }> {
	const style = await noteStyle(session, uri, cited.fields.style);
	const order = (source: NoteStyle['source']): RenderOrder => ({
		style: source,
		locale: cited.fields.language ?? session.workspace.settings(uri).citationLocale,
		format,
		papers: cited.data,
		citations: cited.citations.flatMap(({ cites }) => (cites.length > 0 ? [cites] : [])),
		listed: cited.listed,
		entriesMs: ENTRIES_MS,
	});
	const first = await session.render(order(style.source));
	if (!('fault' in first)) {
		return style.problem === undefined ? first : { ...first, problem: style.problem };
	}
	const second = await session.render(order(STANDARD.source));
	if ('fault' in second) {
		throw new Error(second.fault);
	}
	return { ...second, problem: renderingMessages.broken(style.name, first.fault) };
}
