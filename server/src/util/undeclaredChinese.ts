/** Recognises Chinese text in GB2312 or GBK that does not declare its encoding. */

/** Fewer pairs may be a few accented letters side by side. */
const MIN_PAIRS = 4;

/**
 * The text; undefined if the bytes are something else. In GB2312 two bytes beyond ASCII are a character, nearly always a
 * Chinese one. In encodings with one byte a letter, these bytes seldom stand in pairs alone.
 */
export function undeclaredChinese(bytes: Uint8Array): string | undefined {
	let pairs = 0;
	let han = 0;
	for (let i = 0; i < bytes.length; i += 1) {
		const first = bytes[i] ?? 0;
		if (first < 0x80) {
			continue;
		}
		const second = bytes[i + 1] ?? 0;
		if (first < 0xa1 || first > 0xf7 || second < 0xa1 || second > 0xfe) {
			return undefined;
		}
		pairs += 1;
		han += first >= 0xb0 ? 1 : 0;
		i += 1;
	}
	return pairs >= MIN_PAIRS && han * 2 > pairs ? new TextDecoder('gbk').decode(bytes) : undefined;
}
