/** `npm run icon`: the icon as the PNGs that the marketplace and VS Code take, drawn by Chromium from its SVG. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from './chromium.ts';

const media = path.resolve(import.meta.dirname, '../../media');

/** By their width in pixels. The marketplace shows 128; on fine screens VS Code shows twice as many. */
const FILES = new Map([
	[256, 'icon.png'],
	[128, 'icon-128.png'],
]);

const svg = await readFile(path.join(media, 'icon.svg'), 'base64');
const browser = await launchChromium();
const page = await browser.newPage();
for (const [width, name] of FILES) {
	await page.setViewportSize({ width, height: width });
	await page.setContent(`
		<style>body { margin: 0 } img { display: block; width: ${width}px; height: ${width}px }</style>
		<img src="data:image/svg+xml;base64,${svg}">
	`);
	await page.screenshot({ path: path.join(media, name), omitBackground: true });
}
await browser.close();
