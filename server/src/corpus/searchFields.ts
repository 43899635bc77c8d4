import type { PlainText } from '../util/textKinds.ts';

/** What the search knows about a paper, in the form that people remember and type it. */
export interface SearchFields {
	readonly key: string;
	/** All names that find the paper: its key and its aliases. */
	readonly names: readonly string[];
	readonly title: PlainText;
	/** Each as `Given Family`, or the team's name. */
	readonly authors: readonly PlainText[];
	readonly year: number | undefined;
	readonly venue: PlainText | undefined;
	readonly categories: readonly string[];
	/** Whether it has an abstract, which may be added later. */
	readonly hasAbstract: boolean;
	readonly doi: string | undefined;
	readonly arxiv: string | undefined;
	readonly hasCode: boolean;
	readonly hasPdf: boolean;
	/** When the paper was added to the index; larger is later. */
	readonly added: number;
}
