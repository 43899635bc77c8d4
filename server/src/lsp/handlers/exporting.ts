import type { ExportFormat } from '../../corpus/writers/writers.ts';
import { type ExportResponse, exportRequest } from '../../exchangeProtocol.ts';
import { paperDetails, paperDetailsAt } from '../../features/card/paperDetails.ts';
import type { CitedInNotes } from '../../features/exporting/citedInNotes.ts';
import { isCell, notebookOf } from '../../util/notebookCell.ts';
import { answerOwnRarely, type Handler, type RareFeatures } from '../answering.ts';
import { canonicalUri } from '../documents.ts';
import type { OwnParams } from '../ownParams.ts';
import type { Session } from '../session.ts';

/** Writes a paper, or what a note cites, as text of a bibliography. */
export const exporting: Handler = {
	listen(session) {
		answerOwnRarely<ExportResponse | null>(session, exportRequest, async (rare, params) => {
			const { WRITERS } = await import('#writers');
			const found = papersMeant(session, rare, params);
			const format = params.text('format') ?? '';
			return found && Object.hasOwn(WRITERS, format)
				? { text: WRITERS[format as ExportFormat](found.papers), papers: found.papers.length, leftOut: found.leftOut }
				: null;
		});
	},
};

function papersMeant(
	{ workspace, files }: Session,
	{ citedInNotes, exportedPaper }: RareFeatures,
	params: OwnParams,
): CitedInNotes | undefined {
	const [key, place, written] = [params.text('key'), params.place(), params.text('uri')];
	const uri = written === undefined ? undefined : canonicalUri(written, files);
	if (key === undefined && !place) {
		const isMeant = (note: string): boolean => isCell(note) && notebookOf(note) === notebookOf(uri ?? '');
		const cells = [...workspace.noteUris()].filter(isMeant);
		return uri === undefined ? undefined : citedInNotes(workspace, cells.length > 0 ? cells : [uri]);
	}
	const details =
		key === undefined
			? place && paperDetailsAt(workspace, place.document.uri, place.offset)
			: paperDetails(workspace, key, uri);
	return details && { papers: [exportedPaper(details.paper, details.key, [details.key])], leftOut: [] };
}
