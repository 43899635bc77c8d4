/** The text read so far and the open groups. An explicit stack, so that a million braces need no recursion. */

import { accented } from './latexAccents.ts';
import type { Wrap } from './latexCommands.ts';

/** Deeper groups are counted but not stored: nobody nests a hundred, but damaged files nest millions. */
const MAX_DEPTH = 100;

/** What to do with a group's text. */
export interface GroupKind {
	/** Whether the braces themselves are text. */
	readonly isLiteral?: boolean;
	/** An accent for the group's first letter. */
	readonly accent?: string;
	readonly wrap?: Wrap | undefined;
}

interface Group {
	/** The text before the group. */
	readonly before: string;
	readonly kind: GroupKind;
	/** The closing markup of the style switches (`\em`) so far. */
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

	/** The last characters of the innermost group's text. */
	tail(): string {
		return this.#out.slice(-200);
	}

	begin(kind: GroupKind): void {
		if (this.#groups.length >= MAX_DEPTH) {
			this.#depthBeyond += 1;
			return;
		}
		this.#groups.push({ before: this.#out, kind, switched: '' });
		this.#out = '';
	}

	/** Ends the innermost group. Returns false if none is open. `brace` is the closing brace in the text. */
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

	/** Changes the style from here to the end of the group. */
	switchType(wrap: Wrap): void {
		const group = this.#groups.at(-1);
		this.#out += wrap.open;
		if (group === undefined) {
			this.#switched = wrap.close + this.#switched;
		} else {
			group.switched = wrap.close + group.switched;
		}
	}

	/** All text read. Unclosed groups end here. */
	finish(): string {
		this.#depthBeyond = 0;
		while (this.end('')) {
			// Each iteration ends one group.
		}
		return this.#out + this.#switched;
	}
}

function finished(kind: GroupKind, text: string, brace: string): string {
	if (kind.isLiteral === true) {
		// A brace that is never closed, or that encloses nothing, is left over from an exporter and is dropped.
		return brace === '' || text.trim() === '' ? text : `{${text}${brace}`;
	}
	if (kind.accent !== undefined) {
		return accented(text, kind.accent);
	}
	return kind.wrap !== undefined && text.trim() !== '' ? kind.wrap.open + text + kind.wrap.close : text;
}
