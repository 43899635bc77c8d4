/** The encoding that a file declares for itself, in one of the notations of bibliography programs and editors. */

const DECLARATIONS: readonly RegExp[] = [
	// XML 1.0, 4.3.3: `<?xml version="1.0" encoding="ISO-8859-2"?>`
	/^[^<]{0,4}<\?xml\s[^<>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/i,
	// JabRef: `% Encoding: windows-1251`; older versions, on a line of its own: `Encoding: Cp1252`
	/^(?:%[^\r\n]{0,100}?)?[^\S\r\n]{0,20}\bEncoding:[^\S\r\n]{0,20}([\w-]{2,40})/im,
	// Emacs and Vim: `% -*- mode: bibtex; coding: latin-1 -*-`, `% vim: set fileencoding=cp1251 :`
	/^[^\r\n]{0,100}-\*-[^\r\n]{0,100}?\bcoding:\s*([\w-]{2,40})/im,
	/^%[^\r\n]{0,100}\bfileencoding=([\w-]{2,40})/im,
	// BibDesk: `%% Saved with string encoding Western (ISO Latin 1)`
	/^%%[^\r\n]{0,20}string encoding ([^\r\n]{3,60})/im,
];

/** Names that the platform does not know, of Java (JabRef), macOS (BibDesk) and Emacs, and the platform's names. */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
	[/-(?:unix|dos|mac)$/, ''],
	[/^.*\(iso latin (\d+)\)$/, 'latin$1'],
	[/^.*\((?:windows latin 1|windows, 1252)\)$/, 'windows-1252'],
	[/^.*\(shift jis\)$|^ms932$|^cp932$/, 'shift_jis'],
	[/^.*\(big 5\)$|^cp950$/, 'big5'],
	[/^.*\(utf-8\)$/, 'utf-8'],
	[/^.*\(mac os roman\)$|^x-?mac-?roman$|^macroman$/, 'macintosh'],
	[/^(?:cp|ms)936$/, 'gbk'],
	[/^(?:cp|ms)949$/, 'euc-kr'],
	[/^ansinew$/, 'windows-1252'],
	[/^latin-(\d+)$/, 'latin$1'],
	[/^iso-?8859[-_](\d+)$/, 'iso-8859-$1'],
];

/**
 * The platform's name of the encoding that `head`, the beginning of a file, declares: `windows-1251`. Undefined if it
 * declares none, an unknown one, or UTF-8 or UTF-16, which are recognized by their bytes.
 */
export function declaredEncoding(head: Uint8Array): string | undefined {
	if (!holdsWord(head, CODING)) {
		return undefined;
	}
	const text = String.fromCharCode(...head);
	const declared = DECLARATIONS.map((declaration) => declaration.exec(text)?.[1]).find((name) => name !== undefined);
	return declared === undefined ? undefined : platformName(declared.trim().toLowerCase());
}

/** In every declaration, in lower case. */
const CODING = [...'coding'].map((letter) => letter.charCodeAt(0));

/** The bit that is set in lower-case letters of ASCII and not in upper-case ones. */
const LOWER_CASE = 0x20;

/** Whether the bytes hold the letters, in either case. Most files declare nothing, and need not become text for that. */
function holdsWord(bytes: Uint8Array, letters: readonly number[]): boolean {
	for (let start = 0; start + letters.length <= bytes.length; start++) {
		let same = 0;
		while (same < letters.length && ((bytes[start + same] ?? 0) | LOWER_CASE) === letters[same]) {
			same++;
		}
		if (same === letters.length) {
			return true;
		}
	}
	return false;
}

function platformName(declared: string): string | undefined {
	const label = OTHER_NAMES.reduce((name, [other, usual]) => name.replace(other, usual), declared).replace(
		/^(big5|euc)_/,
		'$1-',
	);
	try {
		const { encoding } = new TextDecoder(label);
		return /^utf-/.test(encoding) ? undefined : encoding;
	} catch {
		return undefined;
	}
}
