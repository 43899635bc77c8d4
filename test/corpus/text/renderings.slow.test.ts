import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownText as markdownOf, plainText as plainOf } from '../../../server/src/corpus/text/richText.ts';
import { richText } from '../../../server/src/util/textKinds.ts';
import { processorTime } from '../../support/processorTime.ts';

const plainText = (rich: string) => plainOf(richText(rich));
const markdownText = (rich: string) => markdownOf(richText(rich));

/** Each line: rich text, an arrow, how `render` shows it. */
function check(render: (rich: string) => string, lines: string): void {
	for (const line of lines.split('\n').filter((text) => text.includes(' => '))) {
		const [rich = '', expected = ''] = line.split(' => ').map((side) => side.trim());
		assert.equal(render(rich), expected, line);
	}
}

test('mathematics reads as a line of Unicode', () =>
	check(
		plainText,
		String.raw`
		$\pi_0$ in $\mathbb{R}^n$ => π₀ in ℝⁿ
		$\frac{a}{b}$ and $\frac{a+b}{2c}$ => a/b and (a+b)/2c
		$O(n \log n)$, $x_{ij}^{2}$, $10^{-3}$, $e^{i\pi}$ => O(n log n), xᵢⱼ², 10⁻³, e^iπ
		$\mathcal{L}$ $\mathfrak{g}$ $\mathbf{x}$ $\text{if } x$ => ℒ 𝔤 x if x
		$a \leq b \ll c \in A \cup B$ $1\pm z$ $x \to \infty$ => a ≤ b ≪ c ∈ A ∪ B 1±z x → ∞
		$\sqrt{2}$ $\sqrt{x+1}$ $\sqrt[3]{x}$ $\hat{y}$ $\not=$ => √2 √(x+1) ∛x ŷ ≠
		$\left( x \right)$ $\|x\|_2$ $\{1, 2\}$ => ( x ) ‖x‖₂ {1, 2}
		$\sum_{i=1}^{n} x_i$ $90^\circ$ $f'$ => ∑ᵢ₌₁ⁿ xᵢ 90° f′
		a $\textbf{+2.69$\%$ gain}$ and $\text{if $x$}$ => a +2.69% gain and if x
		$\operatorname*{argmax}_\theta$ $\mathrm{CO}_2$ CO$_2$ => argmax_θ CO₂ CO₂
	`,
	));

test('text with nothing special in it stays as it is', () =>
	check(
		plainText,
		String.raw`
		p < 0.05 and a_b, C# and 50% => p < 0.05 and a_b, C# and 50%
		a <think> token and <EOS> => a <think> token and <EOS>
		$5 and $10, US$7 => $5 and $10, US$7
		from \$5 for $x$ => from $5 for x
		--help, {a, b}, C:\Users => --help, {a, b}, C:\Users
		R&D, AT&T; x && y => R&D, AT&T; x && y
		x > y, i <b and j> 3 => x > y, i <b and j> 3
	`,
	));

test('LaTeX left in texts that are not LaTeX is read', () =>
	check(
		plainText,
		String.raw`
		${"``quoted''"} \textbf{bold} \emph{it} {\em x} => “quoted” bold it x
		see \cite{smith} and \citet{a,b} => see [smith] and [a,b]
		Schr{\"o}dinger \'etude {BERT} 90\% => Schrödinger étude BERT 90%
		\(x^2\) and \[ y \] => x² and y
		Our \modelname model\footnote{At \url{http://x.y/z}.} => Our modelname model (At http://x.y/z.)
	`,
	));

test('JATS, HTML, MathML and EndNote runs show their text', () =>
	check(
		plainText,
		`
		<jats:title>Abstract</jats:title><jats:p>One <jats:italic>two</jats:italic>.</jats:p> => Abstract One two.
		CO<sub>2</sub> 10<sup>-3</sup> m<sup>Foo</sup> => CO₂ 10⁻³ m^Foo
		a &lt; b &amp; c &#x2013; d &eacute; &nbsp;e &amp;lt; => a < b & c – d é e <
		&lt;p&gt;One&lt;/p&gt; => One
		<mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>1</mml:mn></mml:math> => x=1
		<style face="italic" font="default" size="100%">E. coli</style> => E. coli
		7 &OHgr;, 1 &mgr;m, &lcub;a, b&rcub;, &zacute;&Scedil; &unknown; => 7 Ω, 1 μm, {a, b}, źŞ &unknown;
		&leq; &ell; &half; &lesssim; &THgr;&sfgr; &xcaron; a&rlhar2;b => ≤ ℓ ½ ≲ Θς x̌ a⇌b
		pages 1&#150;9&shy;&#0;&#xD800;; a&thinsp;b => pages 1–9; a b
		D0 $<$i$>$E. coli$<$/i$>$ p$<$0.05 (ASR)} than {(}In,Ga) => D0 E. coli p<0.05 (ASR) than (In,Ga)
		<span class="nocase">BERT</span> <!-- note --> <img src="http://x"/> => BERT
		Two<br/>lines => Two lines
		Ni{111} and {BERT} of H_{2}O, {a, b} => Ni{111} and BERT of H_2O, {a, b}
	`,
	));

test('bold and italic are Markdown where Markdown can say so', () =>
	check(
		markdownText,
		String.raw`
		<b>bold</b> and <i>it</i> and <b><i>both</i></b> => **bold** and *it* and ***both***
		x<i>y</i>z <i> spaced </i>. => x*y*z *spaced* .
		pre<i>(x)</i>fix => pre(x)fix
		<i>a</i><b>b</b> => *a*b
		\textbf{x} and \textit{y} => **x** and *y*
		<b></b>x => x
	`,
	));

test('nothing else of Markdown can come out of corpus text', () =>
	check(
		markdownText,
		String.raw`
		a_b *c* [x](http://y) ![i](z) => a\_b \*c\* \[x\](http\://y) \!\[i\](z)
		<script>alert(1)</script> <img onerror=x> <think> => \<think\>
		# heading => \# heading
		- item => \- item
		1. item => 1\. item
		> quote => \> quote
		| a | b | => \| a \| b \|
		~~~ and a ~~b~~ => \~\~\~ and a \~\~b\~\~
		command:workbench.x www.evil.org me@x.org => command\:workbench.x www\.evil.org me\@x.org
		&copy &amp;copy; => &copy ©
		$x_1$ and $x^Q$ => x₁ and x\^Q
	`,
	));

test('control characters and marks that reorder text are dropped', () => {
	assert.equal(plainText('a\u202eb\u0000c\u200bd\u2066e\u0007f &#x202e;g\ud800'), 'abcdef g\ufffd');
	assert.equal(markdownText('na\u200cme'), 'na\u200cme');
});

test('paragraphs stay apart in Markdown and become one line in plain text', () => {
	const rich = '<p>One\ntwo.</p><p># Three</p>';
	assert.equal(markdownText(rich), 'One two.\n\n\\# Three');
	assert.equal(plainText(rich), 'One two. # Three');
});

test('time grows with the text, whatever is in it', () => {
	for (const unit of [
		'<',
		'<p>',
		'&amp;',
		'$x$',
		'{\\',
		'\\',
		'$',
		'<!--',
		'**',
		'<sub>',
		'<tex-math>',
		"\\'",
		'``',
		'~',
	]) {
		const start = processorTime();
		plainText(unit.repeat(300_000 / unit.length));
		markdownText(unit.repeat(300_000 / unit.length));
		assert.ok(processorTime() - start < 8000, JSON.stringify(unit));
	}
});
