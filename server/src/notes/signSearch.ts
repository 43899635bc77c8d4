/** Finds the next of several signs in a text. */

/** Where a sign stands at or after `from`; undefined if it does not. */
export type Search = (text: string, from: number) => number | undefined;

export function literal(sign: string): Search {
	return (text, from) => {
		const at = text.indexOf(sign, from);
		return at < 0 ? undefined : at;
	};
}

/** Gives the next of several signs at or after a place. Asked with growing places, it searches the text once for each. */
export function signSearch(text: string, signs: readonly Search[]): (from: number) => number | undefined {
	const found = signs.map((search) => ({ search, at: -1 as number | undefined }));
	return (from) => {
		let first: number | undefined;
		for (const sign of found) {
			if (sign.at !== undefined && sign.at < from) {
				sign.at = sign.search(text, from);
			}
			first = sign.at !== undefined && (first === undefined || sign.at < first) ? sign.at : first;
		}
		return first;
	};
}
