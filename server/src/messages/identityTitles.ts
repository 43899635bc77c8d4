/** Titles of changes that say which records are one paper. */

import { visible } from './foreignText.ts';

export const identityTitles = {
	one: (one: string, other: string) => `"${visible(one)}" and "${visible(other)}" are one paper`,
	two: (one: string, other: string) => `"${visible(one)}" and "${visible(other)}" are two papers`,
};
