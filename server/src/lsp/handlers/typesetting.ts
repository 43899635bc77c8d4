import {
	type PastedCitationsResponse,
	pastedCitationsRequest,
	type TypesetResponse,
	typesetRequest,
} from '../../exchangeProtocol.ts';
import { answerOwnRarely, type Handler } from '../answering.ts';
import { toRange } from '../convert.ts';

/** Writes citations for LaTeX and Typst, and reads theirs in text that is pasted. */
export const typesetting: Handler = {
	listen(session) {
		const { workspace } = session;
		answerOwnRarely(session, typesetRequest, ({ typesetText }, params): TypesetResponse | null => {
			const document = params.document();
			const span = document && params.span('range', document);
			const to = params.text('to');
			const typeset = span && (to === 'latex' || to === 'typst') && typesetText(workspace, document.uri, { span, to });
			return typeset
				? {
						text: typeset.text,
						count: typeset.count,
						left: typeset.left.map(({ span: place, ...said }) => ({ range: toRange(document, place), ...said })),
					}
				: null;
		});
		answerOwnRarely(session, pastedCitationsRequest, ({ pastedCitations }, params): PastedCitationsResponse | null => {
			const place = params.place();
			const pasted = params.text('text');
			const at = place && pasted !== undefined ? { offset: place.offset, pasted } : undefined;
			return (place && at && pastedCitations(workspace, place.document.uri, at)) ?? null;
		});
	},
};
