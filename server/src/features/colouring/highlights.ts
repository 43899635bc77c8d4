import { locatorsIn } from '../../notes/locator.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { holdsNoPapers } from '../findings/noPapers.ts';

export interface Highlight {
	readonly span: Span;
	readonly known: boolean;
	/** Whether it names several papers. */
	readonly ambiguous: boolean;
	/** Whether its paper has another key now. Such a reference is not known, unless another paper has taken the key. */
	readonly renamed: boolean;
}

/** The references of a note to colour. References reported as unknown or renamed are marked. */
export function highlights(workspace: WorkspaceView, uri: string): Highlight[] {
	const view = workspace.in(uri);
	const citations = view.note(uri)?.citations ?? [];
	const isOpenQuestion = !view.complete || holdsNoPapers(view);
	return citations.flatMap(({ items, closed }) =>
		items
			.map((item) => ({ item, known: isOpenQuestion || view.resolve(item.reference).length > 0 }))
			// References that cannot be keys or are not closed are still being typed or reported as malformed.
			.filter(({ item, known }) => !item.problem && (closed || known))
			.map(({ item, known }) => ({
				span: item.referenceSpan,
				known,
				ambiguous: !isOpenQuestion && view.resolve(item.reference).length > 1,
				renamed: view.formerly(item.reference) !== undefined,
			})),
	);
}

/** The locators of a note to colour: `p. 12` after a key. One that goes on in another line has no colour of its own. */
export function locatorHighlights(view: WorkspaceView, uri: string): Span[] {
	const note = view.note(uri);
	const written = (note?.citations ?? []).flatMap(({ items }) => items.flatMap(({ locator }) => locator ?? []));
	return written
		.filter(({ text, span }) => note?.text.slice(span.start, span.end) === text)
		.flatMap(({ text, span }) =>
			locatorsIn(text).map(({ start, end }) => ({ start: span.start + start, end: span.start + end })),
		);
}
