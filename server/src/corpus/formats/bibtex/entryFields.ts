/** The fields of an entry as text. All other code reads fields through this class. */

import {
	type LatexSource,
	latexSource,
	type PlainText,
	type RichText,
	richText,
	unmarked,
} from '../../../util/textKinds.ts';
import { verbatim } from '../../identifiers/checkedIdentifiers.ts';
import { latexToRich, plainText } from '../../text/richText.ts';
import type { FieldMap } from './inheritance.ts';
import type { FieldValue } from './macros.ts';
import { type RawEntry, type RawField, TextTrait } from './rawEntry.ts';

export class EntryFields {
	readonly #entry: RawEntry;
	readonly #fields: FieldMap;
	readonly #value: (field: RawField) => FieldValue;

	/** `entry` is the entry itself; `fields` are its own and its inherited fields. */
	constructor(entry: RawEntry, fields: FieldMap, value: (field: RawField) => FieldValue) {
		this.#entry = entry;
		this.#fields = fields;
		this.#value = value;
	}

	has(name: string): boolean {
		return this.#fields.has(name);
	}

	names(): Iterable<string> {
		return this.#fields.keys();
	}

	field(name: string): RawField | undefined {
		return this.#fields.get(name);
	}

	/** The source with macros expanded; empty if the field is missing. */
	source(name: string): LatexSource {
		const field = this.#fields.get(name);
		return field === undefined ? latexSource('') : this.#value(field).source;
	}

	/** Rich text of the first of `names` that is not empty; undefined if all are. */
	text(...names: readonly string[]): RichText | undefined {
		for (const name of names) {
			const field = this.#fields.get(name);
			const text = richText(field === undefined ? '' : richValue(this.#value(field)));
			if (text !== '') {
				return text;
			}
		}
		return undefined;
	}

	/** Rich text of every field with one of `names`. Some exporters write one field per keyword. */
	texts(...names: readonly string[]): readonly RichText[] {
		const repeated = this.#entry.fields.filter((field) => names.includes(field.name));
		return repeated.map((field) => richValue(this.#value(field))).filter((text) => text !== '');
	}

	/** Text without markup, for numbers, places and month names. */
	plain(...names: readonly string[]): PlainText | undefined {
		const text = this.text(...names);
		return text === undefined ? undefined : /[<\\$&]/.test(text) ? plainText(text) : unmarked(text);
	}

	/** A URL or identifier, which is not LaTeX. */
	verbatim(...names: readonly string[]): PlainText | undefined {
		for (const name of names) {
			const text = this.#fields.has(name) ? verbatim(this.source(name)) : '';
			if (text !== '') {
				return text;
			}
		}
		return undefined;
	}
}

/** Most values are plain slices of the file. The scan has recorded which. */
function richValue({ source, traits }: FieldValue): RichText {
	const isLatex =
		(traits & TextTrait.latex) !== 0 ||
		((traits & TextTrait.hyphen) !== 0 && source.includes('--')) ||
		((traits & TextTrait.apostrophe) !== 0 && source.includes("''"));
	if (isLatex) {
		return latexToRich(source);
	}
	const hasRuns = (traits & TextTrait.lineEnd) !== 0 || source.includes('  ');
	return hasRuns ? latexToRich(source) : richText(source.trim());
}
