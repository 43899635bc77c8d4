/** The brackets of a stretch of prose, and Pandoc's citations in them. */

import { escapedEnd } from '../syntax/key.ts';
import { keyAt, type PandocKey } from '../syntax/pandocKey.ts';
import type { Citation } from './citation.ts';
import { Delimiters, isAfterString } from './delimiters.ts';
import { LOOK_AHEAD, type Prose } from './nonProse.ts';
import {
	type Bracketed,
	bracketCitation,
	type InnerPiece,
	joinedCitation,
	type KeyPiece,
	type Piece,
	separateCitations,
} from './pandocCitation.ts';
import { stickyEnd } from './sticky.ts';
import type { Stretch } from './words.ts';

/** An opening bracket and what has been found after it. */
interface OpenBracket {
	/** Position after the `[`. */
	readonly start: number;
	/** The key right before the brackets, which they may belong to: `@a` of `@a [p. 3]`. */
	readonly owner: KeyPiece | undefined;
	/** Whether they cannot be a citation: those of a note or an image, `^[...]` and `![...]`. */
	readonly isOther: boolean;
	readonly pieces: Piece[];
	/** Made when the first delimiter is met. */
	delimiters: Delimiters | undefined;
	holdsPaper: boolean;
}

/** Nobody nests as many brackets. If more are open, the outermost are taken for text. */
const MAX_DEPTH = 40;

/** Follows the brackets of one stretch from its start to its end. */
export class Brackets {
	readonly #stretch: Stretch;
	readonly #prose: Prose;
	readonly #readsPandoc: boolean;
	/** What stands outside all brackets. */
	readonly #outer: OpenBracket;
	readonly #open: OpenBracket[] = [];
	/** Where the name after the latest `@` ends. Another `@` may follow at once: `@a@b`. */
	#nameEnd = -1;

	/** `openDelimiters` are those that are open where it begins: see `restAt`. */
	constructor(
		stretch: Stretch,
		prose: Prose,
		{ readsPandoc, openDelimiters = '' }: { readonly readsPandoc: boolean; readonly openDelimiters?: string },
	) {
		this.#stretch = stretch;
		this.#prose = prose;
		this.#readsPandoc = readsPandoc;
		this.#outer = this.#bracketAt(0, undefined, true);
		if (openDelimiters !== '') {
			this.#outer.delimiters = this.#delimitersFor(this.#outer.pieces);
			this.#outer.delimiters.reopen(openDelimiters);
		}
	}

	/**
	 * The delimiters that are open at `at`, if they are all that counts there of the text before it: no brackets are open or
	 * belong to a key, and no sign right before `at` has a meaning for what follows. Undefined if more counts.
	 */
	restAt(at: number): string | undefined {
		const { delimiters } = this.#outer;
		const isPlain = this.#open.length === 0 && this.#nameEnd !== at && !this.followKey(at);
		return isPlain && this.#stretch.text[at - 1] !== '\\' ? (delimiters ? delimiters.restAt(at) : '') : undefined;
	}

	/** Hands over the citations so far. To be called where `restAt` gives something: nothing later changes them. */
	takeCitations(): Citation[] {
		return separateCitations(this.#stretch, this.#outer.pieces.splice(0));
	}

	/** How many brackets are open. */
	get depth(): number {
		return this.#open.length;
	}

	get #inner(): OpenBracket {
		return this.#open.at(-1) ?? this.#outer;
	}

	#bracketAt(start: number, owner: KeyPiece | undefined, isOther: boolean): OpenBracket {
		return { start, owner, isOther, pieces: [], delimiters: undefined, holdsPaper: false };
	}

	#delimitersFor(pieces: Piece[]): Delimiters {
		return new Delimiters(this.#prose, (before) => {
			pieces.push(this.#innerPiece(pieces.splice(before)));
		});
	}

	#innerPiece(pieces: readonly Piece[]): InnerPiece {
		return { kind: 'inner', citations: separateCitations(this.#stretch, pieces) };
	}

	/** Takes a citation in our own syntax. No Pandoc citation can be around it. */
	addPaper(citation: Citation): void {
		this.#inner.pieces.push({ kind: 'inner', citations: [citation] });
		this.#inner.holdsPaper = true;
	}

	/** Takes the key after the `@` at `at`. Returns the position after it; undefined if no key may stand there. */
	addKey(at: number): number | undefined {
		const { text } = this.#stretch;
		const { pieces, delimiters } = this.#inner;
		const key = keyWithMark(text, at, delimiters?.emphasisEnd);
		const isFree = at === this.#nameEnd || !isAfterString(text, at);
		if (!key || !isFree || delimiters?.emphasisEnd === at) {
			this.#nameEnd = stickyEnd(LABEL, text, at + 1) ?? at + 1;
			this.#prose.looked(this.#nameEnd + LOOK_AHEAD);
			return undefined;
		}
		this.#nameEnd = key.after;
		this.#prose.looked(escapedEnd(text, key.end) + LOOK_AHEAD);
		pieces.push({ kind: 'key', key });
		return key.after;
	}

	addSemicolon(at: number): void {
		this.#inner.pieces.push({ kind: 'semicolon', at });
	}

	/** Whether nothing at or behind `at` changes the citations before it: no brackets are open there or belong to a key. */
	areSettled(at: number): boolean {
		const isBracket = this.#stretch.text[at] === '[';
		return this.#open.length === 0 && !(isBracket && this.#outer.pieces.at(-1)?.kind === 'key');
	}

	/** Takes the delimiter at `at`, such as `*`. Returns the position after it. */
	addDelimiter(at: number): number {
		const inner = this.#inner;
		inner.delimiters ??= this.#delimitersFor(inner.pieces);
		return inner.delimiters.take(at, inner.pieces.length);
	}

	/** Takes the `[` at `at`. */
	open(at: number): void {
		const { text } = this.#stretch;
		const owner = this.#keyBefore(at);
		if (this.#open.length === MAX_DEPTH) {
			for (const piece of this.#open.shift()?.pieces ?? []) {
				this.#outer.pieces.push(piece);
			}
		}
		const isImage = text[at - 1] === '!' && text[at - 2] !== '\\';
		this.#open.push(this.#bracketAt(at + 1, owner, isImage || this.isNoteAt(at)));
	}

	/** Whether brackets at `at` belong to the key right before them. */
	followKey(at: number): boolean {
		return this.#keyBefore(at) !== undefined;
	}

	#keyBefore(at: number): KeyPiece | undefined {
		const last = this.#inner.pieces.at(-1);
		return last?.kind === 'key' && SPACE.test(this.#stretch.text.slice(last.key.after, at)) ? last : undefined;
	}

	/** Whether the `[` at `at` opens a note, `^[...]`. */
	isNoteAt(at: number): boolean {
		return this.#inner.delimiters?.noteStart === at;
	}

	/** Takes the `]` at `at`. Says whether it closes brackets, and which citations they hold. */
	close(at: number): boolean {
		const bracket = this.#open.pop();
		if (!bracket) {
			return false;
		}
		const { text } = this.#stretch;
		const bracketed: Bracketed = { stretch: this.#stretch, start: bracket.start, end: at, pieces: bracket.pieces };
		const mayCite = this.#mayCite(bracket, at) && !/[[({]/.test(text[at + 1] ?? '');
		const alone = mayCite && !bracket.isOther ? bracketCitation(bracketed) : undefined;
		const apart = alone ? [alone] : separateCitations(this.#stretch, bracket.pieces);
		if (bracket.owner) {
			bracket.owner.brackets = { joined: mayCite ? joinedCitation(bracket.owner.key, bracketed) : undefined, apart };
		} else if (apart.length > 0) {
			this.#inner.pieces.push({ kind: 'inner', citations: apart });
		}
		this.#inner.holdsPaper ||= bracket.holdsPaper;
		return true;
	}

	#mayCite({ delimiters, holdsPaper }: OpenBracket, end: number): boolean {
		return this.#readsPandoc && !holdsPaper && (delimiters?.mayEndAt(end) ?? true);
	}

	/** All citations, in the order of the text. Brackets that are still open are text. */
	citations(): Citation[] {
		const pieces = [this.#outer, ...this.#open].flatMap((bracket) => bracket.pieces);
		return separateCitations(this.#stretch, pieces);
	}
}

/** The key whose `@` is at `at`. A `-` before it is no mark if it is part of a dash (`--`) or follows emphasis. */
function keyWithMark(text: string, at: number, emphasisEnd: number | undefined): PandocKey | undefined {
	const key = keyAt(text, at);
	if (!key || key.markStart === at) {
		return key;
	}
	const hyphens = /-*$/.exec(text.slice(Math.max(0, at - MAX_HYPHENS), at))?.[0].length ?? 0;
	return hyphens % 3 !== 1 || key.markStart === emphasisEnd ? { ...key, markStart: at } : key;
}

/** A multiple of three, which is the longest dash: a longer row tells no more. */
const MAX_HYPHENS = 30;

/** The label of a numbered example, which Pandoc reads after an `@` that begins no key. */
const LABEL = /[\p{L}\p{N}]*(?:[_-][\p{L}\p{N}]+)*/uy;

/** What may stand between a key and the brackets that belong to it. */
const SPACE = /^[ \t]*(?:\n[ \t]*)?$/;
