import type { ExportFormat } from '../../corpus/writers/writers.ts';
import { type ExportResponse, exportRequest } from '../../exchangeProtocol.ts';
import { paperDetails, paperDetailsAt } from '../../features/card/paperDetails.ts';
import { type CitedInNotes, citedInNotes, exportedPaper } from '../../features/exporting/citedInNotes.ts';
import { type Handler, mustBeOpen } from '../answering.ts';
import { canonicalUri } from '../documents.ts';
import { OwnParams } from '../ownParams.ts';
import type { Session } from '../session.ts';

/** Writes a paper, or what a note cites, as text of a bibliography. */
export const exporting: Handler = {
	listen(session) {
		const { connection } = session;
		connection.onRequest(exportRequest, async (raw: unknown): Promise<ExportResponse | null> => {
			mustBeOpen(session);
			session.index.yieldToRequests();
			session.index.catchUp();
			try {
				return await exported(session, new OwnParams(session, raw));
			} catch (error) {
				connection.console.error(`${exportRequest}: ${error instanceof Error ? error.stack : String(error)}`);
				return null;
			}
		});
	},
};

async function exported(session: Session, params: OwnParams): Promise<ExportResponse | null> {
	// What is written is known before the writers are loaded, while another edit may come.
	const found = papersMeant(session, params);
	const { WRITERS } = await import('#writers');
	const format = params.text('format') ?? '';
	if (!found || !Object.hasOwn(WRITERS, format)) {
		return null;
	}
	return session.documents.respelled({
		text: WRITERS[format as ExportFormat](found.papers),
		papers: found.papers.length,
		leftOut: found.leftOut,
	});
}

function papersMeant(session: Session, params: OwnParams): CitedInNotes | undefined {
	const { workspace, files } = session;
	const [key, place, written] = [params.text('key'), params.place(), params.text('uri')];
	const uri = written === undefined ? undefined : canonicalUri(written, files);
	if (key === undefined && !place) {
		return uri === undefined ? undefined : citedInNotes(workspace, [uri]);
	}
	const details =
		key === undefined
			? place && paperDetailsAt(workspace, place.document.uri, place.offset)
			: paperDetails(workspace, key, uri);
	return details && { papers: [exportedPaper(details.paper, details.key, [details.key])], leftOut: [] };
}
