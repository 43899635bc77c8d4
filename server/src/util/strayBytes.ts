/** Bytes in a UTF-8 text that are not UTF-8: a dash or a name pasted from a file in another encoding. */

export interface StrayBytes {
	/** Number of characters beyond ASCII that are valid UTF-8. */
	readonly valid: number;
	/** Offsets of the other bytes beyond ASCII. */
	readonly stray: readonly number[];
}

/** Tells the bytes of valid characters from others (https://encoding.spec.whatwg.org/#utf-8-decoder). */
export function strayBytes(bytes: Uint8Array): StrayBytes {
	const stray: number[] = [];
	let valid = 0;
	for (let i = 0; i < bytes.length; i += 1) {
		const byte = bytes[i] ?? 0;
		if (byte < 0x80) {
			continue;
		}
		const length = characterLength(bytes, i);
		if (length === 0) {
			stray.push(i);
		} else {
			valid += 1;
			i += length - 1;
		}
	}
	return { valid, stray };
}

/** Length in bytes of the character that begins at `start`; 0 if none does. */
function characterLength(bytes: Uint8Array, start: number): number {
	const first = bytes[start] ?? 0;
	const length = announcedLength(first);
	for (let i = 1; i < length; i += 1) {
		const [low, high] = i === 1 ? secondByte(first) : CONTINUATION;
		const byte = bytes[start + i] ?? 0;
		if (byte < low || byte > high) {
			return 0;
		}
	}
	return length;
}

/** The length that a first byte announces; 0 for other bytes. */
function announcedLength(first: number): number {
	if (first < 0xc2 || first > 0xf4) {
		return 0;
	}
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

const CONTINUATION: readonly [number, number] = [0x80, 0xbf];

/** The range of the second byte, without overlong forms, surrogates and what is beyond Unicode. */
function secondByte(first: number): readonly [number, number] {
	switch (first) {
		case 0xe0:
			return [0xa0, 0xbf];
		case 0xed:
			return [0x80, 0x9f];
		case 0xf0:
			return [0x90, 0xbf];
		case 0xf4:
			return [0x80, 0x8f];
		default:
			return CONTINUATION;
	}
}

/**
 * The text of `bytes`, in which `stray` are read by `decodeStray`, each as one character. `misread` are the offsets of
 * these characters.
 */
export function textWithStrayBytes(
	bytes: Uint8Array,
	stray: readonly number[],
	decodeStray: (bytes: Uint8Array) => string,
): { readonly text: string; readonly misread: readonly number[] } {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	const misread: number[] = [];
	let text = '';
	let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	for (const at of stray) {
		text += decoder.decode(bytes.subarray(from, at));
		misread.push(text.length);
		text += decodeStray(bytes.subarray(at, at + 1));
		from = at + 1;
	}
	return { text: text + decoder.decode(bytes.subarray(from)), misread };
}
