/**
 * The `file` field: Zotero writes `Full Text:files/1/a.pdf:application/pdf;...`, JabRef `:a.pdf:PDF;...`, Mendeley
 * `:home/me/a.pdf:pdf;...`, others a bare path. `\:`, `\;` and `\\` are literal.
 */

/** The paths in `source` as written, without escapes. */
export function attachmentPaths(source: string): readonly string[] {
	const paths = files(source.trim()).map((file) => unescaped(filePath(file.trim())));
	return [...new Set(paths.filter((path) => path !== ''))];
}

/** `description:path:type`. The path itself may contain colons and semicolons: `C:\a.pdf`, `Smith;Jones/a.pdf`. */
const DESCRIBED = /^(?:[^:\\]|\\.)*:(?:[^:\\]|\\.)+(?::\\?[\\/](?:[^:\\]|\\.)+)?:[\w.+/ -]*$/;

function files(source: string): readonly string[] {
	const parts = splitUnescaped(source.replace(/(:\w{2,10})\s*,\s*(?=[^:]*:)/g, '$1;'), ';');
	const areFiles = parts.every((part) => DESCRIBED.test(part.trim()) || /\.\w{2,5}$|^$/.test(part.trim()));
	return areFiles ? parts : [source];
}

function filePath(file: string): string {
	return DESCRIBED.test(file) ? splitUnescaped(file, ':').slice(1, -1).join(':') : file;
}

/** A backslash before a letter is part of a Windows path, not an escape. */
function unescaped(path: string): string {
	return path.replace(/\\([:;\\{}_%&#$~ ])/g, '$1').replace(/^\/?([A-Za-z])\$?\\?:(?=[\\/])/, '$1:');
}

function splitUnescaped(text: string, separator: string): string[] {
	const parts: string[] = [];
	let start = 0;
	for (let i = 0; i < text.length; i += 1) {
		if (text[i] === '\\') {
			i += 1;
		} else if (text[i] === separator) {
			parts.push(text.slice(start, i));
			start = i + 1;
		}
	}
	parts.push(text.slice(start));
	return parts;
}
