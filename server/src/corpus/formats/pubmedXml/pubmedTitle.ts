/** Titles as PubMed writes them. */

/** Without the full stop that PubMed puts behind every title: `Prehistoric genomics.`, but `... in the U.S.` keeps its own. */
export function plainPubmedTitle(title: string): string {
	return /(?:[^\s.]{2,}|[\])>])\.$/u.test(title) && !/\.\p{Lu}\.$/u.test(title) ? title.slice(0, -1) : title;
}
