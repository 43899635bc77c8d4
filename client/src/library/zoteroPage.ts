/** A page with the steps for exporting from Zotero. The text is our own, and the page runs no scripts. */

import * as vscode from 'vscode';
import { libraryMessages, zoteroPage } from '../../../server/src/messages/library.ts';
import { commandLink, Html, html } from '../report/html.ts';

const CHOOSE = 'paperNotes.chooseLibrary';

export function showZoteroPage(): void {
	const panel = vscode.window.createWebviewPanel('paperNotes.zotero', zoteroPage.title, vscode.ViewColumn.Active, {
		enableScripts: false,
		enableCommandUris: [CHOOSE],
		localResourceRoots: [],
	});
	panel.webview.html = page().text;
}

interface Way {
	readonly heading: string;
	readonly steps: readonly string[];
	readonly after: string;
}

function page(): Html {
	const { title, opening, automatic, byHand, closing } = zoteroPage;
	return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${opening}</p>
${section(automatic)}
${section(byHand)}
<p>${closing} ${commandLink(libraryMessages.choose, CHOOSE)}</p>
</main>
</body>
</html>`;
}

function section({ heading, steps, after }: Way): Html {
	return html`<h2>${heading}</h2>
<ol>${steps.map((step) => html`<li>${stepHtml(step)}</li>`)}</ol>
<p>${after}</p>`;
}

/**
 * Text between asterisks, such as `*Keep updated*`, is a label in Zotero's window: every second piece of the split text.
 */
function stepHtml(step: string): readonly (Html | string)[] {
	return step.split('*').map((piece, index) => (index % 2 === 1 ? html`<strong>${piece}</strong>` : piece));
}

/** Uses the editor's fonts and colours, at a width that is easy to read. */
const STYLE = new Html(`
body { font-family: var(--vscode-font-family); line-height: 1.5; color: var(--vscode-foreground); }
main { max-width: 42em; margin: 1em auto; padding: 0 1em; }
h1 { font-size: 1.6em; font-weight: 400; line-height: 1.3; }
h2 { font-size: 1.15em; font-weight: 600; margin-top: 1.4em; }
li { margin: 0.2em 0; }
a { color: var(--vscode-textLink-foreground); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`);
