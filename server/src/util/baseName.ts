import { notebookOf } from './notebookCell.ts';

/** The last part of a URI's path, decoded: `file:///a/my%20papers.bib` gives `my papers.bib`; of a cell, its notebook's. */
export function baseName(uri: string): string {
	const file = notebookOf(uri);
	const last = file.slice(file.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}
