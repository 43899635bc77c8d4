/** A new literature note: its name and its text. */

import type { Paper } from '../../corpus/corpus.ts';
import { renderTemplate, type TemplateFault } from '../../templates/template.ts';
import { notePath } from './noteName.ts';
import { paperFields } from './paperFields.ts';
import { STANDARD_TEMPLATE } from './standardTemplate.ts';

export interface NewNoteOrder {
	/** The key by which notes cite the paper. */
	readonly key: string;
	/** Undefined for the standard one. */
	readonly template: string | undefined;
	/** A template of the name. */
	readonly fileName: string;
}

export type NewNote =
	/** `path`: below the folder of literature notes, without extension. */
	{ readonly path: string; readonly text: string } | ({ readonly wrong: 'template' | 'fileName' } & TemplateFault);

export function newNote(paper: Paper, { key, template = STANDARD_TEMPLATE, fileName }: NewNoteOrder): NewNote {
	const fields = paperFields(paper, key);
	const text = renderTemplate(template, fields);
	if (typeof text !== 'string') {
		return { wrong: 'template', ...text };
	}
	const name = renderTemplate(fileName, withoutSlashes(fields));
	if (typeof name !== 'string') {
		return { wrong: 'fileName', ...name };
	}
	return { path: notePath(name) ?? notePath(key.replaceAll('/', '_')) ?? 'note', text };
}

/** A slash in a key or a title is no folder. */
function withoutSlashes(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const entries = Object.entries(fields);
	return Object.fromEntries(
		entries.map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('/', '_') : value]),
	);
}
