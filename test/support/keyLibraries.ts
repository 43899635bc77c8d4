/** Libraries whose keys are mistyped on purpose: workspaces without notes, and the names that their papers have. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { identifierIn } from '../../server/src/corpus/identifiers/identifiers.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { corpusOf } from './workspaceOf.ts';

export interface KeyLibrary {
	readonly title: string;
	readonly view: Workspace;
	/** Keys and aliases, but for DOIs and arXiv ids, which are not mistyped into each other. */
	readonly keys: readonly string[];
}

const SAMPLE = join(import.meta.dirname, '../../sample/papers');

/** More papers than any of these has. */
const ALL = 100_000;

/** BibTeX and CSL-JSON with keys, and a digest whose keys are generated. */
export function sampleLibrary(): KeyLibrary {
	const files = readdirSync(SAMPLE).map((name) => fileAt(`/papers/${name}`, readFileSync(join(SAMPLE, name), 'utf8')));
	return libraryOf('the sample', corpusOf(files));
}

const ACL = join(import.meta.dirname, '../../../shared/corpora/acl-2016-on.bib');

/** Why there is no such library; false where there is one. */
export const aclAbsent = existsSync(ACL) ? false : `there is no ${ACL}`;

/** 9,227 papers of the ACL Anthology, or one of so many. */
export function aclLibrary(every = 1): KeyLibrary {
	const entries = readFileSync(ACL, 'utf8').split(/\n(?=@)/);
	const text = entries.filter((_, index) => index % every === 0).join('\n');
	return libraryOf('the ACL Anthology', corpusOf([fileAt('/corpus.bib', text)]));
}

function fileAt(path: string, text: string) {
	return { path, text, cursor: undefined, marks: [] };
}

function libraryOf(title: string, corpus: Corpus): KeyLibrary {
	const papers = corpus.search('', { limit: ALL }).papers;
	const names = papers.flatMap(({ id, key }) => [key, ...(corpus.paper(id)?.aliases ?? [])]);
	return { title, view: new Workspace(corpus), keys: names.filter((name) => identifierIn(name) === undefined) };
}
