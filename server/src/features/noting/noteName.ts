/** The file of a new note, from text that may be anything: its name must be one on every system, and stay in its folder. */

/** Most characters, and bytes in UTF-8, of a name without its extension. Systems allow 255 bytes. */
const MAX_LENGTH = 80;
const MAX_BYTES = 240;

/** Characters that no file of Windows has, and those that nobody sees, except joiners, which some scripts need. */
const FORBIDDEN = /(?:(?![\u200c\u200d])\p{C}|[<>:"|?*\\])+/gu;

/** Names of devices on Windows, with any extension. */
const DEVICE = /^(?:con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[\d¹²³])\s*(?:\..*)?$/i;

/**
 * The path of the note below its folder, without extension: `2020/smith` for `2020/smith`. Undefined if nothing is left of
 * the text.
 */
export function notePath(written: string): string | undefined {
	const parts = written
		.normalize('NFC')
		.replace(/\.md$/i, '')
		.split('/')
		.map(safeName)
		.filter((part) => part !== '');
	return parts.length === 0 ? undefined : parts.join('/');
}

function shortened(name: string): string {
	const characters = [...name].slice(0, MAX_LENGTH);
	const encoder = new TextEncoder();
	while (encoder.encode(characters.join('')).length > MAX_BYTES) {
		characters.pop();
	}
	return characters.join('');
}

function safeName(part: string): string {
	const name = shortened(part.replace(FORBIDDEN, '_').replace(/\s+/g, ' ').trim())
		// Neither a way up nor a hidden file, and Windows drops dots and spaces at the end.
		.replace(/^[. ]+|[. ]+$/g, '');
	return DEVICE.test(name) ? `_${name}` : name;
}
