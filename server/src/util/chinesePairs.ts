/** Recognises a few words of Chinese in GB2312 or GBK. */

/** Fewer pairs may be a few accented letters side by side. */
const MIN_PAIRS = 4;

/**
 * Whether a text that is too short for a guess by its letters is Chinese. In GB2312 two bytes beyond ASCII are a character,
 * nearly always a Chinese one. In encodings with one byte a letter, these bytes seldom stand in pairs alone.
 */
export function isChineseInPairs(bytes: Uint8Array): boolean {
	let pairs = 0;
	let han = 0;
	for (let i = 0; i < bytes.length; i += 1) {
		const first = bytes[i] ?? 0;
		if (first < 0x80) {
			continue;
		}
		const second = bytes[i + 1] ?? 0;
		if (first < 0xa1 || first > 0xf7 || second < 0xa1 || second > 0xfe) {
			return false;
		}
		pairs += 1;
		han += first >= 0xb0 ? 1 : 0;
		i += 1;
	}
	return pairs >= MIN_PAIRS && han * 2 > pairs;
}
