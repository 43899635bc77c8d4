import {
	type FormattedPaperResponse,
	formattedPaperRequest,
	type RenderResponse,
	renderRequest,
} from '../../renderProtocol.ts';
import { answerOwnRarely, type Handler } from '../answering.ts';

/** Citations and bibliographies as a citation style writes them. */
export const rendering: Handler = {
	listen(session) {
		answerOwnRarely<RenderResponse | null>(session, renderRequest, async (rare, params) => {
			const { renderedNote } = await import('#rendering');
			return renderedNote(session, rare, params);
		});
		answerOwnRarely<FormattedPaperResponse | null>(session, formattedPaperRequest, async (rare, params) => {
			const { formattedPaper } = await import('#rendering');
			return formattedPaper(session, rare, params);
		});
	},
};
