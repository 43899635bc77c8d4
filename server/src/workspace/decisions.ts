/**
 * What people have decided about the papers of a workspace folder: `.paper-notes.yml` at its root, which is committed
 * with the notes. One fact a line, sorted, so that git merges it:
 *
 *     - means: {key: smith2020, paper: 10.1234/b}
 *     - renamed: {from: old2020, to: new2021}
 */

import { comparedKey } from '../syntax/key.ts';
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

export type Fact = RenamedFact | MeansFact;

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
		} else {
			means.set(comparedKey(fact.key), fact.paper);
		}
	}
	return { renamed, means };
}

/** The facts in the text of such a file. Lines that say something else are ignored. */
export function factsIn(text: string): readonly Fact[] {
	const contents = text.trim() === '' ? undefined : parsedYaml(text).contents;
	return (isSeq(contents) ? contents.items : []).flatMap((line) => {
		const [kind, value] = (isMap(line) && yamlFields(line)[0]) || [];
		const fields = isMap(value) ? new Map(yamlFields(value).map(([name, field]) => [name, textOf(field)])) : undefined;
		const textAt = (name: string): string => fields?.get(name) ?? '';
		switch (kind) {
			case 'renamed':
				return complete({ kind, from: textAt('from'), to: textAt('to') });
			case 'means':
				return complete({ kind, key: textAt('key'), paper: textAt('paper') });
			default:
				return [];
		}
	});
}

function complete(fact: Fact): Fact[] {
	return Object.values(fact).includes('') ? [] : [fact];
}

function textOf(value: unknown): string {
	return isScalar(value) ? String(value.value).trim() : '';
}
