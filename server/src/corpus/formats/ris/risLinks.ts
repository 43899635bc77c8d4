/** The links of a RIS entry: DOI, URL, files, arXiv. */

import { arxivIdIn } from '../../identifiers/arxivId.ts';
import { doiIn, namedDoiIn } from '../../identifiers/fieldIdentifiers.ts';
import type { ExtraDraft } from '../../paper.ts';
import { presentFields } from '../fields/presentFields.ts';
import type { TaggedFields } from '../lines/taggedField.ts';
import { namesOthers } from '../people/invertedName.ts';

/** `DO` since 2011. Before that, and still with EBSCO and Ovid, another tag. */
export function risDoi(fields: TaggedFields): string | undefined {
	const bare = fields.all('DO', 'DI', 'M3', 'L3').map(doiIn);
	const named = fields.all('UR', 'L2', 'LK', 'L1', 'N1').map(namedDoiIn);
	return [...bare, ...named].find((doi) => doi !== undefined);
}

/** The first URL. Some exporters put two URLs, or the next field, on the same line. */
export function risUrl(fields: TaggedFields): string | undefined {
	return addresses(fields.all('UR', 'L2', 'LK', 'L3'))[0];
}

export function risExtra(fields: TaggedFields): ExtraDraft {
	const files = fields.all('L1', 'L4');
	const pdfUrl = addresses([...files, ...fields.all('L2')]).find((url) => /\.pdf(?:$|[?#])|\/pdf\b/i.test(url));
	const arxiv = fields
		.all('DO', 'UR', 'L1', 'L2', 'JO', 'JF', 'T2', 'AN', 'M3', 'M1')
		.map(arxivIdIn)
		.find((id) => id);
	return presentFields({
		arxiv,
		pdfUrl,
		attachments: files.filter((file) => !/^https?:/i.test(file)),
		authorsTruncated: fields.all('AU', 'A1').some(namesOthers) || undefined,
	});
}

function addresses(values: readonly string[]): readonly string[] {
	return values.flatMap((value) => value.match(/https?:\/\/\S+/gi) ?? []);
}
