/** Writes papers as CSL-JSON. `custom` holds what CSL has no variable for, as CSL's schema intends. */

import type { PaperExtra } from '../paper.ts';
import type { ExportedPaper } from './exportedPaper.ts';

export function writeCslJson(papers: readonly ExportedPaper[]): string {
	return `${JSON.stringify(papers.map(cslObject), undefined, 2)}\n`;
}

function cslObject({ key, item, extra }: ExportedPaper): object {
	const { attachments: _, attachmentFolders: __, ...custom }: PaperExtra = extra;
	return { ...item, id: key, ...(Object.keys(custom).length > 0 ? { custom } : {}) };
}
