/** The text read so far and the groups that are open: a stack, so that a million braces cost no recursion. */

import { accented } from './latexAccents.ts';
import type { Wrap } from './latexCommands.ts';

/** Deeper groups are counted, not kept: nobody nests a hundred, and damaged files nest millions. */
const MAX_DEPTH = 100;

/** What becomes of a group's text. */
export interface GroupKind {
	/** The braces themselves are text. */
	readonly isLiteral?: boolean;
	/** A mark for its first letter. */
	readonly accent?: string;
	readonly wrap?: Wrap | undefined;
}

interface Group {
	/** What was read before the group began. */
	readonly before: string;
	readonly kind: GroupKind;
	/** Closes the type switches (`\em`) met so far. */
	switched: string;
}

export class LatexGroups {
	readonly #groups: Group[] = [];
	#out = '';
	#switched = '';
	#depthBeyond = 0;

	add(text: string): void {
		this.#out += text;
	}

	begin(kind: GroupKind): void {
		if (this.#groups.length >= MAX_DEPTH) {
			this.#depthBeyond += 1;
			return;
		}
		this.#groups.push({ before: this.#out, kind, switched: '' });
		this.#out = '';
	}

	/** Ends the innermost group; false where none is open. `brace` is what closes it in the text. */
	end(brace: string): boolean {
		if (this.#depthBeyond > 0) {
			this.#depthBeyond -= 1;
			return true;
		}
		const group = this.#groups.pop();
		if (group === undefined) {
			return false;
		}
		this.#out = group.before + finished(group.kind, this.#out + group.switched, brace);
		return true;
	}

	/** Changes the type from here to the end of the group. */
	switchType(wrap: Wrap): void {
		const group = this.#groups.at(-1);
		this.#out += wrap.open;
		if (group === undefined) {
			this.#switched = wrap.close + this.#switched;
		} else {
			group.switched = wrap.close + group.switched;
		}
	}

	/** All that was read; groups that nothing closed end here. */
	finish(): string {
		this.#depthBeyond = 0;
		while (this.end('')) {
			// Each turn ends one group.
		}
		return this.#out + this.#switched;
	}
}

function finished(kind: GroupKind, text: string, brace: string): string {
	if (kind.isLiteral === true) {
		// A brace that nothing closes, and one around nothing, are debris of some exporter.
		return brace === '' || text.trim() === '' ? text : `{${text}${brace}`;
	}
	if (kind.accent !== undefined) {
		return accented(text, kind.accent);
	}
	return kind.wrap !== undefined && text.trim() !== '' ? kind.wrap.open + text + kind.wrap.close : text;
}
