/**
 * Converts YAML nodes to plain values: text, lists, maps. Aliases (`*name`) are replaced by the values of their anchors
 * (`&name`), up to a limit, because a few lines of aliases can stand for gigabytes.
 */

import type { YAMLMap } from 'yaml';
import { yamlMessages } from '../../../messages/yamlMessages.ts';
import { shortened } from '../../../util/shortened.ts';
import { isAlias, isMap, isNullScalar, isScalar, isSeq } from '../../../util/yaml.ts';
import { expansionAllowance } from '../expansion.ts';

export interface ValueFault {
	readonly message: string;
	readonly range: readonly [number, number];
}

/** A value and the cost of traversing it. */
interface Weighed {
	readonly value: unknown;
	/** Number of characters and nodes. Those that aliases stand for count each time. */
	readonly weight: number;
	/** Number of nested levels of lists and maps. */
	readonly height: number;
}

/** Deeper than any bibliography. */
const MAX_DEPTH = 64;

type NodeRange = readonly [number, number, number] | null | undefined;

const NULL: Weighed = { value: null, weight: 1, height: 0 };

export class YamlValues {
	readonly #anchors = new Map<string, Weighed>();
	#allowance: number;
	#fault: ValueFault | undefined;

	/** `length`: length of the file in characters. */
	constructor(length: number) {
		this.#allowance = expansionAllowance(length);
	}

	/** The value of `node`. Remembers its anchors. */
	of(node: unknown): unknown {
		return this.#weighed(node, 0).value;
	}

	/** The first fault in a value since the last call. */
	takeFault(): ValueFault | undefined {
		const fault = this.#fault;
		this.#fault = undefined;
		return fault;
	}

	#weighed(node: unknown, depth: number): Weighed {
		if (depth > MAX_DEPTH) {
			return NULL;
		}
		if (isAlias(node)) {
			return this.#aliased(node.source, depth, node.range);
		}
		const weighed = this.#content(node, depth);
		if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) {
			this.#anchors.set(node.anchor, weighed);
		}
		return weighed;
	}

	#content(node: unknown, depth: number): Weighed {
		if (isMap(node)) {
			return this.#map(node, depth);
		}
		if (isSeq(node)) {
			const items = node.items.map((item) => this.#weighed(item, depth + 1));
			return { value: items.map(({ value }) => value), ...sum(items) };
		}
		return isScalar(node) && !isNullScalar(node)
			? { value: node.value, weight: 1 + String(node.value).length, height: 0 }
			: NULL;
	}

	/** `<<` merges fields of other maps. The map's own fields take precedence (https://yaml.org/type/merge.html). */
	#map({ items }: YAMLMap, depth: number): Weighed {
		const own = new Map<string, unknown>();
		const merged = new Map<string, unknown>();
		const parts: Weighed[] = [];
		for (const { key, value } of items) {
			const name = isScalar(key) ? String(key.value) : '';
			const part = this.#weighed(value, depth + 1);
			parts.push(part);
			if (name === '<<') {
				takeIn(merged, part.value);
			} else if (own.has(name)) {
				this.#fail(yamlMessages.repeatedField(shortened(name)), isScalar(key) ? key.range : undefined);
			} else {
				own.set(name, part.value);
			}
		}
		return { value: merged.size > 0 ? new Map([...merged, ...own]) : own, ...sum(parts) };
	}

	#aliased(name: string, depth: number, range: NodeRange): Weighed {
		const target = this.#anchors.get(name);
		const isAffordable = target !== undefined && target.weight <= this.#allowance;
		if (isAffordable && depth + target.height <= MAX_DEPTH) {
			this.#allowance -= target.weight;
			return target;
		}
		const message = target ? yamlMessages.expansive : yamlMessages.unknownAlias(name.slice(0, 40));
		this.#fail(message, range);
		return NULL;
	}

	#fail(message: string, range: NodeRange): void {
		this.#fault ??= { message, range: [range?.[0] ?? 0, range?.[1] ?? 1] };
	}
}

function sum(parts: readonly Weighed[]): { weight: number; height: number } {
	let weight = 1;
	let height = 0;
	for (const part of parts) {
		weight += part.weight;
		height = Math.max(height, part.height);
	}
	return { weight, height: height + 1 };
}

function takeIn(fields: Map<string, unknown>, value: unknown): void {
	for (const source of Array.isArray(value) ? value : [value]) {
		for (const [name, content] of source instanceof Map ? source : []) {
			if (!fields.has(name)) {
				fields.set(name, content);
			}
		}
	}
}
