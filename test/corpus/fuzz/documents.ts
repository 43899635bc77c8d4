/** A small whole document of each format, five records each, to be damaged. */

import { arxivAtom } from '../../../server/src/corpus/formats/arxiv/arxivAtom.ts';
import { arxivDigest } from '../../../server/src/corpus/formats/arxiv/arxivDigest.ts';
import { arxivSnapshot } from '../../../server/src/corpus/formats/arxiv/arxivSnapshot.ts';
import { arxivTable } from '../../../server/src/corpus/formats/arxiv/arxivTable.ts';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { cslJson } from '../../../server/src/corpus/formats/csl/cslJson.ts';
import { cslYaml } from '../../../server/src/corpus/formats/csl/cslYaml.ts';
import { csv } from '../../../server/src/corpus/formats/csv/csv.ts';
import { endnoteXml } from '../../../server/src/corpus/formats/endnoteXml/endnoteXml.ts';
import type { Format } from '../../../server/src/corpus/formats/format.ts';
import { hayagriva } from '../../../server/src/corpus/formats/hayagriva/hayagriva.ts';
import { authorPage } from '../../../server/src/corpus/formats/listings/authorPage.ts';
import { compactListing } from '../../../server/src/corpus/formats/listings/compactListing.ts';
import { mods } from '../../../server/src/corpus/formats/mods/mods.ts';
import { nbib } from '../../../server/src/corpus/formats/nbib/nbib.ts';
import { pubmedXml } from '../../../server/src/corpus/formats/pubmedXml/pubmedXml.ts';
import { refer } from '../../../server/src/corpus/formats/refer/refer.ts';
import { ris } from '../../../server/src/corpus/formats/ris/ris.ts';
import { webOfScience } from '../../../server/src/corpus/formats/webOfScience/webOfScience.ts';

export interface FuzzDocument {
	readonly format: Format;
	/** What comes before the first record, each record, and what comes after the last. */
	readonly head: string;
	readonly records: readonly string[];
	readonly tail: string;
}

/** Titles end with words that occur nowhere else. */
const WORDS = ['Amber', 'Birch', 'Cedar', 'Dahlia', 'Elder'] as const;

function document(format: Format, record: (word: string, index: number) => string, around = ['', '']): FuzzDocument {
	const [head = '', tail = ''] = around;
	return { format, head, records: WORDS.map(record), tail };
}

/** New arXiv ids. */
function arxiv(index: number): string {
	return `2506.1473${index}`;
}

export const DOCUMENTS: readonly FuzzDocument[] = [
	document(
		bibtex,
		(word, index) =>
			`@article{key${index},\n  title = {On {R}ays of \\'{e}tude $x_${index}$ ${word}},\n  author = "M{\\"u}ller, J{\\"o}rg and van der Berg, Jan and others",\n  journal = joe # { } # 12,\n  year = 201${index}, month = oct,\n  doi = {10.1000/a_${index}}\n}\n\n`,
		['@string{joe = "Journal of \\"Examples\\""}\n\n', '@comment{x}\n'],
	),
	document(
		cslJson,
		(word, index) =>
			`{"id": "key${index}", "type": "book", "title": "On \\"Rays\\" \\u00e9 ${word}", "author": [{"family": "Lee", "given": "Ann"}], "issued": {"date-parts": [[201${index}, 2]]}}${index < 4 ? ',\n' : ''}`,
		['[\n', '\n]\n'],
	),
	document(
		cslYaml,
		(word, index) =>
			`- id: key${index}\n  type: book\n  title: "On Rays ${word}"\n  author:\n  - {family: Lee, given: Ann}\n  issued:\n    date-parts: [[201${index}]]\n`,
		['references:\n', ''],
	),
	document(
		ris,
		(word, index) =>
			`TY  - JOUR\nAU  - Lee, Ann\nAU  - Ray, Bob\nTI  - On Rays ${word}\nT2  - Journal of Examples\nPY  - 201${index}/04/05/\nSP  - 1\nEP  - 9\nDO  - 10.1000/a${index}\nER  - \n\n`,
	),
	document(
		nbib,
		(word, index) =>
			`PMID- 3092292${index}\nOWN - NLM\nTI  - On rays that stand on\n      several lines ${word}.\nFAU - Lee, Ann B\nDP  - 201${index} Mar\nTA  - J Ex\nAID - 10.1000/a${index} [doi]\n\n`,
	),
	document(
		refer,
		(word, index) =>
			`%0 Journal Article\n%A Lee, Ann\n%T On Rays ${word}\n%J Journal of Examples\n%D 201${index}\n%R 10.1000/a${index}\n%X Text\nof rays.\n\n`,
	),
	document(
		webOfScience,
		(word, index) =>
			`PT J\nAU Lee, A\n   Ray, B\nTI On rays that stand on\n   several lines ${word}\nSO JOURNAL\nPY 201${index}\nDI 10.1000/a${index}\nER\n\n`,
		['FN Clarivate Analytics Web of Science\nVR 1.0\n', 'EF\n'],
	),
	document(
		hayagriva,
		(word, index) =>
			`key${index}:\n  type: Article\n  title: "On Rays ${word}"\n  author: ["Lee, Ann", "Ray, Bob"]\n  date: 201${index}-02\n  parent:\n    title: Journal\n    volume: 3\n`,
	),
	document(
		mods,
		(word, index) =>
			`<mods ID="key${index}"><titleInfo><title>On &amp; Rays ${word}</title></titleInfo><name type="personal"><namePart type="given">Ann</namePart><namePart type="family">Lee</namePart></name><originInfo><dateIssued>201${index}</dateIssued></originInfo></mods>\n`,
		['<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">\n', '</modsCollection>\n'],
	),
	document(
		csv,
		(word, index) =>
			`"key${index}","On Rays ${word}","Lee, Ann; Ray, Bob","201${index}","10.1000/a${index}","Text of\nrays ""here""."\n`,
		['"Key","Title","Author","Publication Year","DOI","Abstract Note"\n', ''],
	),
	document(
		endnoteXml,
		(word, index) =>
			`<record><rec-number>${index}</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Lee, Ann</style></author></authors></contributors><titles><title><style face="italic">On &amp; Rays ${word}</style></title></titles><dates><year>201${index}</year></dates></record>\n`,
		['<?xml version="1.0"?><xml><records>\n', '</records></xml>\n'],
	),
	document(
		pubmedXml,
		(word, index) =>
			`<PubmedArticle><MedlineCitation><PMID Version="1">3092292${index}</PMID><Article><Journal><JournalIssue><PubDate><Year>201${index}</Year></PubDate></JournalIssue><Title>J Ex</Title></Journal><ArticleTitle>On <i>Rays</i> &#945; ${word}.</ArticleTitle><AuthorList><Author><LastName>Lee</LastName><ForeName>Ann</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle>\n`,
		['<?xml version="1.0"?>\n<PubmedArticleSet>\n', '</PubmedArticleSet>\n'],
	),
	document(
		arxivAtom,
		(word, index) =>
			`<entry><id>http://arxiv.org/abs/${arxiv(index)}v1</id><published>2025-06-17T00:00:00Z</published><title>On Rays ${word}</title><summary>Text of $x$.</summary><author><name>Ann Lee</name></author><category term="cs.CL"/></entry>\n`,
		[
			'<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://arxiv.org/api/query"/>\n',
			'</feed>\n',
		],
	),
	document(
		arxivSnapshot,
		(word, index) =>
			`{"id":"${arxiv(index)}","authors":"Ann Lee, Bob Ray","title":"On Rays\\n  ${word}","categories":"cs.CL cs.LG","abstract":"  Text \\\\emph{of} rays.\\n","authors_parsed":[["Lee","Ann",""]]}\n`,
	),
	document(
		arxivTable,
		(word, index) =>
			`|**2025-06-17**|**On Rays ${word}**|Ann Lee et.al.|[${arxiv(index)}](http://arxiv.org/abs/${arxiv(index)})|null|\n`,
		['# Daily\n\n|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n', ''],
	),
	document(
		arxivDigest,
		(word, index) =>
			`# On Rays ${word} \n\n**Authors**: Ann Lee, Bob Ray\n\n**Link**: [PDF](https://arxiv.org/pdf/${arxiv(index)})\n\n**Abstract**: Text of rays.\n\n---\n\n`,
	),
	document(
		authorPage,
		(word, index) =>
			`9.${index}CLMay ${index + 1}, 2025Code\nOn Rays ${word}\n\nAnn Lee, Bob Ray et al. · pku\n\nText of rays.\n\n`,
		['Ann Lee\n\n', ''],
	),
	document(
		compactListing,
		(word, index) => `CLMay ${index + 1}, 2025\nOn Rays ${word}Ann Lee, Bob Ray et al.\nText of rays.\n`,
	),
];

export function textOf({ head, records, tail }: FuzzDocument): string {
	return head + records.join('') + tail;
}

/** The first `count` records, with what comes before them. */
export function beginningOf({ head, records }: FuzzDocument, count: number): string {
	return head + records.slice(0, count).join('');
}

/** The word by which the record at `index` is recognized. */
export function wordOf(index: number): string {
	return WORDS[index] ?? '';
}
