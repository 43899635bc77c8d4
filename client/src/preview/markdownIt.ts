/** Types for what is used of markdown-it (https://markdown-it.github.io/markdown-it/), which VS Code's preview brings. */

export interface Token {
	readonly type: string;
	content: string;
	map: [number, number] | null;
	children: Token[] | null;
	meta: unknown;
	readonly tag: string;
}

export interface InlineState {
	readonly src: string;
	pos: number;
	readonly posMax: number;
	readonly md: MarkdownIt;
	readonly env: object;
	push(type: string, tag: string, nesting: 0): Token;
}

export interface BlockState {
	readonly src: string;
	readonly bMarks: readonly number[];
	readonly tShift: readonly number[];
	readonly eMarks: readonly number[];
	line: number;
	push(type: string, tag: string, nesting: 0): Token;
}

export interface CoreState {
	readonly tokens: Token[];
	readonly Token: new (type: string, tag: string, nesting: 0) => Token;
}

export interface Renderer {
	readonly rules: Record<string, RenderRule | undefined>;
	renderInline(tokens: readonly Token[], options: object, env: object): string;
}

/** `env.currentDocument` is the address of the document in VS Code's preview; undefined for other text. */
export type RenderRule = (
	tokens: readonly Token[],
	index: number,
	options: object,
	env: { readonly currentDocument?: unknown },
	self: Renderer,
) => string;

export interface MarkdownIt {
	readonly inline: {
		readonly ruler: {
			before(name: string, rule: string, parse: (state: InlineState, silent: boolean) => boolean): void;
		};
		parse(text: string, md: MarkdownIt, env: object, tokens: Token[]): void;
	};
	readonly block: {
		readonly ruler: {
			before(
				name: string,
				rule: string,
				parse: (state: BlockState, line: number, end: number, silent: boolean) => boolean,
				options: { readonly alt: readonly string[] },
			): void;
		};
	};
	readonly core: { readonly ruler: { push(rule: string, run: (state: CoreState) => void): void } };
	readonly renderer: Renderer;
}
