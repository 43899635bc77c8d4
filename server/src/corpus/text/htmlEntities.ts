/** Character references of HTML and XML: `&amp;`, `&#39;`, `&#x2013;`. */

import { decodeHTMLStrict } from 'entities/decode';
import { symbolTable } from './latexSymbols.ts';

/** Greek letters of ISO 8879 (ISOgrk1), which publishers use but HTML lacks: `&agr;`; capitals as `&Agr;`, `&THgr;`. */
const ISO_GREEK = symbolTable(`
	a α b β g γ d δ e ε z ζ ee η th θ i ι k κ l λ m μ n ν x ξ o ο p π r ρ s σ sf ς t τ u υ ph φ kh χ ps ψ oh ω
`);
/** Arrows of ISO 8879 (ISOamsa), which HTML lacks too. */
const ISO_ARROWS = symbolTable('rlhar2 ⇌ lrhar2 ⇋');

/** Accents in entity names. HTML defines them for some letters only: `&xcaron;` is `x̌`. */
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

/** HTML's longest name, `CounterClockwiseContourIntegral`, has 31 letters. */
const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,30}));/g;

/** `text` with its references decoded. Decoded twice, because `&amp;lt;` is a common mistake. Unknown names are kept. */
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
	// U+FFFD results from a number that is not a character. Line ends are kept, because two of them separate paragraphs.
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
