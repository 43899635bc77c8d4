/** Finds names of papers in what was typed or pasted. */

import { arxivIdIn, bareArxivId } from '../../corpus/identifiers/arxivId.ts';
import { doiIn } from '../../corpus/identifiers/doiText.ts';
import { nameTerm } from './paperLine.ts';

/** An arXiv id such as `1706.03762v5` among words. */
const ARXIV_ID = /(?<![\p{L}\d./-])(\d{4}\.\d{4,5})(?:v\d+)?(?![\p{L}\d]|\.\d)/u;

/**
 * The names to search for, as terms: the text itself, and a DOI or arXiv id in it.
 * `https://arxiv.org/abs/2506.14731v2` gives the URL and `2506·14731`.
 */
export function candidateNames(text: string): readonly string[] {
	const doi = doiIn(text);
	const arxiv = ARXIV_ID.exec(text)?.[1];
	const names = [text, doi, arxivIdIn(text), bareArxivId(text), arxiv && bareArxivId(arxiv)].flatMap((name) =>
		name ? [nameTerm(name)] : [],
	);
	return [...new Set(names)].filter((name) => name !== '');
}
