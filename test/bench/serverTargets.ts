/** What the server's figures are held to: issue 2 for the real corpus, issue 4 for generated ones of its three sizes. */

export interface ServerTargets {
	/** Seconds from nothing until papers are found by title, and until all is indexed. */
	readonly searchable?: number;
	readonly indexed?: number;
	/** Milliseconds. */
	readonly firstCompletion?: number;
	readonly completion?: number;
	/** While the first index is made. */
	readonly completionMeanwhile?: number;
	readonly hover?: number;
	readonly diagnostics?: number;
	/** MB. */
	readonly memory?: number;
	/** As a multiple of the corpus. */
	readonly disk?: number;
}

export const REAL_TARGETS: ServerTargets = {
	indexed: 4,
	firstCompletion: 400,
	completion: 10,
	hover: 5,
	diagnostics: 20,
	memory: 200,
};

const GENERATED_TARGETS: ReadonlyMap<number, ServerTargets> = new Map([
	[10_000, { searchable: 0.5, indexed: 1.5, firstCompletion: 150, completion: 3, hover: 2, memory: 110, disk: 1 }],
	[
		100_000,
		{
			searchable: 3,
			indexed: 9,
			firstCompletion: 170,
			completion: 6,
			hover: 2,
			memory: 150,
			disk: 1,
			completionMeanwhile: 16,
		},
	],
	[1_000_000, { searchable: 35, indexed: 110, firstCompletion: 300, completion: 16, hover: 3, memory: 350, disk: 1 }],
]);

/** None for a size that no target was set for. */
export function generatedTargets(papers: number): ServerTargets {
	return GENERATED_TARGETS.get(papers) ?? {};
}
