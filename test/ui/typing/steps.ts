/** What a person does while looking for a paper: types, takes back, pastes, undoes. Drawn at random from a seed. */

import { seededRandom } from '../../support/random.ts';

export type Step =
	| { readonly kind: 'type'; readonly text: string }
	| { readonly kind: 'delete' }
	| { readonly kind: 'paste'; readonly text: string }
	| { readonly kind: 'undo' }
	/** What an input method shows in place of what it showed before. */
	| { readonly kind: 'compose'; readonly text: string }
	/** What it then leaves in the text. */
	| { readonly kind: 'commit'; readonly text: string };

/** One citation, from the empty one on. */
export type Steps = readonly Step[];

/** What people look for in the sample: words, slips, filters, phrases, identifiers, and what there is not. */
const QUERIES = [
	'attention is all',
	'vaswani 2017',
	'zeng verif env',
	'hinton deep',
	'vaswni atention',
	'is:cited year:..2000',
	'"long short',
	'"attention is all you need"',
	'author:devlin title:bert',
	'-survey language',
	'year:2015..2018 lear',
	'has:doi image',
	'foo:bar',
	'see @bert',
	'-@lecun grad',
	"'17 proximal",
	'pre-train',
	'RLVE: Scaling',
	'D. Kingma, Adam',
	'gpt-3 few/shot',
	'xqzvw nothing',
	'e.g. @he deep res',
	'goodfellow) gan',
	'word2vec + glove',
];

/** What people paste: identifiers, addresses, titles, whatever was at hand. */
const PASTED = [
	'arXiv:1706.03762',
	'1706.03762',
	'https://arxiv.org/abs/1706.03762',
	'10.18653/v1/N19-1423',
	'https://doi.org/10.18653/v1/N19-1423',
	'Attention Is All You Need',
	'no such paper anywhere',
	'kingma',
];

/** The steps for so many citations. */
export function stepsFor(count: number, seed: number): Steps[] {
	const random = seededRandom(seed);
	const below = (most: number): number => Math.floor(random() * most);
	return Array.from({ length: count }, () => stepsForOne(below));
}

function stepsForOne(below: (most: number) => number): Steps {
	const steps: Step[] = [];
	let length = 0;
	const query = QUERIES[below(QUERIES.length)] ?? '';
	for (const letter of query) {
		steps.push({ kind: 'type', text: letter });
		length++;
		if (below(12) === 0) {
			const back = Math.min(1 + below(4), length);
			steps.push(...Array.from({ length: back }, (): Step => ({ kind: 'delete' })));
			length -= back;
		}
	}
	if (below(3) === 0) {
		steps.push({ kind: 'paste', text: PASTED[below(PASTED.length)] ?? '' });
		steps.push(...(below(2) === 0 ? [{ kind: 'undo' } as const] : []));
	}
	if (below(3) === 0) {
		steps.push(...Array.from({ length: 1 + below(5) }, (): Step => ({ kind: 'delete' })));
	}
	return steps;
}

/** Words as input methods bring them forth, each with what is seen on the way. */
const COMPOSED: readonly { readonly seen: readonly string[]; readonly word: string }[] = [
	{ seen: ['z', 'zh', 'zha', 'zhan', 'zhang'], word: '张' },
	{ seen: ['w', 'we', 'wei'], word: '伟' },
	{ seen: ['s', 'sh', 'shen', 'shen du', 'shen du xue xi'], word: '深度学习' },
	{ seen: ['t', 'た', 'たn', 'たな', 'たなk', 'たなか'], word: '田中' },
	{ seen: ['じ', 'じど', 'じどう', 'じどうほ', 'じどうほんやく'], word: '自動翻訳' },
];

/** The steps for so many citations whose words come through an input method. */
export function composedStepsFor(count: number, seed: number): Steps[] {
	const random = seededRandom(seed);
	return Array.from({ length: count }, () => {
		const { seen, word } = COMPOSED[Math.floor(random() * COMPOSED.length)] ?? { seen: [], word: '' };
		const isTakenBack = random() < 0.3;
		return [
			...seen.map((text): Step => ({ kind: 'compose', text })),
			{ kind: 'commit', text: word },
			...(isTakenBack ? [{ kind: 'delete' } as const] : []),
			{ kind: 'type', text: ' ' },
		];
	});
}

/** Papers that those words find. */
export const COMPOSED_LIBRARY = `
@article{zhang2020, author = {张, 伟}, title = {深度学习的优化方法}, year = 2020}
@article{tanaka2019, author = {田中, 太郎}, title = {自動翻訳の評価}, year = 2019}
`;
