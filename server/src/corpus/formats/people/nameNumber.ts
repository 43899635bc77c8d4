/** DBLP numbers people of the same name: `Oded Goldreich 0001`, `Wang 0003, Wei`. The number is no part of the name. */

const NUMBER = /\s0\d{3}(?=\s*(?:,|$))/;

export function withoutNumber(name: string): string {
	return name.includes('0') ? name.replace(NUMBER, '') : name;
}
