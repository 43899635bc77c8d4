import { type NoteConversionResponse, noteConversionRequest } from '../../exchangeProtocol.ts';
import { answerOwnRarely, type Handler } from '../answering.ts';
import { toRange } from '../convert.ts';
import { filesOf, planRefusal } from '../planEdit.ts';

/** Converts all citations of a note to the other syntax. */
export const noteConversion: Handler = {
	listen(session) {
		answerOwnRarely<NoteConversionResponse | null>(session, noteConversionRequest, ({ conversionPlan }, params) => {
			const document = params.document();
			const to = params.text('to');
			const conversion =
				document && conversionPlan(session.workspace, document.uri, to === 'paper' || to === 'pandoc' ? to : undefined);
			if (!document || !conversion) {
				return null;
			}
			if (conversion === 'choose') {
				return { choose: true, edits: [], left: [] };
			}
			const { plan, left } = conversion;
			const refused = planRefusal(plan, filesOf(document));
			return refused
				? { edits: [], left: [], ...refused }
				: {
						edits: plan.edits.map(({ range, newText }) => ({ range, newText })),
						left: left.map(({ span, text, reason }) => ({ range: toRange(document, span), text, reason })),
					};
		});
	},
};
