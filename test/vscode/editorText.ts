/** The editor's text as it stands on the screen: what is written where, and what is underlined. */
import type { EditorView } from './inPage.js';

export interface Squiggle {
	/** `error`, `warning`, `info` or `hint`. */
	readonly severity: string;
	/** The underlined text. What wraps gives one squiggle a line. */
	readonly text: string;
}

export interface Place {
	readonly x: number;
	readonly y: number;
}

/** The middle of the first place that shows `text`. */
export function placeOf(text: string, { lines }: EditorView): Place | undefined {
	const line = lines.find((candidate) => candidate.text.includes(text));
	const x = line?.middles[line.text.indexOf(text) + Math.floor(text.length / 2)];
	return line && x !== undefined ? { x, y: (line.top + line.bottom) / 2 } : undefined;
}

/** Pixels: less than the cursor can be from where a click put it, half a character at most; no other line is so near. */
const NEAR = 8;

/** Whether the cursor stands in the middle of the first place that shows `text`. */
export function caretIsIn(text: string, view: EditorView): boolean {
	const [place, caret] = [placeOf(text, view), view.caret];
	return place !== undefined && caret !== undefined && Math.hypot(place.x - caret.x, place.y - caret.y) < NEAR;
}

export function underlinedTexts({ lines, squiggles }: EditorView): readonly Squiggle[] {
	return squiggles.map(({ severity, left, right, middle }) => {
		const line = lines.find(({ top, bottom }) => top <= middle && middle <= bottom);
		const isUnder = (x: number | undefined) => x !== undefined && left < x && x < right;
		const text = (line?.text ?? '')
			.split('')
			.filter((_, index) => isUnder(line?.middles[index]))
			.join('');
		return { severity, text };
	});
}
