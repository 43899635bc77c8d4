/** Groups records into papers: all records that are connected by the same-paper relation. */

import { type Identity, samePaper } from './identity.ts';

/** The indices of `identities`, grouped by paper, in the order of each paper's first record. */
export function identityGroups(identities: readonly Identity[]): readonly (readonly number[])[] {
	const leaders = identities.map((_, index) => index);
	const leaderOf = (index: number): number => {
		let leader = index;
		while (leaders[leader] !== leader) {
			leader = leaders[leader] ?? leader;
		}
		leaders[index] = leader;
		return leader;
	};
	for (const [index, other] of candidatePairs(identities)) {
		const a = leaderOf(index);
		const b = leaderOf(other);
		const [left, right] = [identities[index], identities[other]];
		if (a !== b && left !== undefined && right !== undefined && samePaper(left, right)) {
			leaders[Math.max(a, b)] = Math.min(a, b);
		}
	}
	return groupsOf(identities.map((_, index) => leaderOf(index)));
}

/**
 * Pairs that share a DOI, an arXiv id or a title. Of the records that share an identifier, each is paired with the
 * first, which connects all of them. A shared title alone does not connect records, so all pairs are compared.
 */
function* candidatePairs(identities: readonly Identity[]): Generator<readonly [number, number]> {
	for (const pick of [(identity: Identity) => identity.doi, (identity: Identity) => identity.arxiv]) {
		for (const [first = 0, ...others] of placesBy(identities, pick)) {
			yield* others.map((other) => [first, other] as const);
		}
	}
	for (const places of placesBy(identities, (identity) => identity.title)) {
		for (const [at, place] of places.entries()) {
			yield* places.slice(0, at).map((other) => [other, place] as const);
		}
	}
}

function placesBy(
	identities: readonly Identity[],
	pick: (identity: Identity) => string | undefined,
): Iterable<number[]> {
	const places = new Map<string, number[]>();
	identities.forEach((identity, index) => {
		const value = pick(identity);
		if (value) {
			const found = places.get(value);
			if (found === undefined) {
				places.set(value, [index]);
			} else {
				found.push(index);
			}
		}
	});
	return places.values();
}

function groupsOf(leaders: readonly number[]): number[][] {
	const groups = new Map<number, number[]>();
	leaders.forEach((leader, index) => {
		groups.set(leader, [...(groups.get(leader) ?? []), index]);
	});
	return [...groups.values()];
}
