/** The links of a RIS entry: DOI, URL, files, arXiv. */

import { arxivIdAt } from '../../identifiers/arxivPlaces.ts';
import { doiIn, namedDoiIn } from '../../identifiers/doiText.ts';
import { pmcidIn, pmidInAddress, pmidInNote, pmidOf } from '../../identifiers/pubmedId.ts';
import type { ExtraDraft } from '../../paper.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
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
	const arxiv = arxivIdAt({
		marked: fields.all('DO', 'UR', 'L1', 'L2', 'JO', 'JF', 'T2', 'AN', 'M3', 'M1', 'C7', 'IS', 'SP', 'PB'),
		container: fields.first('JF', 'JO', 'T2', 'JA'),
		volume: fields.first('VL'),
		note: fields.all('N1').join('\n'),
	});
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

/** PubMed's numbers: in a note or an address, in EndNote's `C2`, or the accession number of a database of the NLM. */
export function pubmedNumbers(fields: TaggedFields): CslDraft {
	const isMedline = fields.all('DB', 'DP').some((name) => /medline|pubmed/i.test(name));
	const accession = isMedline ? fields.all('AN').map(pmidOf) : [];
	const marked = [...fields.all('UR').map(pmidInAddress), ...fields.blocks('N1').map(pmidInNote)];
	return {
		PMID: [...accession, ...marked].find((id) => id !== undefined),
		PMCID: fields
			.all('C2', 'UR', 'N1')
			.map(pmcidIn)
			.find((id) => id !== undefined),
	};
}
