/** A small text of each format, with what its reader has to cope with: names, dates, numbers, markup, and what is broken. */

import { TAGGED_SAMPLES } from './taggedSamples.ts';

/** By the name of the format. A change here changes what is recorded, and no version. */
export const SAMPLES: Readonly<Record<string, string>> = {
	...TAGGED_SAMPLES,
	BibTeX: String.raw`% A library
@string{joe = "Journal of \"Examples\"" # { } # extra}
@STRING(extra = "& Co")
@article{müller2010,
  title = {On {R}ays of \'{e}tude $x_1^2$ -- a \textbf{bold} \emph{note}},
  author = "M{\"u}ller, J{\"o}rg and van der Berg, Jan and King, Jr., Martin and {CERN Group} and others",
  journal = joe, year = 2010, month = oct # "~3", pages = {12--34}, volume = 7,
  doi = {https://doi.org/10.1000/a\_1}, issn = {1234-5678}, file = {Full Text:papers/a b.pdf:application/pdf},
  keywords = {rays; étude}, abstract = {It is $\alpha \leq 1$, \textit{mostly} &amp; {\aa}.
  And so on.}
}
@inproceedings(lee_lv:2020, title = "Trees", author = {Ann Lee and 张 伟 and Tran, Thi Ii},
  crossref = {venue}, eprint = {2006.01234v2}, archiveprefix = {arXiv}, primaryclass = {cs.CL},
  date = {2020-05-04/2020-05-06}, ids = {lee20, trees})
@proceedings{venue, title = {Proceedings of Woods}, booktitle = {Proceedings of Woods}, year = {c. 2020}, isbn = {978-3-16-148410-0}}
@thesis{x, author = {de la Cruz, María José}, title = {Wälder}, year = {2019}, month = {Mai}, type = {phdthesis}, school = undefinedMacro}
@article{twice, title = {One}, title = {Two}, year = 2001, month = 13, doi = {10.12/x}}
@article{broken, title = {No end, year = 2000
@misc{after, title = {After what is broken}, url = {https://example.org/~a}, howpublished = {\url{https://arxiv.org/abs/math/0309136}}}
@comment{jabref-meta: fileDirectory:My papers;}
`,
	'CSL-JSON': String.raw`[
  {"id": "lee2017", "type": "article-journal", "title": "On <i>Rays</i> &amp; \u00e9tude", "author": [{"family": "Lee", "given": "Ann"},
    {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, {"literal": "CERN"}], "issued": {"date-parts": [["2017", 6, 12], [2017, 7]]},
    "DOI": "https://doi.org/10.1000/a(1)", "container-title": ["Journal"], "page": "1-9", "volume": 3},
  {"id": 12, "type": "book", "title": "B", "issued": {"raw": "12. März 2018"}, "author": "Lee, Ann", "ISBN": "978-1-4028-9462-7"},
  {"type": "webpage", "title": "No id", "URL": "https://arxiv.org/abs/1706.03762v5", "issued": {"literal": "in press"}, "note": "PMID: 123"},
  {"id": "broken", "title": "T" "year": 3},
  {"id": "after", "type": "no-such-type", "title": "After", "issued": "2016~", "custom": {"x": 1}}
]
`,
	'CSL-YAML': `---
references:
- id: lee2017
  type: article-journal
  title: "On Rays: *a* note"
  author:
  - {family: Lee, given: Ann}
  - family: Berg
    given: Jan
    dropping-particle: van
  issued:
    date-parts: [[2017, 6]]
  DOI: 10.1000/x
- id: old
  type: book
  title: 'It''s old'
  issued: {year: 1999, season: 2}
- {id: flow, type: book, title: Flow, issued: 2001}
- id: broken
  title: [
- id: after
  title: After
...
`,
	Hayagriva: `lee2017:
  type: Article
  title:
    value: "On {R}ays: a note"
    short: Rays
  author: ["Lee, Ann", "van der Berg, Jan", "King, Martin, Jr."]
  date: 2017-04
  page-range: 11-19
  serial-number: { doi: 10.1000/x, serial: e7 }
  parent:
    type: Periodical
    title: Journal of Examples
    volume: 3
trees:
  type: Article
  title: Trees
  author: { name: Ray, given-name: Bob, prefix: von }
  affiliated:
    - role: Translator
      names: Moe, Eve
  url: { value: https://arxiv.org/abs/2006.01234, date: 2020-11-12 }
  date: ~2020
  parent:
    - type: Proceedings
      title: Proceedings of Woods
      editor: Chen, Wu
broken:
  type: Book
  title: [
after: text
`,
	MODS: `<?xml version="1.0"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
<mods ID="lee2017"><titleInfo><nonSort>The</nonSort><title>Rays &amp; <i>x</i></title><subTitle>a note</subTitle></titleInfo><name type="personal"><namePart type="given">Ann</namePart><namePart type="family">Lee</namePart><role><roleTerm type="code">aut</roleTerm></role></name><name type="corporate"><namePart>Rays Group</namePart></name><genre>journal article</genre><relatedItem type="host"><titleInfo><title>Journal of Examples</title></titleInfo><identifier type="issn">1234-567X</identifier><part><date>2017-04</date><detail type="volume"><number>3</number></detail><extent unit="page"><start>11</start><end>19</end></extent></part></relatedItem><identifier type="doi">10.1000/x</identifier><abstract>Text.</abstract><subject><topic>rays</topic></subject></mods>
<mods><titleInfo><title>A Book</title></titleInfo><name type="personal"><namePart>Moe, Eve,</namePart></name><originInfo><place><placeTerm type="text">Oslo</placeTerm></place><publisher>Press</publisher><dateIssued>[c1998]</dateIssued><issuance>monographic</issuance></originInfo></mods>
<mods><titleInfo><title>No end</title></titleInfo>
</modsCollection>
`,
	CSV: `"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","DOI","Url","Abstract Note","Date","Pages","Volume","Extra","Manual Tags"
"MK49RMWU","journalArticle","2017","Lee, Ann; van der Berg, Jan; Rays Group","On ""Rays"", again","Journal of Examples","1234-567X","10.1000/x","https://example.org","First line.

Second.","2017-04-05","11-19","3","PMID: 30922921","rays; radium"
"AB12CD34","conferencePaper","2001","Ray, Bob","Trees","","","","","","","","","Citation Key: ray2001trees
arXiv:1706.03762",""
"EF56GH78","book","1999","Moe, Eve","No end,"","","","","","","",""
"IJ90KL12","book","","","","","","","","","","","",""
"MN34OP56","thesis","2003","Chen, Wu","After","","","10.12/x","","","","120","","",""
`,
	'EndNote XML': `<?xml version="1.0" encoding="UTF-8"?><xml><records>
<record><database name="My refs.enl" path="C:\\Lib\\My refs.enl">My refs.enl</database><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Lee, Ann, 3rd</style></author><author>Rays Group,</author></authors></contributors><titles><title><style face="italic">On &amp; Rays</style><style face="superscript">2</style></title><secondary-title>Journal</secondary-title></titles><periodical><abbr-1>J.</abbr-1></periodical><pages>127-8</pages><volume>3</volume><keywords><keyword>rays&#xD;radium</keyword></keywords><dates><year>2017</year><pub-dates><date>Juin 4</date></pub-dates></dates><isbn>1234-5678&#xD;978-3-16-148410-0</isbn><electronic-resource-num>doi: 10.1000/x</electronic-resource-num><urls><pdf-urls><url>internal-pdf://1/a.pdf</url></pdf-urls></urls></record>
<record><ref-type name="Thesis">32</ref-type><titles><title>A Thesis</title></titles><dates><year>in press</year></dates></record>
<record><titles><title>No end</title>
</records></xml>
`,
	'PubMed XML': `<?xml version="1.0"?>
<PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID Version="1">30922921</PMID><Article><Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>3</Volume><Issue>2</Issue><PubDate><Year>2017</Year><Month>Feb</Month><Day>14</Day></PubDate></JournalIssue><Title>Journal of examples</Title><ISOAbbreviation>J Ex</ISOAbbreviation></Journal><ArticleTitle>On <i>Rays</i> &#945;<sub>2</sub> [x].</ArticleTitle><Pagination><MedlinePgn>127-8</MedlinePgn></Pagination><ELocationID EIdType="doi">10.1000/x</ELocationID><Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText Label="RESULT">Seen &lt; 3.</AbstractText></Abstract><AuthorList><Author><LastName>Lee</LastName><ForeName>Ann</ForeName><Suffix>Jr</Suffix><AffiliationInfo><Affiliation>Pku</Affiliation></AffiliationInfo></Author><Author><CollectiveName>Rays Group</CollectiveName></Author></AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pmc">PMC123</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>2</PMID><Book><BookTitle>The Book</BookTitle><PubDate><Year>2001</Year></PubDate></Book></BookDocument></PubmedBookArticle>
<PubmedArticle><MedlineCitation><PMID>3</PMID><Article><ArticleTitle>No end</ArticleTitle>
</PubmedArticleSet>
`,
	'arXiv feed': String.raw`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><link href="http://arxiv.org/api/query"/>
<entry><id>http://arxiv.org/abs/2506.14731v2</id><published>2025-06-17T00:00:00Z</published><title>On Rays
  of $x_1$</title><summary>  Text of \emph{rays}.
</summary><author><name>Ann Lee</name><arxiv:affiliation>PKU</arxiv:affiliation></author><author><name>Jan van der Berg</name></author><arxiv:doi>10.1000/x</arxiv:doi><arxiv:journal_ref>J. Ex. 3 (2025)</arxiv:journal_ref><category term="cs.CL"/><category term="cs.LG"/><link title="pdf" href="http://arxiv.org/pdf/2506.14731v2"/></entry>
<entry><id>http://arxiv.org/abs/math/0309136v1</id><title>Old</title><author><name>Martin Luther King Jr.</name></author></entry>
<entry><id>http://arxiv.org/abs/2506.1</id></entry>
</feed>
`,
	'arXiv metadata': String.raw`{"id":"2506.14731","submitter":"x","authors":"Ann Lee (1) and Jan van der Berg ((1) PKU)","title":"On Rays\n  of $x_1$","comments":"9 pages","journal-ref":null,"doi":"10.1000/x","categories":"cs.CL cs.LG","abstract":"  Text \\emph{of} rays.\n","versions":[{"version":"v1","created":"Tue, 17 Jun 2025 17:00:00 GMT"}],"update_date":"2025-06-18","authors_parsed":[["Lee","Ann","","PKU"],["van der Berg","Jan",""],["King","Martin Luther","Jr"]]}
{"id":"math/0309136","title":"Old","authors":"A. B. Old","categories":"math.GT","authors_parsed":[]}
{"id":"2506.14732","title":
{"id":"2506.14733","title":"After","categories":"cs.CL","abstract":"x","authors":"The After Team"}
`,
	'arXiv table': `# Daily

|Publish Date|Title|Authors|PDF|Code|
|---|---|---|---|---|
|**2025-06-17**|**On Rays \\| of $x$**|Ann Lee et.al.|[2506.14731](http://arxiv.org/abs/2506.14731)|null|
|**2025-06-18**|**Trees**|Jan van der Berg, 张 伟|[2506.14732v2](http://arxiv.org/abs/2506.14732v2)|**[link](https://github.com/x/y)**|
|**2025-02-30**|**No such day**||[2502.00001](http://arxiv.org/abs/2502.00001)||
`,
	'arXiv digest': `# On Rays of $x_1$ 

**Title (ZH)**: 关于射线

**Authors**: Ann Lee, Jan van der Berg, Martin Luther King Jr.

**Link**: [PDF](https://arxiv.org/pdf/2506.14731)

**Abstract**: Text of rays.

A second *paragraph*.

---

# Trees

**Authors**: The Trees Team

**Abstract**: No link.

---
`,
	'author page': `Ann Lee
h-index: 12
1,234 citations

58.1CLMay 28, 2025Code
On Rays

Ann Lee, Bob Ray et al. · pku, princeton

Text of rays.

LGJun 3
GFlowNets, and what they do

Jan van der Berg, Chen Wu

More text.
`,
	'compact paper listing': `58.1CLMay 28, 2025Code
On State Spaces ModelsXingtai Lv, Youbang Sun et al. · tsinghua
Text of states.
LGDec 3
GFlowNets, Trees and RaysJan van der Berg, Ann Lee
More text.
AINov 30
A title of the year beforeBob Ray, Eve Moe et al.
Last text.
`,
};
