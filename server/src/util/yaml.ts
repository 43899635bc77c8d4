/** YAML with positions, as text from anywhere must be read: nothing is converted, followed or thrown. */

import { isScalar, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { yamlMessages } from '../messages/yamlMessages.ts';
import { shortened } from './shortened.ts';
import type { Span } from './span.ts';

export interface ParsedYaml {
	/** The first document's outermost value, as far as it was understood. */
	readonly contents: unknown;
	/** The first thing that is wrong. */
	readonly fault: YamlFault | undefined;
}

export interface YamlFault {
	readonly message: string;
	readonly span: Span;
}

/**
 * With the failsafe schema every value is text as written: `volume: 010` is no 8. Offsets are those of `source`. What the
 * caller meets in `contents` may be an alias (`*name`), which must not be followed: a few lines can stand for gigabytes.
 */
export function parsedYaml(source: string): ParsedYaml {
	// The package makes an error, with its stack trace, for each wrong character, and nobody looks at traces.
	const limit = Error.stackTraceLimit;
	Error.stackTraceLimit = 0;
	try {
		// The package knows no lone CR; the replacement keeps all offsets.
		const { contents, errors } = parseDocument(source.replace(/\r(?!\n)/g, '\n'), {
			schema: 'failsafe',
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: 'silent',
		});
		const [first] = errors;
		const fault = first && { message: shortened(first.message), span: { start: first.pos[0], end: first.pos[1] } };
		return { contents, fault };
	} catch (error) {
		// Nested so deeply that the package runs out of call stack.
		const message = yamlMessages.unreadable(shortened(String(error)));
		return { contents: undefined, fault: { message, span: { start: 0, end: 1 } } };
	} finally {
		Error.stackTraceLimit = limit;
	}
}

/** Names and values of a mapping, in order; a name that is no text is the empty one. */
export function yamlFields(map: YAMLMap): readonly (readonly [name: string, value: unknown])[] {
	return map.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value]);
}

/** Whether the failsafe schema's text is what YAML itself calls null. */
export function isNullScalar({ type, value }: Scalar): boolean {
	return type === 'PLAIN' && /^(?:~|null|)$/i.test(String(value));
}

/** A value without its quotes; undefined for one that is not in the text. */
export function scalarSpan({ type, range }: Scalar, offset: number): Span | undefined {
	const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
	return range ? { start: range[0] + offset + quotes, end: range[1] + offset - quotes } : undefined;
}
