/** Full-width signs, as Chinese and Japanese input methods write them, and the usual ones that they stand for. */

const SIGNS: Readonly<Record<string, string>> = {
	'＠': '@',
	'；': ';',
	'，': ',',
	'、': ',',
	'［': '[',
	'【': '[',
	'］': ']',
	'】': ']',
	'－': '-',
	'＋': '+',
};

const FULL_WIDTH_SIGN = new RegExp(`[${Object.keys(SIGNS).join('')}０-９]`, 'g');

/** Half-width zero and full-width zero are this many code points apart, and so are the other digits. */
const DIGIT_DISTANCE = 0xfee0;

/** The text with usual signs and digits. Its length is the same. */
export function halfWidth(text: string): string {
	return text.search(FULL_WIDTH_SIGN) < 0
		? text
		: text.replace(FULL_WIDTH_SIGN, (sign) => SIGNS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - DIGIT_DISTANCE));
}
