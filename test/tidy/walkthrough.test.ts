/** The walkthrough's pictures are there and follow the theme, and what it offers can be done. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../support/sources.ts';

interface Step {
	readonly description: string;
	readonly media: { readonly svg: string; readonly altText: string };
	readonly completionEvents: readonly string[];
}

interface Manifest {
	readonly icon: string;
	readonly contributes: {
		readonly commands: readonly { readonly command: string }[];
		readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
	};
}

const { icon, contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

test('each picture is there, has words for those who do not see it, and takes its colours from the theme', () => {
	assert.equal(steps.length, 4);
	for (const { media } of steps) {
		assert.ok(existsSync(join(ROOT, media.svg)), media.svg);
		assert.ok(media.altText.length > 20, media.svg);
		const colours = [...readFileSync(join(ROOT, media.svg), 'utf8').matchAll(/(?:fill|stroke)="(?!none)([^"]*)"/g)];
		assert.deepEqual(
			colours.map(([, colour = '']) => colour).filter((colour) => !colour.startsWith('var(--vscode-')),
			[],
		);
	}
});

test('each command that a step offers or waits for is one of ours, or of VS Code', () => {
	const commands = steps.flatMap(({ description, completionEvents }) => [
		...[...description.matchAll(/\(command:([\w.]+)/g)].map(([, command = '']) => command),
		...completionEvents
			.filter((event) => event.startsWith('onCommand:'))
			.map((event) => event.slice('onCommand:'.length)),
	]);
	const known = [...contributes.commands.map(({ command }) => command), 'workbench.action.files.newUntitledFile'];
	assert.ok(commands.length > 4);
	assert.deepEqual(
		commands.filter((command) => !known.includes(command)),
		[],
	);
});

test('the icon is a square PNG of 256 pixels', () => {
	const png = readFileSync(join(ROOT, icon));
	assert.equal(png.toString('latin1', 1, 4), 'PNG');
	assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
});
