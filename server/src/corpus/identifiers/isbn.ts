/** ISBNs: ISO 2108, annexes for ten and thirteen digits. */

import { identifierMessages } from '../../messages/identifierMessages.ts';

/** Ten or thirteen digits, in groups separated by a blank or by any typographical form of a hyphen. */
const ISBN = /(?<![\dXx][- ‐-–]?)(?:\d[- ‐-–]?){9}(?:(?:\d[- ‐-–]?){3}\d|[\dXx])(?![- ‐-–]?[\dXx])/g;

/** The wrong ISBNs in `text`, each with a message that says how to fix it. */
export function wrongIsbns(text: string): readonly { readonly isbn: string; readonly message: string }[] {
	return (text.match(ISBN) ?? []).flatMap((isbn) => {
		const message = complaint(isbn, isbn.replace(/[^\dxX]/g, '').toUpperCase());
		return message === undefined ? [] : [{ isbn, message }];
	});
}

/** The ISBNs in `text`, each with thirteen digits, without hyphens and once. */
export function isbnsIn(text: string): readonly string[] {
	const numbers = (text.match(ISBN) ?? []).map((isbn) => isbn.replace(/[^\dxX]/g, ''));
	return [...new Set(numbers.map((digits) => (digits.length === 13 ? digits : ofThirteen(digits))))];
}

function ofThirteen(digits: string): string {
	const first = `978${digits.slice(0, -1)}`;
	return first + checkOfThirteen(`${first}0`);
}

function complaint(isbn: string, digits: string): string | undefined {
	if (digits.length === 13 && !/^97[89]/.test(digits)) {
		return identifierMessages.notAnIsbn(isbn);
	}
	const fitting = digits.length === 10 ? checkOfTen(digits) : checkOfThirteen(digits);
	return fitting === digits.slice(-1) ? undefined : identifierMessages.wrongIsbn(isbn, fitting);
}

function checkOfTen(digits: string): string {
	const check = (11 - (weightedSum(digits, (index) => 10 - index) % 11)) % 11;
	return check === 10 ? 'X' : String(check);
}

function checkOfThirteen(digits: string): string {
	return String((10 - (weightedSum(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10)) % 10);
}

/** The weighted sum of all digits except the last. */
function weightedSum(digits: string, weight: (index: number) => number): number {
	let sum = 0;
	for (let i = 0; i < digits.length - 1; i += 1) {
		sum += Number(digits[i]) * weight(i);
	}
	return sum;
}
