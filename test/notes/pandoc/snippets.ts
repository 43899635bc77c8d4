/** Random text with citations in Pandoc's syntax: as people usually write, and as nobody should. */

import { randomFrom } from '../../support/random.ts';

export type Kind = 'usual' | 'hostile';

type Random = (below: number) => number;

const KEYS = [
	...[
		'smith2020',
		'doe-etal_1999',
		'DBLP:conf/nips/VaswaniSPUJGKP17',
		'müller2020b',
		'王2021',
		'wickham2014',
		'R-base',
	],
	...['{smith2020}', '{https://example.org/?a=b}', 'a', 'Knuth:1984', 'zeng2025rlve', 'o_neil2000', '1984orwell'],
];

const WORDS = [
	...[
		'the',
		'leaf',
		'shows',
		'in',
		'autumn',
		'that',
		'trees',
		'grow',
		'e.g.',
		'i.e.',
		'cf.',
		'Smith',
		'and',
		'2020',
		"it's",
	],
	...[
		'*really*',
		'**very**',
		'_fast_',
		'`code`',
		'$x^2$',
		'"so called"',
		'(as said)',
		'[a link](https://example.org)',
		'10%',
	],
	...[
		'H~2~O',
		'10^3^',
		'~~not~~',
		'[sic]',
		'<b>bold</b>',
		"dogs'",
		'\\*',
		'&amp;',
		'well-known',
		'---',
		'--',
		'…',
		'x_y',
		'$5',
	],
];

const PREFIXES = ['see ', 'see also ', 'cf. ', 'e.g., ', 'as in ', '*see* ', 'z. B. ', 'but ', 'Smith and '];
const LOCATORS = [
	...[
		', p. 3',
		', pp. 33-35',
		', ch. 2',
		' p. 3',
		', sec. 2.1',
		', pp. 3--5, 7',
		', fig. 2b and *passim*',
		', §3',
		', {ii}',
	],
	...[
		' and elsewhere',
		', p. 3 [sic]',
		', "in short"',
		', n. 4',
		', [p. 3]',
		', $n = 3$',
		', vol. 2, p. 3',
		' 33',
		', `x`',
	],
];

const HOSTILE_PIECES = [
	...[
		'@a',
		'@b1',
		'-@c',
		'@{d}',
		'@{e;f}',
		'@g.h',
		'@i:',
		'@j;',
		'@',
		'-@',
		'@@k',
		'@_l',
		'@m@n',
		'x@o',
		'@p/',
		'@{q',
		'@r}',
	],
	...[
		'[',
		']',
		'[',
		']',
		';',
		'; ',
		',',
		' ',
		' ',
		' ',
		'\n',
		'(',
		')',
		'{',
		'}',
		'[@s]',
		'[@t; @u]',
		'[see @v, p. 3]',
	],
	...[
		'](u)',
		'](u "t")',
		'][r]',
		'[]',
		']{.c}',
		'![',
		'^[',
		'[^1]',
		'[^@w]',
		'*',
		'**',
		'_',
		'__',
		'"',
		"'",
		'`',
		'``',
		'$',
		'$$',
	],
	...[
		'\\',
		'\\[',
		'\\]',
		'\\@',
		'\\;',
		'<',
		'>',
		'<b>',
		'</b>',
		'<i x="@y">',
		'<!--',
		'-->',
		'<https://x.org>',
		'&amp;',
		'&',
	],
	...['^', '~', '~~', '~x~', '^y^', '-', '--', '---', '.', '..', '...', ':', '!', '?', '/', '+', '%', '#', '|', '='],
	...[
		'word',
		'e.g.',
		'p. 3',
		'é',
		'中文',
		'…',
		'“',
		'”',
		'’',
		'\\textbf{',
		'\\cite{a}',
		'\\alpha ',
		'1',
		'2020',
		'see ',
		'x*y',
	],
];

function one<T>(of: readonly T[], random: Random): T {
	return of[random(of.length)] as T;
}

function words(count: number, random: Random): string {
	return Array.from({ length: count }, () => one(WORDS, random)).join(' ');
}

function sometimes(share: number, random: Random, text: () => string): string {
	return random(100) < share ? text() : '';
}

function part(random: Random): string {
	const prefix = sometimes(25, random, () => one(PREFIXES, random));
	const locator = sometimes(40, random, () => one(LOCATORS, random));
	const further = sometimes(4, random, () => `${one([', ', ' and ', ' in '], random)}@${one(KEYS, random)}`);
	return `${prefix}${sometimes(10, random, () => '-')}@${one(KEYS, random)}${locator}${further}`;
}

function bracketed(random: Random): string {
	const parts = Array.from({ length: 1 + Math.max(0, random(4) - 1) }, () => part(random));
	return `[${parts.join(one(['; ', '; ', '; ', ';', ';\n'], random))}]`;
}

function inText(random: Random): string {
	const key = `@${one(KEYS, random)}`;
	const brackets = sometimes(30, random, () =>
		random(2) === 0 ? ` [${one(LOCATORS, random).replace(/^[, ]+/, '')}]` : ` ${bracketed(random)}`,
	);
	return `${key}${brackets}`;
}

function citation(random: Random): string {
	return random(3) === 0 ? inText(random) : bracketed(random);
}

function sentence(random: Random): string {
	const before = words(random(5), random);
	const cited = citation(random);
	const wrapped = one<(text: string) => string>(
		[
			...Array.from({ length: 12 }, () => (text: string) => text),
			(text) => `(${text})`,
			(text) => `*${text}*`,
			(text) => `^[${words(2, random)} ${text}.]`,
			(text) => `"${text}"`,
			(text) => `[${text} text](https://example.org)`,
			(text) => `**${text}**`,
			(text) => `\`${text}\``,
			(text) => `<span>${text}</span>`,
			(text) => `<!-- ${text} -->`,
			(text) => `[${text}]{.mark}`,
			(text) => `me${text}`,
			(text) => `\\${text}`,
		],
		random,
	)(cited);
	const after = words(random(5), random);
	return `${before}${before && ' '}${wrapped}${one(['', '', ' ', ' ', "'s ", ', ', '; '], random)}${after}${one(['.', '', '!', ':'], random)}`;
}

const BLOCKS: readonly ((text: string) => string)[] = [
	...Array.from({ length: 10 }, () => (text: string) => text),
	(text) => `# ${text.replace(/\n/g, ' ')}\n\n${text}`,
	(text) => `- ${text.replace(/\n/g, '\n  ')}\n- ${text.replace(/\n/g, '\n  ')}`,
	(text) => `> ${text.replace(/\n/g, '\n> ')}`,
	(text) => `1. ${text.replace(/\n/g, '\n   ')}`,
	(text) => `| a | b |\n|---|---|\n| ${text.replace(/[\n|]/g, ' ')} | x |`,
	(text) => `<div class="x">\n${text}\n</div>`,
	(text) => `::: {.note title="x"}\n${text}\n:::`,
	(text) => `x[^n]\n\n[^n]: ${text.replace(/\n/g, ' ')}`,
	(text) => `\`\`\`\n${text}\n\`\`\`\n\n${text}`,
	(text) => `    ${text.replace(/\n/g, ' ')}\n\n${text}`,
	(text) => `Term\n:   ${text.replace(/\n/g, '\n    ')}`,
	(text) => `(@good) ${text.replace(/\n/g, ' ')}\n\nAs (@good) shows.`,
];

function usual(random: Random): string {
	const sentences = Array.from({ length: 1 + random(2) }, () => sentence(random));
	return one(BLOCKS, random)(sentences.join(' '));
}

/** What we read otherwise on purpose: Pandoc's title block, a fence or comment that begins a block unclosed, and `@*`. */
const READ_OTHERWISE = /^(?:%|```|~~~|<!--(?![\s\S]*-->))|@\*/;

function hostile(random: Random): string {
	const text = Array.from({ length: 2 + random(12) }, () => one(HOSTILE_PIECES, random)).join('');
	return READ_OTHERWISE.test(text) ? hostile(random) : text;
}

/** `count` snippets. The same seed gives the same ones. */
export function snippets(kind: Kind, count: number, seed: number): string[] {
	const random = randomFrom(seed);
	return Array.from({ length: count }, () => (kind === 'usual' ? usual(random) : hostile(random)));
}
