/**
 * Templates in Liquid (https://liquidjs.com), from people's folders and so not trusted: they cannot run code, read files or
 * see more than the data that they are given, and they are stopped when they take long.
 */

import type { Liquid } from 'liquidjs';
import { yamlLibrary } from '../util/yamlLibrary.node.ts';
import { FILTERS } from './filters.ts';
import { liquidLibrary } from './liquidLibrary.node.ts';

/** Plain values. */
export type TemplateData = Readonly<Record<string, unknown>>;

/** Why there is no text: a mistake in the template, and its place, counted from 1. */
export interface TemplateFault {
	readonly fault: string;
	readonly line: number;
	readonly column: number;
}

/** In characters. */
const MAX_LENGTH = 100_000;

/** In milliseconds. */
const MAX_TIME = 200;

/** In the engine's own units, of which text takes about one a character. */
const MAX_MEMORY = 10_000_000;

let engine: Liquid | undefined;

function newEngine(): Liquid {
	// Loading it must not count towards the time of the first template.
	yamlLibrary();
	const made = new (liquidLibrary().Liquid)({
		ownPropertyOnly: true,
		strictFilters: true,
		parseLimit: MAX_LENGTH,
		renderLimit: MAX_TIME,
		memoryLimit: MAX_MEMORY,
		// Without files: `include` finds nothing.
		templates: {},
	});
	for (const [name, filter] of Object.entries(FILTERS)) {
		made.registerFilter(name, filter);
	}
	return made;
}

/** The text that the template makes of the data. */
export function renderTemplate(template: string, data: TemplateData): string | TemplateFault {
	try {
		engine ??= newEngine();
		return String(engine.parseAndRenderSync(template, data));
	} catch (error) {
		return faultOf(error);
	}
}

function faultOf(error: unknown): TemplateFault {
	if (!liquidLibrary().LiquidError.is(error)) {
		return { fault: error instanceof Error ? error.message : String(error), line: 1, column: 1 };
	}
	const [line = 1, column = 1] = error.token.getPosition();
	// The engine adds the place to its message, which is told apart here.
	return { fault: error.message.replace(/, (?:file:.*, )?line:\d+, col:\d+$/, ''), line, column };
}
