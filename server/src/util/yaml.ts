/** Parses YAML from any source and keeps positions. Nothing is converted, no alias is followed, nothing is thrown. */

import type { Alias, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { yamlMessages } from '../messages/yamlMessages.ts';
import { shortened } from './shortened.ts';
import type { Span } from './span.ts';
import { yamlLibrary } from './yamlLibrary.node.ts';

export interface ParsedYaml {
	/** The outermost value of the first document, as far as it could be parsed. */
	readonly contents: unknown;
	/** The first error. */
	readonly fault: YamlFault | undefined;
}

export interface YamlFault {
	readonly message: string;
	readonly span: Span;
}

/**
 * Parses YAML. With the failsafe schema every value is text as written: `volume: 010` is not the number 8. Offsets
 * are those of `source`. `contents` may hold aliases (`*name`). Do not follow them: a few lines can expand to
 * gigabytes.
 */
export function parsedYaml(source: string): ParsedYaml {
	// The package creates an error with its stack trace for each wrong character, and nobody reads the traces.
	const limit = Error.stackTraceLimit;
	Error.stackTraceLimit = 0;
	try {
		// The package does not know a lone CR. The replacement keeps all offsets.
		const { contents, errors } = yamlLibrary().parseDocument(source.replace(/\r(?!\n)/g, '\n'), {
			schema: 'failsafe',
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: 'silent',
		});
		const [first] = errors;
		const fault = first && { message: shortened(first.message), span: { start: first.pos[0], end: first.pos[1] } };
		return { contents, fault };
	} catch (error) {
		// The nesting is so deep that the package ran out of call stack.
		const message = yamlMessages.unreadable(shortened(String(error)));
		return { contents: undefined, fault: { message, span: { start: 0, end: 1 } } };
	} finally {
		Error.stackTraceLimit = limit;
	}
}

export function isAlias(value: unknown): value is Alias {
	return yamlLibrary().isAlias(value);
}

export function isMap(value: unknown): value is YAMLMap {
	return yamlLibrary().isMap(value);
}

export function isScalar(value: unknown): value is Scalar {
	return yamlLibrary().isScalar(value);
}

export function isSeq(value: unknown): value is YAMLSeq {
	return yamlLibrary().isSeq(value);
}

/** Names and values of a mapping, in order. A name that is not text becomes the empty string. */
export function yamlFields(map: YAMLMap): readonly (readonly [name: string, value: unknown])[] {
	return map.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value]);
}

/** Whether a text of the failsafe schema is what YAML itself calls null. */
export function isNullScalar({ type, value }: Scalar): boolean {
	return type === 'PLAIN' && /^(?:~|null|)$/i.test(String(value));
}

/** The span of a value without its quotes. Undefined for a value that is not in the text. */
export function scalarSpan({ type, range }: Scalar, offset: number): Span | undefined {
	const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
	return range ? { start: range[0] + offset + quotes, end: range[1] + offset - quotes } : undefined;
}
