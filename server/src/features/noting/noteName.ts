/** The file of a new note, from text that may be anything: its name must be one on every system, and stay in its folder. */

/** Most characters of a name without its extension. Systems allow 255 bytes. */
const MAX_LENGTH = 80;

/** Characters that no file of Windows has, and those that nobody sees. */
const FORBIDDEN = /[\p{C}<>:"|?*\\]+/gu;

/** Names of devices on Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

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

function safeName(part: string): string {
	const name = [...part.replace(FORBIDDEN, '_').replace(/\s+/g, ' ').trim()]
		.slice(0, MAX_LENGTH)
		.join('')
		// Neither a way up nor a hidden file, and Windows drops dots and spaces at the end.
		.replace(/^[. ]+|[. ]+$/g, '');
	return DEVICE.test(name) ? `_${name}` : name;
}
