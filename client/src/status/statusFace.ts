/** The content of the status bar item for a status. Independent of VS Code. */

import { reportMessages } from '../../../server/src/messages/report.ts';
import { statusMessages } from '../../../server/src/messages/status.ts';
import type { StatusSummary } from '../../../server/src/protocol.ts';

export interface StatusFace {
	/** Includes an icon. */
	readonly text: string;
	/** Without icons, for the tooltip and for screen readers. */
	readonly label: string;
	/** The command that a click runs. */
	readonly command: string;
	/** Further commands in the tooltip, with their titles. */
	readonly offers?: readonly (readonly [title: string, command: string])[];
}

export type IndexingState = 'complete' | 'running' | 'stopped' | 'failed';

export function stateOf({
	indexing,
	stopped,
	failure,
}: Pick<StatusSummary, 'indexing' | 'stopped' | 'failure'>): IndexingState {
	if (failure !== undefined) {
		return 'failed';
	}
	return stopped ? 'stopped' : indexing ? 'running' : 'complete';
}

const HELP = [
	[reportMessages.chooseLibrary, 'paperNotes.chooseLibrary'],
	[reportMessages.openSample, 'paperNotes.openSample'],
] as const;

export function faceOf(summary: StatusSummary): StatusFace {
	// Provisional papers can be cited already, so the count includes them.
	const status = { ...summary, papers: summary.papers + (summary.seen ?? 0) };
	const papers = statusMessages.papers(status.papers);
	const percent = status.progress === undefined ? undefined : Math.floor(status.progress * 100);
	const toReport = { command: 'paperNotes.showIndexReport' };
	switch (stateOf(status)) {
		case 'running':
			return status.papers === 0
				? { ...toReport, text: `$(sync~spin) ${statusMessages.reading}`, label: statusMessages.runningWithoutPapers }
				: {
						...toReport,
						text: `$(sync~spin) ${papers}${percent === undefined ? '' : ` ${percent} %`}`,
						label: statusMessages.running(status, percent),
					};
		case 'stopped':
			return {
				text: `$(debug-pause) ${papers} · ${statusMessages.stopped}`,
				label: statusMessages.stoppedAt(status),
				command: 'paperNotes.continueIndexing',
			};
		case 'failed':
			return {
				...toReport,
				text: `$(warning) ${papers} · ${statusMessages.failed}`,
				label: statusMessages.failedAt(status),
			};
		default:
			return status.papers === 0
				? { ...toReport, text: `$(book) ${statusMessages.noPapers}`, label: statusMessages.foundNone, offers: HELP }
				: { ...toReport, ...complete(status, papers) };
	}
}

/** If notes use a syntax that is not enabled, a light bulb beside the count shows that there is something to do. */
function complete(status: StatusSummary, papers: string): Pick<StatusFace, 'text' | 'label' | 'offers'> {
	const label = statusMessages.complete(status);
	return status.offers
		? {
				text: `$(book) ${papers} $(lightbulb)`,
				label: `${label} ${reportMessages.pandocUnread}`,
				offers: [[reportMessages.readPandoc, 'paperNotes.readPandoc']],
			}
		: { text: `$(book) ${papers}`, label };
}
