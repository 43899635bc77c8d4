/** What a thread of the index must know from its start. A thread that is started again is told all of it. */

import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { Order } from './threadMessages.ts';

export class StandingOrders {
	/** The roots last scanned. Undefined until the first scan. */
	roots: readonly CorpusRoot[] | undefined;
	/** Whether the work is paused. */
	isPaused = false;
	/** Texts of files that are open in an editor. */
	readonly #texts = new Map<string, string>();

	/** If `text` is undefined, the text on disk counts again. */
	setText(uri: string, text: string | undefined): void {
		void (text === undefined ? this.#texts.delete(uri) : this.#texts.set(uri, text));
	}

	*all(): Iterable<Order> {
		for (const [uri, text] of this.#texts) {
			yield { kind: 'textChanged', uri, text };
		}
		if (this.roots) {
			yield { kind: 'scan', roots: this.roots };
		}
		if (this.isPaused) {
			yield { kind: 'pause' };
		}
	}
}
