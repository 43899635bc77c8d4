/**
 * What people have decided about the papers of a workspace folder: `.paper-notes.yml` at its root, which is committed
 * with the notes. One fact a line, sorted, so that git merges it:
 *
 *     - means: {key: smith2020, paper: 10.1234/b}
 *     - one: [smith2020, 10.1234/c]
 *     - renamed: {from: old2020, to: new2021}
 *     - two: [jones2019a, jones2019b]
 */

import type { IdentityStatement } from '../corpus/identity/statedIdentity.ts';
import { comparedKey, isSameKey } from '../syntax/key.ts';
import { isMap, isScalar, isSeq, parsedYaml, yamlFields } from '../util/yaml.ts';

/** A key that a paper had before, with a name that means the paper now. */
export interface RenamedFact {
	readonly kind: 'renamed';
	readonly from: string;
	readonly to: string;
}

/** A key that has come to mean another paper, with that paper: its DOI, arXiv id or title. */
export interface MeansFact {
	readonly kind: 'means';
	readonly key: string;
	readonly paper: string;
}

/** That two names, which are keys or identifiers, mean one paper, or two. */
export type IdentityFact = IdentityStatement;

export type Fact = RenamedFact | MeansFact | IdentityFact;

export interface Decisions {
	/** Old keys, as `comparedKey` gives them, with the names that mean their papers now. */
	readonly renamed: ReadonlyMap<string, string>;
	/** Keys, as `comparedKey` gives them, with the papers that people say they mean. */
	readonly means: ReadonlyMap<string, string>;
}

/** The decisions in the texts of such files. Of two facts about one key, the later counts. */
export function decisionsIn(texts: Iterable<string>): Decisions {
	const renamed = new Map<string, string>();
	const means = new Map<string, string>();
	for (const fact of [...texts].flatMap(factsIn)) {
		if (fact.kind === 'renamed') {
			renamed.set(comparedKey(fact.from), fact.to);
		} else if (fact.kind === 'means') {
			means.set(comparedKey(fact.key), fact.paper);
		}
	}
	return { renamed, means };
}

/** What these texts state about which records are one paper. */
export function statementsIn(texts: Iterable<string>): readonly IdentityFact[] {
	return [...texts].flatMap(factsIn).filter((fact): fact is IdentityFact => fact.kind === 'one' || fact.kind === 'two');
}

/** The facts in the text of such a file. Lines that say something else are ignored. */
export function factsIn(text: string): readonly Fact[] {
	const contents = text.trim() === '' ? undefined : parsedYaml(text).contents;
	return (isSeq(contents) ? contents.items : []).flatMap((line): readonly Fact[] => {
		const [kind, value] = (isMap(line) && yamlFields(line)[0]) || [];
		const fields = isMap(value) ? new Map(yamlFields(value).map(([name, field]) => [name, textOf(field)])) : undefined;
		const textAt = (name: string): string => fields?.get(name) ?? '';
		switch (kind) {
			case 'one':
			case 'two':
				return identityFacts(kind, value);
			case 'renamed':
				return complete({ kind, from: textAt('from'), to: textAt('to') });
			case 'means':
				return complete({ kind, key: textAt('key'), paper: textAt('paper') });
			default:
				return [];
		}
	});
}

/** Of more than two names, each with each: a line may be written by hand. */
function identityFacts(kind: IdentityFact['kind'], value: unknown): readonly IdentityFact[] {
	const names = isSeq(value) ? value.items.map(textOf).filter((name) => name !== '') : [];
	return names.flatMap((name, index) =>
		names
			.slice(index + 1)
			.filter((other) => !isSameKey(name, other))
			.map((other): IdentityFact => ({ kind, papers: [name, other] })),
	);
}

function complete(fact: RenamedFact | MeansFact): Fact[] {
	return Object.values(fact).includes('') ? [] : [fact];
}

function textOf(value: unknown): string {
	return isScalar(value) ? String(value.value).trim() : '';
}
