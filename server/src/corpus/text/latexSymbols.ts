/** LaTeX commands of running text that stand for characters. Commands of mathematics are in `mathSymbols.ts`. */

/**
 * Parses pairs of a command and its characters, separated by single spaces, which are easier to read and check than a
 * hundred lines of code.
 */
export function symbolTable(rows: string): ReadonlyMap<string, string> {
	const words = rows.trim().split(/\s+/);
	const pairs: [string, string][] = [];
	for (let i = 0; i + 1 < words.length; i += 2) {
		pairs.push([words[i] ?? '', words[i + 1] ?? '']);
	}
	return new Map(pairs);
}

/** Russian letters by the names of LaTeX's Cyrillic encodings: `\CYRZH`, `\cyrzh`. */
const CYRILLIC = symbolTable(`
	a а b б v в g г d д e е yo ё zh ж z з i и ishrt й k к l л m м n н o о p п r р s с t т u у f ф h х c ц ch ч sh ш
	shch щ hrdsn ъ ery ы sftsn ь erev э yu ю ya я
`);

/** Letters, which can have accents. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
	...[...CYRILLIC].flatMap(([name, letter]): [string, string][] => [
		[`cyr${name}`, letter],
		[`CYR${name.toUpperCase()}`, letter.toUpperCase()],
	]),
	...symbolTable(`
	i ı  j ȷ  l ł  L Ł  o ø  O Ø  ae æ  AE Æ  oe œ  OE Œ  aa å  AA Å  ss ß  SS ẞ  dh ð  DH Ð  th þ  TH Þ
	dj đ  DJ Đ  dbar đ  Dbar Đ  ng ŋ  NG Ŋ  ij ĳ  IJ Ĳ  ohorn ơ  OHORN Ơ  uhorn ư  UHORN Ư  textsci ɪ  textschwa ə
	textrevepsilon ɜ  textturna ɐ  textopeno ɔ  textepsilon ɛ  textesh ʃ  textyogh ʒ  texteth ð  textthorn þ
	textAlpha Α  textBeta Β  textGamma Γ  textDelta Δ  textTheta Θ  textLambda Λ  textPi Π  textSigma Σ
	textPhi Φ  textPsi Ψ  textOmega Ω  textalpha α  textbeta β  textgamma γ  textdelta δ  textzeta ζ  texteta η
	texttheta θ  textiota ι  textkappa κ  textlambda λ  textmu μ  textmugreek μ  textnu ν  textxi ξ  textpi π
	textrho ρ  textsigma σ  texttau τ  textupsilon υ  textphi φ  textchi χ  textpsi ψ  textomega ω
`),
]);

/** Punctuation and other signs. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
	...symbolTable(`
	& &  % %  # #  _ _  { {  } }  lbrace {  rbrace }  textbraceleft {  textbraceright }
	textdollar $  textbackslash \\  textasciitilde ~  textasciicircum ^  textunderscore _  textbar |
	textless <  textgreater >  textquotesingle '  textquotedbl "  textasciigrave \`  textasteriskcentered *
	textquoteleft ‘  textquoteright ’  textquotedblleft “  textquotedblright ”  lq ‘  rq ’
	og «  fg »  ieme e  iemes es  iere re  ier er  cprime ʹ  cdprime ʺ  lasp ʽ  rasp ’
	glqq „  grqq “  glq ‚  grq ‘  flqq «  frqq »  flq ‹  frq ›  quotedblbase „  quotesinglbase ‚
	guillemotleft «  guillemotright »  guillemetleft «  guillemetright »  guilsinglleft ‹  guilsinglright ›
	textendash –  textemdash —  textendash –  texthyphen -  textminus −  hyp -  bibrangedash –  textfigdash ‒
	ldots …  dots …  textellipsis …  textperiodcentered ·  textbullet •  textbigcircle ◯  slash /
	textexclamdown ¡  textquestiondown ¿  S §  textsection §  P ¶  textparagraph ¶  dag †  ddag ‡  textdagger †
	textdaggerdbl ‡  copyright ©  textcopyright ©  textregistered ®  textcircledP ℗  texttrademark ™
	textservicemark ℠  pounds £  textsterling £  euro €  texteuro €  EUR €  textyen ¥  textcent ¢  textwon ₩
	textdegree °  degree °  celsius ℃  textcelsius ℃  textohm Ω  textmho ℧  micro µ  textonequarter ¼  textonehalf ½
	textthreequarters ¾  textonesuperior ¹  texttwosuperior ²  textthreesuperior ³  textordfeminine ª
	textordmasculine º  textpm ±  texttimes ×  textdiv ÷  textlnot ¬  textnumero №  textperthousand ‰
	textpertenthousand ‱  permil ‰  textleftarrow ←  textrightarrow →  textuparrow ↑  textdownarrow ↓
	textlangle ⟨  textrangle ⟩  textmusicalnote ♪  textestimated ℮  textreferencemark ※  textsurd √
	textfractionsolidus ⁄  textbrokenbar ¦  textacutedbl ˝  textasciimacron ¯  textasciidieresis ¨
	textasciiacute ´  textcurrency ¤  checkmark ✓  textinterrobang ‽  mathdollar $
	`),
	['~', '~'],
	[' ', ' '],
	['\n', ' '],
	['\r', ' '],
	['\t', ' '],
	[',', ' '],
	[';', ' '],
	[':', ' '],
	['>', ' '],
	['\\', ' '],
	['!', ''],
	['-', ''],
	['/', ''],
	['@', ''],
	['+', ''],
	['|', '|'],
	['*', ''],
	['space', ' '],
	['quad', ' '],
	['qquad', ' '],
	['enspace', ' '],
	['thinspace', ' '],
	['nobreakspace', ' '],
	['textvisiblespace', ' '],
	['newline', ' '],
	['linebreak', ' '],
	['par', '\n\n'],
	['item', ' • '],
	['adddot', '.'],
	['addcomma', ','],
	['addspace', ' '],
	['isdot', '.'],
	['andothers', 'et al.'],
]);

/** Names that TeX users write as commands. They are whole words, so a following space is kept, as with `\xspace`. */
export const LOGOS: ReadonlyMap<string, string> = new Map([
	['TeX', 'TeX'],
	['LaTeX', 'LaTeX'],
	['LaTeXe', 'LaTeX2ε'],
	['BibTeX', 'BibTeX'],
	['XeTeX', 'XeTeX'],
	['XeLaTeX', 'XeLaTeX'],
	['LuaTeX', 'LuaTeX'],
	['LuaLaTeX', 'LuaLaTeX'],
	['ConTeXt', 'ConTeXt'],
	['pdfTeX', 'pdfTeX'],
	['AmS', 'AMS'],
	['today', 'today'],
	['xspace', ''],
]);
