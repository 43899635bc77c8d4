/** LaTeX commands that have text as an argument and format it. */

/**
 * The markup around formatted text, in CSL's notation
 * (https://docs.citationstyles.org/en/stable/specification.html#rich-text).
 */
export interface Wrap {
	readonly open: string;
	readonly close: string;
}

const ITALIC: Wrap = { open: '<i>', close: '</i>' };
const BOLD: Wrap = { open: '<b>', close: '</b>' };
const SMALL_CAPS: Wrap = { open: '<span style="font-variant: small-caps;">', close: '</span>' };
const QUOTED: Wrap = { open: '“', close: '”' };
const BRACKETED: Wrap = { open: '[', close: ']' };

/** Commands whose argument is wrapped: `\emph{x}` gives `<i>x</i>`. */
export const WRAPS: ReadonlyMap<string, Wrap> = new Map([
	['emph', ITALIC],
	['textit', ITALIC],
	['textsl', ITALIC],
	['mkbibemph', ITALIC],
	['mkbibitalic', ITALIC],
	['textbf', BOLD],
	['mkbibbold', BOLD],
	['textsc', SMALL_CAPS],
	['sub', { open: '<sub>', close: '</sub>' }],
	['textsubscript', { open: '<sub>', close: '</sub>' }],
	['textsuperscript', { open: '<sup>', close: '</sup>' }],
	['textsuper', { open: '<sup>', close: '</sup>' }],
	['mkbibsuperscript', { open: '<sup>', close: '</sup>' }],
	['enquote', QUOTED],
	['mkbibquote', QUOTED],
	['mkbibparens', { open: '(', close: ')' }],
	['mkbibbrackets', BRACKETED],
	// The text of a footnote is kept in its place, in parentheses.
	['footnote', { open: ' (', close: ')' }],
	['footnotetext', { open: ' (', close: ')' }],
	['cite', BRACKETED],
	['citep', BRACKETED],
	['citet', BRACKETED],
	['parencite', BRACKETED],
	['textcite', BRACKETED],
	['autocite', BRACKETED],
	['citeauthor', BRACKETED],
	['citealp', BRACKETED],
	['nocite', BRACKETED],
]);

/** Commands that change the style until their group ends: `{\em x}` gives `<i>x</i>`. */
export const SWITCHES: ReadonlyMap<string, Wrap> = new Map([
	['em', ITALIC],
	['it', ITALIC],
	['itshape', ITALIC],
	['sl', ITALIC],
	['slshape', ITALIC],
	['bf', BOLD],
	['bfseries', BOLD],
	['sc', SMALL_CAPS],
	['scshape', SMALL_CAPS],
]);

/** Commands whose argument is a URL or a path, which LaTeX reads verbatim. */
export const VERBATIM: ReadonlySet<string> = new Set(['url', 'nolinkurl', 'path', 'doi', 'burl', 'verb']);

/** Number of arguments to skip before the text: `\href{u}{x}` gives `x`, `\noopsort{1973}` gives nothing. */
export const DROPPED_ARGUMENTS: ReadonlyMap<string, number> = new Map([
	['href', 1],
	['hypertarget', 1],
	['hyperref', 1],
	['textcolor', 1],
	['color', 1],
	['colorbox', 1],
	['fontsize', 2],
	['selectlanguage', 1],
	['foreignlanguage', 1],
	['textlang', 1],
	['bibinfo', 1],
	['bibfield', 1],
	['bibnamefont', 0],
	['noopsort', 1],
	['noop', 1],
	['nosort', 1],
	['SortNoop', 1],
	['hspace', 1],
	['vspace', 1],
	['phantom', 1],
	['vphantom', 1],
	['hphantom', 1],
	['label', 1],
	['begin', 1],
	['end', 1],
	['includegraphics', 1],
	['raisebox', 1],
	['fontfamily', 1],
	['thispagestyle', 1],
	['index', 1],
]);

/** Commands that produce no text. */
export const SILENT: ReadonlySet<string> = new Set(
	`relax protect cyrchar fi else aftergroup rm tt sf up upshape rmfamily sffamily ttfamily mdseries normalfont normalsize tiny scriptsize
	footnotesize small large Large LARGE huge Huge centering raggedright noindent indent newblock bgroup egroup
	begingroup endgroup null leavevmode unskip ignorespaces allowbreak nobreak break penalty kern hfill hfil hskip vskip
	smallskip medskip bigskip newpage clearpage pagebreak nolinebreak sloppy displaystyle textstyle maketitle frenchspacing
	textnormal textrm textsf texttt textup textmd mbox hbox makebox fbox text underline uline ul sout textulc
	uppercase lowercase MakeUppercase MakeLowercase MakeSentenceCase MakeTitlecase natexlab singleletter
	mathrm urlprefix bibfnamefont selectfont unboldmath boldmath textlatin textgreek
	textcyrillic nohyphens hyphenation swabfamily textlf textsw textosf textquote blockquote nohyphen acs ac acf acl acp gls Gls glspl cref Cref ref eqref autoref pageref`
		.trim()
		.split(/\s+/),
);
