/** A page that shows the clicks for an export of Zotero. It is our own text, and runs no scripts. */

import * as vscode from 'vscode';
import { libraryMessages, zoteroPage } from '../../../server/src/messages/library.ts';

const CHOOSE = 'paperNotes.chooseLibrary';

export function showZoteroPage(): void {
	const panel = vscode.window.createWebviewPanel('paperNotes.zotero', zoteroPage.title, vscode.ViewColumn.Active, {
		enableScripts: false,
		enableCommandUris: [CHOOSE],
		localResourceRoots: [],
	});
	panel.webview.html = html();
}

interface Way {
	readonly heading: string;
	readonly steps: readonly string[];
	readonly after: string;
}

function html(): string {
	const { title, opening, automatic, byHand, closing } = zoteroPage;
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(opening)}</p>
${wayHtml(automatic)}
${wayHtml(byHand)}
<p>${escaped(closing)} <a href="command:${CHOOSE}">${escaped(libraryMessages.choose)}</a></p>
</main>
</body>
</html>`;
}

function wayHtml({ heading, steps, after }: Way): string {
	const items = steps.map((step) => `<li>${escaped(step)}</li>`).join('\n');
	return `<h2>${escaped(heading)}</h2>\n<ol>\n${items}\n</ol>\n<p>${escaped(after)}</p>`;
}

/** The editor's own letters and colours; as wide as is easily read. */
const STYLE = `
body { font-family: var(--vscode-font-family); font-size: 1.1em; line-height: 1.6; color: var(--vscode-foreground); }
main { max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.7em; font-weight: 400; line-height: 1.3; }
h2 { font-size: 1.2em; font-weight: 600; margin-top: 1.6em; }
li { margin: 0.3em 0; }
a { color: var(--vscode-textLink-foreground); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
