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

/** `- renamed: {from: old2020, to: new2021}` */
function lineOf(fact: Fact): string {
	const { kind, ...fields } = fact;
	const written = Object.entries(fields).map(([name, value]) => `${name}: ${scalar(value)}`);
	return `- ${kind}: {${written.join(', ')}}`;
}

/** As it is where YAML reads it as that text, else in quotes, which JSON and YAML share. */
function scalar(text: string): string {
	return /^[\p{L}\d_][\p{L}\d_./+-]*$/u.test(text) ? text : JSON.stringify(text);
}

function isAbout(known: Fact, fact: Fact): boolean {
	return known.kind === fact.kind && isSameKey(subjectOf(known), subjectOf(fact));
}

function subjectOf(fact: Fact): string {
	return fact.kind === 'renamed' ? fact.from : fact.key;
}

/** Each with its line break. */
function linesIn(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
