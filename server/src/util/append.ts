/** Adds `items` to the end of `list`. `list.push(...items)` fails for some hundred thousand: they do not fit on the stack. */
export function append<T>(list: T[], items: Iterable<T>): void {
	for (const item of items) {
		list.push(item);
	}
}
