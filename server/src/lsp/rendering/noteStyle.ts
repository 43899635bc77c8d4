/** The citation style of a note: from its front matter, else from the settings, else APA. */

import type { StyleSource } from '../../citeproc/rendering.ts';
import { parentStyle, STANDARD_STYLE, shippedStyle, styleName } from '../../citeproc/styleNames.ts';
import { renderingMessages } from '../../messages/rendering.ts';
import { decodeText } from '../../util/encoding.ts';
import { isBelow } from '../../util/isBelow.ts';
import { writtenUri } from '../../util/writtenPath.ts';
import type { Session } from '../session.ts';

export interface NoteStyle {
	readonly source: StyleSource;
	/** As the note or the settings name it. */
	readonly name: string;
	/** Why it is not the style that was wanted. */
	readonly problem?: string;
}

export const STANDARD: NoteStyle = { source: { shipped: STANDARD_STYLE }, name: STANDARD_STYLE };

/** In bytes. The largest style of CSL's repository has a tenth of it. */
const MAX_SIZE = 3_000_000;

/** Where Zotero keeps the styles that are installed in it. */
const ZOTERO = '~/Zotero/styles';

/** The style that the note `uri` wants. A file wins over a shipped style of the same name. */
export async function noteStyle(session: Session, uri: string, inNote: string | undefined): Promise<NoteStyle> {
	const name = inNote ?? session.workspace.settings(uri).citationStyle;
	const found = await styleFile(session, uri, name);
	const shipped = shippedStyle(name);
	if (!found) {
		return shipped === undefined
			? { ...STANDARD, problem: renderingMessages.noStyle(name) }
			: { source: { shipped }, name };
	}
	const parent = parentStyle(found);
	if (parent === undefined) {
		return isWholeStyle(found)
			? { source: { xml: found }, name }
			: { ...STANDARD, problem: renderingMessages.noCsl(name) };
	}
	const parentName = styleName(parent);
	const parentFile = await styleFile(session, uri, `${folderOf(name)}${parentName}.csl`);
	if (parentFile !== undefined && parentStyle(parentFile) === undefined) {
		return { source: { xml: parentFile }, name };
	}
	const shippedParent = shippedStyle(parentName);
	return shippedParent === undefined
		? { ...STANDARD, problem: renderingMessages.noParent(name, parentName) }
		: { source: { shipped: shippedParent }, name };
}

/** Whether the text is that of a style, to its end: citeproc takes what is cut off as it is. */
function isWholeStyle(xml: string): boolean {
	return (
		/<style\b[^>]*\bxmlns=["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/.test(xml) &&
		/<\/style>\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)?$/.test(xml)
	);
}

function folderOf(name: string): string {
	return /^[a-z]+:\/\//i.test(name) ? '' : name.slice(0, name.length - styleFileName(name).length);
}

function styleFileName(name: string): string {
	return /[^/]*$/.exec(name)?.[0] ?? '';
}

/** The text of a `.csl` file: beside the note, in its workspace folder, or one of Zotero's. */
async function styleFile(session: Session, uri: string, name: string): Promise<string | undefined> {
	const isPath = !/^[a-z]+:\/\//i.test(name);
	const file = `${isPath ? name.replace(/\.csl$/i, '') : styleName(name)}.csl`;
	const { home } = session.workspace;
	const roots = session.folders.filter((folder) => isBelow(uri, folder));
	const places = [uri.slice(0, uri.lastIndexOf('/')), ...roots].flatMap((folder) => {
		const place = writtenUri(file, { folder, home });
		// A note cannot make the server read files elsewhere.
		return place !== undefined && (roots.length === 0 || roots.some((root) => isBelow(place, root))) ? [place] : [];
	});
	const zotero = home === '' ? undefined : writtenUri(`${ZOTERO}/${styleName(file)}.csl`, { folder: '', home });
	for (const place of [...new Set([...places, ...(zotero === undefined ? [] : [zotero])])]) {
		const stat = await session.files.stat(place);
		if (stat && stat.size <= MAX_SIZE && stat.outside === undefined) {
			return decodeText(await session.files.read(place))?.text;
		}
	}
	return undefined;
}
