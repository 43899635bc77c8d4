/** HTML built from pieces. Everything that is not an `Html` piece is text on one line and is escaped. */

import { safeLine } from '../../../server/src/messages/foreignText.ts';

export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

type Piece = Html | string | number | readonly Piece[];

/** A template whose values are escaped unless they are `Html`. The pieces of a list are concatenated. */
export function html(template: TemplateStringsArray, ...values: readonly Piece[]): Html {
	return new Html(String.raw({ raw: template }, ...values.map(textOf)));
}

function textOf(piece: Piece): string {
	if (piece instanceof Html) {
		return piece.text;
	}
	return typeof piece === 'object' ? piece.map(textOf).join('') : escaped(safeLine(String(piece)));
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A link that runs a command of VS Code. The webview restricts which commands may run. */
export function commandLink(label: string, command: string, ...args: readonly unknown[]): Html {
	return html`<a href="${commandAddress(command, args)}">${label}</a>`;
}

/** The same, shown as a button. */
export function commandButton(label: string, command: string, ...args: readonly unknown[]): Html {
	return html`<a class="button" href="${commandAddress(command, args)}">${label}</a>`;
}

function commandAddress(command: string, args: readonly unknown[]): string {
	return args.length === 0 ? `command:${command}` : `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
