/**
 * Which paper a key meant. When a source gives the paper a new key, citations by the old one still find it. The memory
 * outlives the index, which is rebuilt now and then.
 */

import type { PaperMarks } from './identity/paperMarks.ts';

export interface KeyMeaning {
	/** As `comparedKey` gives it. */
	readonly key: string;
	readonly marks: PaperMarks;
	/**
	 * Whether another paper had similar marks, such as the article that follows a talk. Then only a paper with exactly
	 * these marks is meant.
	 */
	readonly isExact: boolean;
}

export interface RememberedMeaning extends KeyMeaning {
	/** Whether notes cited the paper by this key when it was last looked at. */
	readonly isCited: boolean;
}

/** What notes mean by a key that they cite. */
export interface CitedKey {
	/** As `comparedKey` gives it. */
	readonly key: string;
	/** `Corpus.factsOf` the papers meant: as long as it stays the same, there is nothing new to remember. */
	readonly facts: number;
	readonly meanings: readonly KeyMeaning[];
}

/** Never throws. What cannot be stored is forgotten. */
export interface KeyMemory {
	/** The papers that `key` has meant. */
	meaningsOf(key: string): readonly RememberedMeaning[];
	/** The keys that notes cite, with `facts` of what they mean. */
	cited(): ReadonlyMap<string, number>;
	/** Remembers what keys meant that records have just lost. */
	keepLost(meanings: readonly KeyMeaning[]): void;
	/** Remembers what notes mean by the keys they cite, instead of what they meant by them before. */
	keepCited(keys: readonly CitedKey[]): void;
	/** These keys are no longer cited. */
	keepUncited(keys: readonly string[]): void;
}

/** Remembers nothing. */
export const noKeyMemory: KeyMemory = {
	meaningsOf: () => [],
	cited: () => new Map(),
	keepLost: () => {},
	keepCited: () => {},
	keepUncited: () => {},
};
