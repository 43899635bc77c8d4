/** MathML (https://www.w3.org/TR/mathml-core/) as rich text: `<msup><mi>x</mi><mn>2</mn></msup>` gives `x<sup>2</sup>`. */

import type { XmlElement } from './xmlElement.ts';

type Arguments = readonly [first: string, second: string, third: string];

/** Elements in which the position of a child determines its role. */
const LAYOUTS: ReadonlyMap<string, (parts: Arguments) => string> = new Map([
	['msup', ([base, upper]) => base + script('sup', upper)],
	['msub', ([base, lower]) => base + script('sub', lower)],
	['msubsup', ([base, lower, upper]) => base + script('sub', lower) + script('sup', upper)],
	['munder', ([base, lower]) => base + script('sub', lower)],
	['mover', ([base, upper]) => accented(base, upper)],
	['munderover', ([base, lower, upper]) => base + script('sub', lower) + script('sup', upper)],
	['mfrac', ([above, below]) => `${grouped(above)}/${grouped(below)}`],
	['mroot', ([base, index]) => `${script('sup', index)}√${grouped(base)}`],
]);

/** The combining forms of marks over a letter. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
	['^', '\u0302'],
	['ˆ', '\u0302'],
	['~', '\u0303'],
	['˜', '\u0303'],
	['∼', '\u0303'],
	['¯', '\u0304'],
	['‾', '\u0304'],
	['_', '\u0304'],
	['˙', '\u0307'],
	['.', '\u0307'],
	['¨', '\u0308'],
	['→', '\u20d7'],
]);

/** Invisible operators: invisible times, function application, separator, plus. */
const INVISIBLE = /[\u2061-\u2064]/g;
/** Elements that repeat the formula in another notation. */
const ALTERNATIVES: ReadonlySet<string> = new Set(['annotation', 'annotation-xml']);

export function mathRichText(element: XmlElement): string {
	if (ALTERNATIVES.has(element.name)) {
		return '';
	}
	const layout = LAYOUTS.get(element.name);
	if (layout) {
		const [first = '', second = '', third = ''] = partsOf(element);
		return layout([first, second, third]);
	}
	switch (element.name) {
		case 'mspace':
			return ' ';
		case 'msqrt':
			return `√${grouped(partsOf(element).join(''))}`;
		case 'mfenced':
			return `(${partsOf(element).join(', ')})`;
		case 'mtr':
			return `${partsOf(element).join(' ')} `;
		default:
			return partsOf(element).join('');
	}
}

/** White space between elements is layout and is dropped; white space in `<mtext> if </mtext>` is kept. */
function partsOf({ name, children }: XmlElement): readonly string[] {
	return children.flatMap((child) => {
		if (typeof child !== 'string') {
			return [mathRichText(child)];
		}
		const text = child.replace(INVISIBLE, '').replace(/\s+/g, ' ');
		return name === 'mtext' ? [text] : text.trim() === '' ? [] : [text.trim()];
	});
}

function script(tag: 'sub' | 'sup', text: string): string {
	return text === '' ? '' : `<${tag}>${text}</${tag}>`;
}

function accented(base: string, over: string): string {
	const accent = ACCENTS.get(over.trim());
	return accent === undefined || base === '' ? base + script('sup', over) : base + accent;
}

/** `a+b` gets brackets where it would otherwise be split; `ab`, `12` and `x<sup>2</sup>` do not. */
function grouped(text: string): string {
	return /[-+−±=<>/ ](?![^<]*>)/.test(text.replace(/<\/?su[bp]>/g, '')) ? `(${text})` : text;
}
