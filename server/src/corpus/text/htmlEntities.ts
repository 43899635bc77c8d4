/** Character references of HTML and XML: `&amp;`, `&#39;`, `&#x2013;`. */

import { symbolTable } from './latexSymbols.ts';

/** Those that exporters write. Sources: https://html.spec.whatwg.org/multipage/named-characters.html, ISO 8879 (ISOgrk1). */
const NAMED: ReadonlyMap<string, string> = new Map([
	...symbolTable(`
	amp & lt < gt > quot " apos ' iexcl ¡ cent ¢ pound £ curren ¤ yen ¥ brvbar ¦ sect § uml ¨ copy © ordf ª laquo « not ¬
	reg ® macr ¯ deg ° plusmn ± sup2 ² sup3 ³ acute ´ micro µ para ¶ middot · cedil ¸ sup1 ¹ ordm º raquo » frac14 ¼
	frac12 ½ frac34 ¾ iquest ¿ Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É
	Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö times ×
	Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß agrave à aacute á acirc â atilde ã auml ä aring å
	aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï eth ð ntilde ñ ograve ò oacute ó
	ocirc ô otilde õ ouml ö divide ÷ oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý thorn þ yuml ÿ OElig Œ oelig œ
	Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č Cacute Ć cacute ć Lstrok Ł lstrok ł Yuml Ÿ fnof ƒ circ ˆ
	tilde ˜ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ
	Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε
	zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ
	phi φ chi χ psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „
	dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘
	real ℜ trade ™ alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂
	exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨
	cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕
	otimes ⊗ perp ⊥ sdot ⋅ lang ⟨ rang ⟩ loz ◊ hyphen ‐ dash ‐ lbrace { rbrace } lbrack [ rbrack ] lpar ( rpar ) num #
	lcub { rcub } lsqb [ rsqb ] plus + equals = inodot ı ap ≈ lap ⪅ gap ⪆ mldr … nldr ‥ lsim ≲ gsim ≳ les ⩽ ges ⩾ epsi ε
	epsiv ϵ phiv φ OHgr Ω ohm Ω angst Å deg ° compfn ∘ square □ squ □ rarrw ↝ rlhar2 ⇌ lrhar2 ⇋ nearr ↗ searr ↘ Verbar ‖
	vellip ⋮ ctdot ⋯ caret ⁁ check ✓ cross ✗ male ♂ female ♀ flat ♭ natur ♮ sharp ♯ copysr ℗ incare ℅ numero №
	agr α bgr β ggr γ dgr δ egr ε zgr ζ eegr η thgr θ igr ι kgr κ lgr λ mgr μ ngr ν xgr ξ ogr ο pgr π rgr ρ sgr σ sfgr ς
	tgr τ ugr υ phgr φ khgr χ psgr ψ ohgr ω Agr Α Bgr Β Ggr Γ Dgr Δ Egr Ε Zgr Ζ EEgr Η THgr Θ Igr Ι Kgr Κ Lgr Λ Mgr Μ
	Ngr Ν Xgr Ξ Ogr Ο Pgr Π Rgr Ρ Sgr Σ Tgr Τ Ugr Υ PHgr Φ KHgr Χ PSgr Ψ
	dollar $ percnt % ast * comma , period . colon : semi ; excl ! quest ? commat @ lowbar _ grave \` verbar | sol /
	`),
	['nbsp', ' '],
	['ensp', ' '],
	['emsp', ' '],
	['numsp', ' '],
	['hairsp', ' '],
	['thinsp', ' '],
	['shy', ''],
	['zwj', ''],
	['zwnj', ''],
	['lrm', ''],
	['rlm', ''],
]);

/** The accents that references end in: `&zacute;` is `ź`. */
const MARKS: ReadonlyMap<string, string> = new Map([
	['grave', '\u0300'],
	['acute', '\u0301'],
	['circ', '\u0302'],
	['tilde', '\u0303'],
	['macr', '\u0304'],
	['breve', '\u0306'],
	['dot', '\u0307'],
	['uml', '\u0308'],
	['ring', '\u030a'],
	['dblac', '\u030b'],
	['caron', '\u030c'],
	['cedil', '\u0327'],
	['ogon', '\u0328'],
]);

const ACCENTED = /^([A-Za-z])([a-z]{3,5})$/;

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));/g;

/** `text` with its references resolved; twice, since `&amp;lt;` is a common slip. Unknown names stay. */
export function decodeEntities(text: string): string {
	if (!text.includes('&')) {
		return text;
	}
	const once = text.replace(REFERENCE, resolved);
	return once.includes('&') ? once.replace(REFERENCE, resolved) : once;
}

function accentedLetter(name: string): string | undefined {
	const [, letter = '', accent = ''] = ACCENTED.exec(name) ?? [];
	const mark = MARKS.get(accent);
	return mark === undefined ? undefined : (letter + mark).normalize('NFC');
}

function resolved(whole: string, decimal?: string, hex?: string, name?: string): string {
	if (name !== undefined) {
		return NAMED.get(name) ?? accentedLetter(name) ?? whole;
	}
	const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
