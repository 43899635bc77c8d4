import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LETTERS, LOGOS, SIGNS } from '../../../server/src/corpus/text/latexSymbols.ts';
import { latexToRich as fromLatex, markdownText, plainText } from '../../../server/src/corpus/text/richText.ts';
import { latexSource, richText } from '../../../server/src/util/textKinds.ts';
import { processorTime } from '../../support/processorTime.ts';

const latexToRich = (source: string) => fromLatex(latexSource(source));

/** Each line: LaTeX, an arrow, the rich text it gives. */
function check(lines: string): void {
	for (const line of lines.split('\n').filter((text) => text.includes(' => '))) {
		const [source = '', expected = ''] = line.split(' => ').map((side) => side.trim());
		assert.equal(latexToRich(source), expected, line);
	}
}

test('accents are letters in every way of writing them', () =>
	check(String.raw`
		M{\"u}ller M\"uller M\"{u}ller M{\"{u}}ller => Müller Müller Müller Müller
		Erd\H{o}s {\v S}koda Dvo\v{r}\'ak \c{C}elik \k{e} \.{I} \=a \r{a} \u{g} \d{h} \b{d} => Erdős Škoda Dvořák Çelik ę İ ā å ğ ḥ ḏ
		G\'omez, Jos\'{e} \~N => Gómez, José Ñ
		na\"{\i}ve Mart\'{\i}nez Garc{\'\i}a \'\i{} \'{\j} => naïve Martínez García í j́
		Vi{\^e}.t Nguy\~{\^e}n Nguy{\~{\^e}}n \'\^e \h{\^o} => Viê.t Nguyễn Nguyễn ế ổ
		\'{} \^{} \~{} => ´ ^ ~
	`));

test('letters and ligatures that have a command are letters', () =>
	check(String.raw`
		Stra{\ss}e {\AE}r{\o} \L{}\'od\'z \O re {\oe}uvre \aa s {\dj} {\TH} {\i} => Straße Ærø Łódź Øre œuvre ås đ Þ ı
		\textalpha-helix \textmu m 5\,\textdegree C => α-helix μm 5 °C
	`));

test('dashes, quotes, ties and escaped signs are typography', () =>
	check(String.raw`
		1--2 --- x-y => 1–2 — x-y
		${"``Deep’’ and ``it is fine'' and `so'"} => “Deep’’ and “it is fine” and ‘so’
		don't => don't
		Fig.~1 and P.~J. => Fig. 1 and P. J.
		R\&D 50\% \#1 a\_b \{x\} \ldots{} => R&D 50% #1 a_b \{x\} …
		http://x.org/~me and about ~5 => http://x.org/~me and about ~5
	`));

test('type commands become CSL markup', () =>
	check(String.raw`
		\emph{E. coli} \textit{a}b \textbf{c} => <i>E. coli</i> <i>a</i>b <b>c</b>
		{\em one} two {\bf three} => <i>one</i> two <b>three</b>
		H\textsubscript{2}O 1\textsuperscript{st} => H<sub>2</sub>O 1<sup>st</sup>
		\textsc{Bert} => <span style="font-variant: small-caps;">Bert</span>
		\texttt{code} {\tt x} \underline{y} \mbox{z} => code x y z
		\enquote{Why?} \mkbibquote{So} => “Why?” “So”
	`));

test('protecting braces vanish', () =>
	check(`
		{BERT}: {P}re-training of {{Deep}} {Bi}directional => BERT: Pre-training of Deep Bidirectional
		{{{{x}}}} => x
	`));

test('mathematics is left as it is, and money is not mathematics', () =>
	check(String.raw`
		The $\pi_0$ model in {$\mathbb{R}^n$} => The $\pi_0$ model in $\mathbb{R}^n$
		\(x^2\) and \ensuremath{\alpha} => $x^2$ and $\alpha$
		$ x $ => $x$
		from \$5 to \$10 => from $5 to $10
		from $5 and $10 => from $5 and $10
		\$5 and $x$ => \$5 and $x$
		SiO\$\_\{2\}\$ and \$m\$-plane (\$\bar{1}\$) => SiO$_{2}$ and $m$-plane ($\bar{1}$)
		from \$5\$10 to \$ 7 \$ => from $5$10 to $ 7 $
		$\mathrm{A}\ $ is => $\mathrm{A}$ is
	`));

test('what is no text does not leak, and its words stay', () =>
	check(String.raw`
		A\footnote{Code at \url{http://a.b/c_d}.} B => A (Code at http://a.b/c_d.) B
		\href{http://a.b}{the page} \url{http://a.b/x\_y} => the page http://a.b/x_y
		\unknown{text} \modelname beats {\noopsort{1973}}1974 => text beats 1974
		as in \cite{smith2009} and \citep[p.~3]{x} => as in [smith2009] and [x]
		\textcolor{red}{hot} {\color{blue} cold} => hot cold
		\LaTeX{} and \TeX => LaTeX and TeX
		\begin{itemize} \item one \end{itemize} => • one
		pre\-Columbian => preColumbian
	`));

test('unbalanced braces and stray backslashes degrade to their text', () =>
	check(String.raw`
		{a \textit{b => a <i>b</i>
		a} b => a b
		a \ => a
		\'} x => ' x
	`));

test('line ends are spaces and blank lines part paragraphs', () => {
	assert.equal(latexToRich('one\n  two\r\n\r\nthree\\par four'), 'one two\n\nthree\n\nfour');
	assert.equal(latexToRich('  a  b  '), 'a b');
});

test('half a million braces, backslashes or dollars take a moment and no stack', () => {
	for (const unit of ['{', '}', '\\', '$', "\\'", '\\c ', '\\textbf{', '\\href{', '`', '-', '\\(', '{\\', "\\'{"]) {
		const start = processorTime();
		latexToRich(unit.repeat(500_000 / unit.length));
		assert.ok(processorTime() - start < 5000, JSON.stringify(unit));
	}
});

test('a difference that begins with a number is mathematics, an amount of money is not', () => {
	const rich = latexToRich('left out with probability $1 - p$ and scaled by $p$ for $5 - I paid $6');
	assert.equal(plainText(rich), 'left out with probability 1 - p and scaled by p for $5 - I paid $6');
});

test('empty braces behind any command are nothing, however the text is read', () => {
	for (const name of [...LETTERS.keys(), ...SIGNS.keys(), ...LOGOS.keys()].filter((each) => /^[A-Za-z]+$/.test(each))) {
		for (const source of [
			`x \\${name}{}y`,
			`{\\${name}}{}y`,
			`{\\${name}{}}y`,
			`$\\text{\\${name}{}y}$`,
			`\\${name}{ }y`,
		]) {
			const rich = latexToRich(source);
			for (const text of [plainText(rich), markdownText(rich).replaceAll('\\', ''), plainText(richText(source))]) {
				assert.doesNotMatch(text, /\{\s*\}/, source);
			}
		}
	}
});

test('a space that a command keeps stays', () =>
	check(String.raw`
		\LaTeX\xspace is \LaTeX\xspace, \TeX{}nik \LaTeX{} is {\LaTeX} is \L{}ukasz \textquotesingle{}n => LaTeX is LaTeX, TeXnik LaTeX is LaTeX is Łukasz 'n
	`));
