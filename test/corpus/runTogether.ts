/** Compact listings made from real records: titles and authors of the ACL Anthology, run together as the layout does. */

export interface RealPaper {
	readonly title: string;
	/** Given name first. */
	readonly authors: readonly string[];
	readonly abstract: string;
}

const ACCENTS: Readonly<Record<string, string>> = {
	...{ "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307' },
	...{ c: '\u0327', v: '\u030c', u: '\u0306', H: '\u030b', k: '\u0328', r: '\u030a', d: '\u0323' },
};
const LETTERS: Readonly<Record<string, string>> = {
	...{
		ss: 'ß',
		o: 'ø',
		O: 'Ø',
		l: 'ł',
		L: 'Ł',
		ae: 'æ',
		AE: 'Æ',
		i: 'i',
		j: 'j',
		oe: 'œ',
		aa: 'å',
		AA: 'Å',
		dj: 'đ',
		DJ: 'Đ',
		th: 'þ',
		TH: 'Þ',
		dh: 'ð',
		DH: 'Ð',
	},
	...{
		textquoteleft: '‘',
		textquoteright: '’',
		textquotedblleft: '“',
		textquotedblright: '”',
		'&': '&',
		'%': '%',
		$: '$',
	},
	...{ textendash: '–', textemdash: '—', '#': '#', _: '_' },
};

/** Enough of LaTeX for the Anthology, which writes few commands. */
function fromLatex(text: string): string {
	return text
		.replace(
			/\\(['`^"~=.]|[cvuHkrd](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?/g,
			(_, mark, letter) => `${letter}${ACCENTS[mark] ?? ''}`,
		)
		.replace(/\\([A-Za-z]+|[&%$#_])\s?/g, (whole, name) => LETTERS[name] ?? whole)
		.replace(/[{}]/g, '')
		.replace(/\s+/g, ' ')
		.normalize('NFC')
		.trim();
}

function field(entry: string, name: string): string {
	return new RegExp(`^    ${name} = "([\\s\\S]*?)",?$`, 'm').exec(entry)?.[1] ?? '';
}

/** `Maaten, Laurens van der` and `van der Maaten, Laurens` as `Laurens van der Maaten`. */
function givenFirst(name: string): string {
	const [family = '', given = ''] = name.split(/\s*,\s*/);
	return `${given} ${family}`.trim();
}

/** Every `step`th paper of a file in the form of the ACL Anthology, where it has title, authors and abstract. */
export function realPapers(bibtex: string, step: number): RealPaper[] {
	return bibtex
		.split(/^@/m)
		.filter((_, index) => index % step === 0)
		.map((entry) => ({
			title: fromLatex(field(entry, 'title')),
			authors: fromLatex(field(entry, 'author'))
				.split(/\s+and\s+/)
				.map(givenFirst),
			abstract: fromLatex(field(entry, 'abstract')),
		}))
		.filter(({ title, authors, abstract }) => title !== '' && authors[0] !== '' && abstract !== '');
}

/** A listing that names up to `shown` authors of each paper. */
export function compactText(papers: readonly RealPaper[], options: { shown: number; abstracts: boolean }): string {
	return papers
		.map(({ title, authors, abstract }) => {
			const names = authors.slice(0, options.shown).join(', ') + (authors.length > options.shown ? ' et al.' : '');
			return `CLMay 28, 2025\n${title}${names}\n${options.abstracts ? `${abstract}\n` : ''}`;
		})
		.join('');
}
