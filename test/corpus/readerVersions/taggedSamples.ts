/** The samples of formats whose lines begin with tags. */

export const TAGGED_SAMPLES: Readonly<Record<string, string>> = {
	RIS: `TY  - JOUR
AU  - Lee, Ann B., Jr.
A1  - van der Berg, J.
A2  - Editor, Ed
TI  - On <i>Rays</i> &leq; 2
T2  - Journal of Examples
JO  - J Ex
PY  - 2017/04/05/Spring
SP  - 11
EP  - 9
VL  - 3
DO  - (10.1000/a1).
SN  - 1234-5678
KW  - one
KW  - two
AB  - First line
 second line
UR  - https://arxiv.org/abs/1706.03762
L1  - internal-pdf://a.pdf
ID  - lee2017
ER  - 

TY  - CHAP
T1  - A Chapter
BT  - The Book
AU  - World Health Organization,
Y1  - 1998
SN  - 978-3-16-148410-0
ER  - 
TY  - NOSUCH
TI  - No end
PY  - May 2001
`,
	'PubMed nbib': `PMID- 30922921
OWN - NLM
TI  - On rays that stand on
      several lines: a &half; note.
FAU - Lee, Ann B Jr
AU  - Lee AB Jr
FAU - de Souza, J R
CN  - Rays Group
DP  - 2016 Dec-2017 Jan
JT  - Journal of examples
TA  - J Ex
PG  - 127-8
VI  - 3
AID - S0140-6736(20)30183-5 [pii]
LID - 10.1016/S0140-6736(20)30183-5 [doi]
PMC - PMC123456
AB  - Text.
MH  - Rays/*physiology
PT  - Journal Article

PMID- 30922922
BTI - A book
DP  - 2001
`,
	'EndNote tagged': `%0 Journal Article
%A Lee, Ann B., Jr.
%A Rays Group,
%E Ray, Bob
%T On <i>Rays</i>
that bend
%J Journal of Examples
%D 2017
%8 April 5
%V 3
%N 2
%P 11-19
%@ 1234-567X
%R https://doi.org/10.1000/x
%F lee2017
%K one; two
%X First paragraph.

Second.
%U https://arxiv.org/abs/1706.03762
%> internal-pdf://1/a.pdf

%0 Conference Proceedings
%T Trees
%A van der Berg, Jan
%Y Moe, Eve
%S Proceedings of Woods
%D 2001

%0 Book
%D 1999
%T
`,
	'Web of Science': `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Lee, AB
   van der Berg, J
AF Lee, Ann B.
   van der Berg, Jan
CA Rays Grp
TI On rays that stand on
   several lines
SO JOURNAL OF EXAMPLES
DT Article; Proceedings Paper
DE rays; radium
   salts
AB Text.
SN 1234-567X
JI J. Ex.
PD APR 5
PY 2017
VL 3
BP 11
EP 19
DI 10.1000/x
UT WOS:000123
PM 30922921
ER

PT B
BE Moe, E
TI A chapter
SO THE BOOK
DT Article; Book Chapter
EA MAR 2020
AR 17
ER

PT J
AU Nobody, A
ER

EF
`,
};
