/** Character references of HTML and XML: `&amp;`, `&#39;`, `&#x2013;`. */

import { decodeHTMLStrict } from 'entities/decode';
import { symbolTable } from './latexSymbols.ts';

/** Greek of ISO 8879 (ISOgrk1), which HTML lacks and publishers write: `&agr;`; capitals as `&Agr;`, `&THgr;`. */
const ISO_GREEK = symbolTable(`
	a α b β g γ d δ e ε z ζ ee η th θ i ι k κ l λ m μ n ν x ξ o ο p π r ρ s σ sf ς t τ u υ ph φ kh χ ps ψ oh ω
`);
/** Likewise of ISO 8879 (ISOamsa). */
const ISO_ARROWS = symbolTable('rlhar2 ⇌ lrhar2 ⇋');

/** Accents that letters are named after, which HTML has for some letters only: `&xcaron;` is `x̌`. */
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

/** The longest name of HTML, `CounterClockwiseContourIntegral`, has 31 letters. */
const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,30}));/g;

/** `text` with its references resolved; twice, since `&amp;lt;` is a common slip. Unknown names stay. */
export function decodeEntities(text: string): string {
	if (!text.includes('&')) {
		return text;
	}
	const once = text.replace(REFERENCE, resolved);
	return once.includes('&') ? once.replace(REFERENCE, resolved) : once;
}

function resolved(reference: string, name = ''): string {
	const decoded = decodeHTMLStrict(reference);
	if (decoded === reference) {
		return isoCharacter(name) ?? accentedLetter(name) ?? reference;
	}
	// U+FFFD stands for a number that is no character. Line ends stay: two of them part paragraphs.
	return decoded.replaceAll('\ufffd', '').replace(/[^\S\r\n]/g, ' ');
}

function isoCharacter(name: string): string | undefined {
	const code = name.endsWith('gr') ? name.slice(0, -2) : '';
	const capital = code === code.toUpperCase() ? ISO_GREEK.get(code.toLowerCase())?.toUpperCase() : undefined;
	return ISO_GREEK.get(code) ?? capital ?? ISO_ARROWS.get(name);
}

function accentedLetter(name: string): string | undefined {
	const [, letter = '', accent = ''] = ACCENTED.exec(name) ?? [];
	const mark = MARKS.get(accent);
	return mark === undefined ? undefined : (letter + mark).normalize('NFC');
}
