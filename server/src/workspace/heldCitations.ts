/**
 * The citations that someone is writing. Half a query is not a mistake, so problems of these citations are held back
 * until the writer has finished them.
 */

import type { Citation } from '../notes/citation.ts';
import { debounced } from '../util/debounced.ts';
import { type Span, shareText } from '../util/span.ts';

/**
 * Milliseconds after the last edit at which the writer counts as finished, for clients that do not report where the
 * cursor is.
 */
const RELEASE_MS = 1500;

export interface HoldOptions {
	/**
	 * Whether the client reports when the cursor leaves a citation. Then the cursor may stay in one for any length of
	 * time.
	 */
	readonly tellsCursorLeft: boolean;
	/** Called when there are more problems to report for the note `uri` than the client has been told. */
	readonly onRelease: (uri: string) => void;
}

/** The citations touched by the last edits, all in one note. */
export class HeldCitations {
	#uri: string | undefined;
	#spans: readonly Span[] = [];
	/** Whether something has been held back since the last edit. */
	#isSomethingUntold = false;
	readonly #onRelease: (uri: string) => void;
	readonly #releaseLater: () => void;

	constructor({ tellsCursorLeft, onRelease }: HoldOptions) {
		this.#onRelease = onRelease;
		this.#releaseLater = tellsCursorLeft ? () => {} : debounced(RELEASE_MS, () => this.release(this.#uri));
	}

	/**
	 * Call after each edit of a note, with the citations that it touched. The client asks for this note's problems on its
	 * own.
	 */
	edited(uri: string, citations: readonly Citation[]): void {
		if (uri !== this.#uri) {
			this.release(this.#uri);
		}
		this.#uri = uri;
		this.#spans = citations.map(({ span }) => span);
		this.#isSomethingUntold = false;
		if (citations.length > 0) {
			this.#releaseLater();
		}
	}

	/** The writer has finished the citations of the note `uri`. */
	release(uri: string | undefined): void {
		if (uri !== undefined && uri === this.#uri) {
			const isSomethingUntold = this.#isSomethingUntold;
			this.forget(uri);
			if (isSomethingUntold) {
				this.#onRelease(uri);
			}
		}
	}

	/** The note `uri` is closed. Forgets its citations without reporting them. */
	forget(uri: string): void {
		if (uri === this.#uri) {
			this.#uri = undefined;
			this.#spans = [];
			this.#isSomethingUntold = false;
		}
	}

	/**
	 * Whether problems at `span` of the note `uri` are held back. If so, the client is asked to update them on release.
	 */
	holdsBack(uri: string, span: Span): boolean {
		const isHeld = uri === this.#uri && this.#spans.some((held) => shareText(held, span));
		this.#isSomethingUntold ||= isHeld;
		return isHeld;
	}
}
