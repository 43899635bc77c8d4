/** Writes what a person decides into the text of a file of decisions: one line is added or replaced, all others stay. */

import type { KeyEdit } from '../../corpus/formats/keyEdit.ts';
import { isSameKey } from '../../syntax/key.ts';
import { type Fact, factsIn } from '../../workspace/decisions.ts';

/** The edit that adds `facts` to the text, each in its place by the alphabet, instead of what contradicts them. */
export function decisionEdits(text: string, facts: readonly Fact[]): readonly KeyEdit[] {
	const end = text.includes('\r\n') ? '\r\n' : '\n';
	const lines = linesIn(text).map((line) => ({ line, facts: factsIn(line) }));
	const kept = lines.filter((one) => !one.facts.some((known) => facts.some((fact) => isAbout(known, fact))));
	for (const fact of facts) {
		const added = { line: `${lineOf(fact)}${end}`, facts: [fact] };
		const next = kept.findIndex((one) => one.facts.length > 0 && one.line > added.line);
		const last = kept.at(-1);
		if (next < 0 && last && !last.line.endsWith('\n')) {
			kept[kept.length - 1] = { ...last, line: `${last.line}${end}` };
		}
		kept.splice(next < 0 ? kept.length : next, 0, added);
	}
	const newText = kept.map(({ line }) => line).join('');
	return newText === text ? [] : [{ span: { start: 0, end: text.length }, newText }];
}

/** `- renamed: {from: old2020, to: new2021}`, `- one: [smith2020, 10.1234/c]` */
function lineOf(fact: Fact): string {
	if (fact.kind === 'one' || fact.kind === 'two') {
		return `- ${fact.kind}: [${[...fact.papers].sort().map(scalar).join(', ')}]`;
	}
	const { kind, ...fields } = fact;
	const written = Object.entries(fields).map(([name, value]) => `${name}: ${scalar(value)}`);
	return `- ${kind}: {${written.join(', ')}}`;
}

/** As it is where YAML reads it as that text, else in quotes, which JSON and YAML share. */
function scalar(text: string): string {
	return /^[\p{L}\d_][\p{L}\d_./+-]*$/u.test(text) ? text : JSON.stringify(text);
}

/** Whether `known` says something about the subject of `fact`. That two papers are one contradicts that they are two. */
function isAbout(known: Fact, fact: Fact): boolean {
	const [one, other] = [subjectOf(known), subjectOf(fact)];
	return one.kind === other.kind && isSameKey(one.name, other.name);
}

function subjectOf(fact: Fact): { readonly kind: string; readonly name: string } {
	switch (fact.kind) {
		case 'renamed':
			return { kind: fact.kind, name: fact.from };
		case 'means':
			return { kind: fact.kind, name: fact.key };
		default:
			return { kind: 'identity', name: [...fact.papers].sort().join('\n') };
	}
}

/** Each with its line break. */
function linesIn(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
