/** Commands of LaTeX mathematics that stand for characters, and the alphabets and scripts that Unicode has. */

import { symbolTable } from './latexSymbols.ts';

/** Source: "The Comprehensive LaTeX Symbol List" for the names, Unicode's Mathematical Operators for the characters. */
export const MATH_SYMBOLS: ReadonlyMap<string, string> = symbolTable(`
	alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
	lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ
	chi χ psi ψ omega ω Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ
	Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω varGamma Γ varDelta Δ varTheta Θ
	varLambda Λ varXi Ξ varPi Π varSigma Σ varPhi Φ varPsi Ψ varOmega Ω digamma ϝ
	pm ± mp ∓ times × div ÷ cdot ⋅ cdotp ⋅ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
	cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ uplus ⊎
	diamond ⋄ Diamond ◇ lozenge ◊ triangle △ triangledown ▽ bigtriangleup △ bigtriangledown ▽ triangleleft ◁
	triangleright ▷ rtimes ⋊ ltimes ⋉ boxplus ⊞ boxtimes ⊠ bigcirc ◯ dagger † ddagger ‡ square □ Box □ blacksquare ■
	leq ≤ le ≤ leqslant ⩽ geq ≥ ge ≥ geqslant ⩾ neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ propto ∝
	asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ coloneq ≔ eqqcolon ≕ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰
	lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊
	supsetneq ⊋ nsubseteq ⊈ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ notin ∉ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ perp ⊥ bot ⊥
	top ⊤ mid ∣ nmid ∤ parallel ∥ nparallel ∦ bowtie ⋈ smile ⌣ frown ⌢ lt < gt > nleq ≰ ngeq ≱ nsim ≁ ncong ≇
	leftarrow ← gets ← rightarrow → to → leftrightarrow ↔ uparrow ↑ downarrow ↓ updownarrow ↕ Leftarrow ⇐ Rightarrow ⇒
	Leftrightarrow ⇔ Uparrow ⇑ Downarrow ⇓ longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ Longleftarrow ⟸ implies ⟹
	iff ⟺ Longleftrightarrow ⟺ longleftrightarrow ⟷ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ nearrow ↗
	searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
	rightleftharpoons ⇌ leftrightharpoons ⇋ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠ rightarrowtail ↣
	circlearrowleft ↺ circlearrowright ↻ upharpoonright ↾ restriction ↾ xrightarrow → xleftarrow ←
	sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂
	bigodot ⨀ biguplus ⨄ bigsqcup ⨆ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅ varnothing ∅ infty ∞ partial ∂
	nabla ∇ surd √ angle ∠ measuredangle ∡ therefore ∴ because ∵ prime ′ backprime ‵ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ
	Im ℑ aleph ℵ beth ℶ imath ı jmath ȷ eth ð complement ∁ Finv Ⅎ mho ℧ flat ♭ natural ♮ sharp ♯ clubsuit ♣
	diamondsuit ♢ heartsuit ♡ spadesuit ♠ checkmark ✓ cmark ✓ xmark ✗ maltese ✠ bigstar ★ ldots … dots … cdots ⋯ vdots ⋮
	ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯ colon : vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ langle ⟨ rangle ⟩ lfloor ⌊
	rfloor ⌋ lceil ⌈ rceil ⌉ lbrack [ rbrack ] llbracket ⟦ rrbracket ⟧ lbrace { rbrace } backslash \\ And & degree °
	ulcorner ⌜ urcorner ⌝ llcorner ⌞ lrcorner ⌟ aa å AA Å dag † ddag ‡ S § P ¶ pounds £ copyright ©
	sphericalangle ∢ blacktriangle ▲ blacktriangledown ▼ vartriangle △ multimap ⊸ pitchfork ⋔ between ≬ gtrless ≷
	precsim ≾ succsim ≿ Subset ⋐ Supset ⋑ Cap ⋒ Cup ⋓ barwedge ⊼ veebar ⊻ circledast ⊛ circledcirc ⊚ dotplus ∔
	divideontimes ⋇ intercal ⊺ varpropto ∝ thickapprox ≈ thicksim ∼ eqsim ≂ bumpeq ≏ Bumpeq ≎ risingdotseq ≓
	lessdot ⋖ gtrdot ⋗ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ Vdash ⊩ Vvdash ⊪
	nvdash ⊬ nvDash ⊭ rightrightarrows ⇉ leftleftarrows ⇇ upuparrows ⇈ downdownarrows ⇊ rightleftarrows ⇄
	leftrightarrows ⇆ Lleftarrow ⇚ Rrightarrow ⇛ lessequal ≤ gtrequal ≥ le ≤ ge ≥ C ℂ R ℝ N ℕ Z ℤ Q ℚ
`);

const CODE_POINTS_APART = (base: number, letter: number): string => String.fromCodePoint(base + letter);

/** Letters that Unicode encodes outside the block of their alphabet. */
const STRAY_LETTERS: ReadonlyMap<string, string> = symbolTable(`
	bbC ℂ bbH ℍ bbN ℕ bbP ℙ bbQ ℚ bbR ℝ bbZ ℤ calB ℬ calE ℰ calF ℱ calH ℋ calI ℐ calL ℒ calM ℳ calR ℛ cale ℯ
	calg ℊ calo ℴ frakC ℭ frakH ℌ frakI ℑ frakR ℜ frakZ ℨ
`);

/** First capital and first small letter of the alphabets that change the meaning of a letter. Bold and italic do not. */
const ALPHABETS: ReadonlyMap<string, { readonly name: string; readonly upper: number; readonly lower: number }> =
	new Map([
		['mathbb', { name: 'bb', upper: 0x1d538, lower: 0x1d552 }],
		['mathds', { name: 'bb', upper: 0x1d538, lower: 0x1d552 }],
		['Bbb', { name: 'bb', upper: 0x1d538, lower: 0x1d552 }],
		['mathcal', { name: 'cal', upper: 0x1d49c, lower: 0x1d4b6 }],
		['mathscr', { name: 'cal', upper: 0x1d49c, lower: 0x1d4b6 }],
		['cal', { name: 'cal', upper: 0x1d49c, lower: 0x1d4b6 }],
		['mathfrak', { name: 'frak', upper: 0x1d504, lower: 0x1d51e }],
		['frak', { name: 'frak', upper: 0x1d504, lower: 0x1d51e }],
	]);

export function isAlphabet(command: string): boolean {
	return ALPHABETS.has(command);
}

/** `text` in the alphabet of `command`: `R` in `mathbb` is `ℝ`. */
export function inAlphabet(command: string, text: string): string {
	const alphabet = ALPHABETS.get(command);
	if (alphabet === undefined) {
		return text;
	}
	return text.replace(/[A-Za-z]/g, (letter) => {
		const code = letter.charCodeAt(0);
		const styled =
			code < 0x61 ? CODE_POINTS_APART(alphabet.upper, code - 0x41) : CODE_POINTS_APART(alphabet.lower, code - 0x61);
		return STRAY_LETTERS.get(alphabet.name + letter) ?? styled;
	});
}

const SUPERSCRIPTS = symbolTable(`
	0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ − ⁻ = ⁼ ( ⁽ ) ⁾ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ i ⁱ j ʲ k ᵏ l ˡ
	m ᵐ n ⁿ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ A ᴬ B ᴮ D ᴰ E ᴱ G ᴳ H ᴴ I ᴵ J ᴶ K ᴷ L ᴸ M ᴹ N ᴺ O ᴼ P ᴾ R ᴿ
	T ᵀ U ᵁ V ⱽ W ᵂ α ᵅ β ᵝ γ ᵞ δ ᵟ θ ᶿ φ ᵠ χ ᵡ ′ ′ ″ ″ ∘ ° ° ° * * ∗ * † † ‡ ‡ § § ¶ ¶ ® ® © © ™ ™ º º ª ª
`);

const SUBSCRIPTS = symbolTable(`
	0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ − ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ r ᵣ
	s ₛ t ₜ u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ
`);

/**
 * `text` as superscript or subscript in Unicode characters, or after `^` or `_` if Unicode lacks them: `x_{ij}` is
 * `xᵢⱼ`, `x_{max}` is `xₘₐₓ`, `x^Q` and `A^⊤` stay.
 */
export function script(text: string, isUpper: boolean): string {
	const table = isUpper ? SUPERSCRIPTS : SUBSCRIPTS;
	const isNumber = /^[+-]?\d+[.,]\d+$/.test(text.trim());
	let out = '';
	for (const character of text.replaceAll(' ', '')) {
		// The point of a number has no raised form, and none is needed: `Al₀.₃`.
		const raised = table.get(character) ?? (isNumber && /[.,]/.test(character) ? character : undefined);
		if (raised === undefined) {
			return (isUpper ? '^' : '_') + (/^(?:[\p{L}\p{N}]*|[^\s()])$/u.test(text) ? text : `(${text})`);
		}
		out += raised;
	}
	return out;
}
