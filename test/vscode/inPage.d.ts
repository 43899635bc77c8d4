/** All numbers are pixels from the window's upper left corner. */
export interface EditorView {
	/** Top to bottom. A line that wraps is several of these. */
	readonly lines: readonly VisibleLine[];
	readonly squiggles: readonly DrawnSquiggle[];
	/** The first cursor. */
	readonly caret?: { readonly x: number; readonly y: number };
}

export interface VisibleLine {
	readonly text: string;
	readonly top: number;
	readonly bottom: number;
	/** The horizontal middle of each UTF-16 unit of `text`. */
	readonly middles: readonly number[];
}

export interface DrawnSquiggle {
	/** `error`, `warning`, `info` or `hint`. */
	readonly severity: string;
	readonly left: number;
	readonly right: number;
	/** Vertically. */
	readonly middle: number;
}

export function editorView(): EditorView;

/** As CSS writes it: `rgb(255, 0, 0)`. */
export function colourOf(text: string): string | undefined;

export function watchLists(): void;

/** The rows of each. */
export function listsSeen(): readonly string[];

export function putText(box: object, text: string): void;
