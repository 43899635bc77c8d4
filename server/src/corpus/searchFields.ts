import type { PlainText } from '../util/textKinds.ts';

/** What search knows of a paper, as a person would remember and type it. */
export interface SearchFields {
	readonly key: string;
	/** Every name that finds the paper: its key, its aliases. */
	readonly names: readonly string[];
	readonly title: PlainText;
	/** Each as `Given Family`, or the team's name. */
	readonly authors: readonly PlainText[];
	readonly year: number | undefined;
	readonly venue: PlainText | undefined;
	readonly categories: readonly string[];
	/** The abstract itself may come later. */
	readonly hasAbstract: boolean;
	readonly doi: string | undefined;
	readonly arxiv: string | undefined;
	readonly hasCode: boolean;
	readonly hasPdf: boolean;
	/** When the paper came into the index; larger is later. */
	readonly added: number;
}
