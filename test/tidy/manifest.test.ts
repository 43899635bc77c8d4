/** What people are told agrees with what the code does: manifest, settings table, commands and README. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NOTE_LANGUAGES } from '../../server/src/protocol.ts';
import { SETTINGS } from '../../server/src/workspace/settings.ts';
import { ROOT, sourcesBelow } from '../support/sources.ts';

interface Manifest {
	readonly activationEvents: readonly string[];
	readonly contributes: {
		readonly commands: readonly { readonly command: string; readonly title: string }[];
		readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
		readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when: string }[];
	};
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { commands, configuration } = manifest.contributes;

/** Read by the client library itself. */
const OF_THE_CLIENT = ['paperNotes.trace.server', 'paperNotes.pandocPath'];

test('the manifest declares the settings that the code reads, with the same defaults', () => {
	const inCode = SETTINGS.map(({ name, standard }) => [`paperNotes.${name}`, standard]);
	const inManifest = Object.entries(configuration.properties)
		.filter(([name]) => !OF_THE_CLIENT.includes(name))
		.map(([name, property]) => [name, property.default]);
	assert.deepEqual(inManifest, inCode);
});

test('the README lists every setting with its default', () => {
	for (const { name, standard } of SETTINGS) {
		const row = readme.split('\n').find((line) => line.startsWith(`| \`paperNotes.${name}\` |`));
		assert.ok(row, `the README has no row for paperNotes.${name}`);
		assert.ok(
			row.includes(`\`${JSON.stringify(standard)}\``),
			`paperNotes.${name}: the README's row lacks ${JSON.stringify(standard)}`,
		);
	}
});

test('every command is declared, registered and told in the README', () => {
	const client = sourcesBelow('client/src')
		.map((file) => readFileSync(join(ROOT, file), 'utf8'))
		.join('\n');
	for (const { command, title } of commands) {
		assert.ok(client.includes(`'${command}'`), `${command} is registered nowhere`);
		assert.ok(readme.includes(`Papers: ${title}`), `the README does not tell of "Papers: ${title}"`);
	}
});

test('keys are bound only where something of ours has the keyboard', () => {
	const wide = manifest.contributes.keybindings.filter(({ when }) => !/(?:^|&& )paperNotes\.\w+(?: &&|$)/.test(when));
	assert.deepEqual(wide, []);
});

test('the manifest knows every language of notes', () => {
	const events = manifest.activationEvents.filter((event) => event !== 'onLanguage:bibtex');
	const ofNotes = NOTE_LANGUAGES.map((language) => `onLanguage:${language}`);
	assert.deepEqual(events, [...ofNotes, 'onNotebook:jupyter-notebook']);
	const conditions = [...JSON.stringify(manifest.contributes).matchAll(/editorLangId =~ ([^ "]+)/g)].map(
		([, is]) => is,
	);
	assert.ok(conditions.length > 5);
	assert.deepEqual(new Set(conditions), new Set([`/^(${NOTE_LANGUAGES.join('|')})$/`]));
});
