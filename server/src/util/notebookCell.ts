/**
 * The cells of a notebook that VS Code has open: documents of their own, each with the notebook's path and a fragment, as in
 * `vscode-notebook-cell:/a/b.ipynb#W0sZmlsZQ%3D%3D`. After the cell's number and an `s`, the fragment holds the notebook's
 * scheme in base 64; here it is `file`.
 */

const SCHEME = 'vscode-notebook-cell:';
/**
 * Of a window that shows files of another machine, where this server runs as well. VS Code turns the addresses of such files
 * into those of that machine, but not the addresses of cells.
 */
const REMOTE = 'vscode-remote';

const FRAGMENT = /#[A-Za-z][\da-z]+?s([\w+/%=-]+)$/;

/** Whether `uri` is a cell. */
export function isCell(uri: string): boolean {
	return uri.startsWith(SCHEME);
}

/** The URI of the cell's notebook; any other URI unchanged. */
export function notebookOf(uri: string): string {
	if (!isCell(uri)) {
		return uri;
	}
	const path = uri.slice(SCHEME.length).replace(/#.*$/, '');
	const scheme = schemeIn(FRAGMENT.exec(uri)?.[1] ?? '') ?? 'file';
	if (scheme === REMOTE) {
		return `file://${path.replace(/^\/\/[^/]*/, '')}`;
	}
	return `${scheme}:${scheme === 'file' && !path.startsWith('//') ? '//' : ''}${path}`;
}

function schemeIn(written: string): string | undefined {
	try {
		const scheme = atob(decodeURIComponent(written));
		return /^[a-z][a-z\d+.-]*$/i.test(scheme) ? scheme : undefined;
	} catch {
		return undefined;
	}
}
