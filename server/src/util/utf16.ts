/** UTF-16 without a byte order mark, as some export buttons of Windows programs write it. */

/** In bytes: enough to see where the zeros are. */
const SEARCHED_BYTES = 65_536;

/** At least one character in this many is ASCII, whose other byte is zero: bibliographies have names of fields. */
const MAX_CHARACTERS_PER_ZERO = 10;

/** A byte that is zero in at most this share of the places of the other byte: `Ā` is 0x0100. */
const MAX_SHARE_OF_OTHERS = 0.02;

/** The text of `bytes` if they are UTF-16, which the zeros in every second byte show; undefined if they are not. */
export function utf16WithoutMark(bytes: Uint8Array): string | undefined {
	const zeros = [0, 0];
	const searched = Math.min(bytes.length, SEARCHED_BYTES);
	for (let i = 0; i < searched; i += 1) {
		if (bytes[i] === 0) {
			zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
		}
	}
	const [even = 0, odd = 0] = zeros;
	const isFrequent = Math.max(even, odd) * 2 * MAX_CHARACTERS_PER_ZERO >= searched;
	if (!isFrequent || Math.min(even, odd) > MAX_SHARE_OF_OTHERS * Math.max(even, odd)) {
		return undefined;
	}
	try {
		const decoder = new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be', { fatal: true });
		const text = decoder.decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
		return hasControls(text) ? undefined : text;
	} catch {
		return undefined;
	}
}

/** Whether the text has control characters other than line ends, tabs and page breaks, which only binary files have. */
function hasControls(text: string): boolean {
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code < 0x20 && (code < 0x09 || code > 0x0d)) {
			return true;
		}
	}
	return false;
}
