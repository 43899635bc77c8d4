/** Numbers that stand in place of pages: `e12345`, `L032`, `105432`. */

const NUMBER = /^(?:e|[A-Z]{1,2})?\d{1,8}$/i;

/** `text` if it is such a number, and not a publisher's longer number such as `S0140-6736(20)30183-5`. */
export function articleNumberIn(text: string): string | undefined {
	return NUMBER.test(text) ? text : undefined;
}
