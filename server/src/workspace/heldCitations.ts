/**
 * The citations that somebody is writing. Half a query is no mistake: what is wrong with them is held back from reports,
 * until the writer is done with them.
 */

import type { Citation } from '../notes/citation.ts';
import { debounced } from '../util/debounced.ts';
import { type Span, shareText } from '../util/span.ts';

/** Milliseconds after the last edit at which a writer counts as done, where the client does not say where the cursor is. */
const RELEASE_MS = 1500;

export interface HoldOptions {
	/** The client tells when the cursor leaves a citation: it may rest in one for as long as it likes. */
	readonly tellsCursorLeft: boolean;
	/** Called when there is more to report about the note `uri` than the client has been told. */
	readonly onRelease: (uri: string) => void;
}

/** Those that the last edits have touched, which all stand in one note. */
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

	/** To be called after each edit of a note, with the citations that it has touched. The client asks for this note by itself. */
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

	/** The writer is done with the citations of the note `uri`. */
	release(uri: string | undefined): void {
		if (uri !== undefined && uri === this.#uri) {
			const isSomethingUntold = this.#isSomethingUntold;
			this.forget(uri);
			if (isSomethingUntold) {
				this.#onRelease(uri);
			}
		}
	}

	/** The note `uri` is closed: nobody is to be told. */
	forget(uri: string): void {
		if (uri === this.#uri) {
			this.#uri = undefined;
			this.#spans = [];
			this.#isSomethingUntold = false;
		}
	}

	/** Whether what would be reported at `span` of the note `uri` is held back. On release the client is asked to look again. */
	holdsBack(uri: string, span: Span): boolean {
		const isHeld = uri === this.#uri && this.#spans.some((held) => shareText(held, span));
		this.#isSomethingUntold ||= isHeld;
		return isHeld;
	}
}
