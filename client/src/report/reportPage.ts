/** The page around the report's body: its style, and a short script that replaces the body. */

import { reportMessages } from '../../../server/src/messages/report.ts';
import { Html, html } from './html.ts';

/** The message that the page sends when it can receive a body. */
const READY = 'ready';

/** `nonce`: unguessable letters and digits. Scripts and styles without it are ignored. */
export function reportPage(nonce: string): string {
	const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
	return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${reportMessages.title}</title>
<style nonce="${nonce}">${new Html(STYLE)}</style>
</head>
<body>
<main></main>
<script nonce="${nonce}">${new Html(SCRIPT)}</script>
</body>
</html>`.text;
}

/** Uses the window's colours and fonts, so that it fits every theme and zoom level. */
const STYLE = `
body { padding: 0.5em 2em 2em; line-height: 1.5; }
main { max-width: 60em; overflow-wrap: anywhere; }
h1 { font-size: 1.7em; font-weight: 600; margin: 0.7em 0 0.4em; }
h2 { font-size: 1.25em; font-weight: 600; margin: 1.5em 0 0.4em; }
p, ul { margin: 0.4em 0; }
ul { padding-left: 1.4em; }
li { margin: 0.25em 0; }
.quiet { color: var(--vscode-descriptionForeground); }
.end { margin-top: 2em; }
.help { border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border))); border-radius: 4px; margin: 1.2em 0; padding: 0 1.2em 0.8em; }
.help h2 { margin-top: 0.8em; }
.actions { display: flex; flex-wrap: wrap; gap: 0.8em; margin-top: 1em; }
main a { text-decoration: underline; }
a.button { background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; color: var(--vscode-button-foreground); padding: 0.3em 1em; text-decoration: none; }
a.button:hover { background: var(--vscode-button-hoverBackground); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;

/** A new body keeps the scroll position and the focused link. A page that was hidden resumes at its last position. */
const SCRIPT = `
const vscode = acquireVsCodeApi();
const main = document.querySelector('main');
let scrolled = vscode.getState()?.scrolled ?? 0;
addEventListener('message', ({ data }) => {
	const focused = document.activeElement?.getAttribute('href');
	main.innerHTML = data;
	scrollTo(0, scrolled);
	const links = focused ? [...main.querySelectorAll('a')] : [];
	links.find((link) => link.getAttribute('href') === focused)?.focus({ preventScroll: true });
});
addEventListener('scroll', () => {
	scrolled = scrollY;
	vscode.setState({ scrolled });
});
vscode.postMessage('${READY}');
`;
