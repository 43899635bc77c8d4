/** The house keeps its order: arrows between layers run one way, and platforms stay behind their doors. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { ROOT, sourcesBelow } from '../support/sources.ts';

/** What each part may import besides itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
	'server/src/util': [],
	'server/src/corpus': ['server/src/util'],
	'server/src/syntax': [],
	'server/src/notes': ['server/src/util', 'server/src/syntax'],
	'server/src/workspace': ['server/src/util', 'server/src/corpus', 'server/src/notes'],
	'server/src/features': ['server/src/util', 'server/src/corpus', 'server/src/notes', 'server/src/workspace'],
	'server/src/lsp': [
		'server/src/util',
		'server/src/corpus',
		'server/src/notes',
		'server/src/workspace',
		'server/src/features',
		'server/src/protocol.ts',
	],
	'server/src/protocol.ts': [],
	'server/src/messages': [],
	'server/src/main.node.ts': ['server/src/workspace'],
	'server/src/languageServer.node.ts': ['server/src/lsp'],
	'server/src/indexThread.node.ts': ['server/src/workspace'],
	'client/src': ['server/src/protocol.ts', 'server/src/syntax'],
};

/** What people read stands in one place, at hand everywhere. */
const EVERYWHERE = ['server/src/messages'];

/** Packages that only some files may name. */
const GUARDED: readonly { readonly package: RegExp; readonly allowed: RegExp }[] = [
	{ package: /^vscode$/, allowed: /^client\// },
	{ package: /^vscode-languageclient/, allowed: /^client\// },
	{ package: /^vscode-languageserver/, allowed: /^server\/src\/lsp\// },
	{ package: /^node:/, allowed: /\.node\.ts$/ },
];

interface Import {
	readonly file: string;
	readonly line: number;
	/** A package, or the path of a file from the project's root. */
	readonly target: string;
}

test('every import follows the arrows between layers', () => {
	const imports = ['server/src', 'client/src'].flatMap(sourcesBelow).flatMap(importsOf);
	assert.ok(imports.length > 100, `only ${imports.length} imports were found: the reading of imports is broken`);
	assert.deepEqual(imports.filter(isStray).map(describe), []);
});

test('packages of one platform are named only behind its door', () => {
	const imports = ['server/src', 'client/src'].flatMap(sourcesBelow).flatMap(importsOf);
	const stray = imports.filter(({ file, target }) =>
		GUARDED.some((guard) => guard.package.test(target) && !guard.allowed.test(file)),
	);
	assert.deepEqual(stray.map(describe), []);
});

function isStray({ file, target }: Import): boolean {
	if (!/^(server|client)\//.test(target)) {
		return target.startsWith('test/');
	}
	const from = partOf(file);
	const to = partOf(target);
	const isAllowed = from !== undefined && to !== undefined && [...(ARROWS[from] ?? []), ...EVERYWHERE].includes(to);
	return from !== to && !isAllowed;
}

function partOf(file: string): string | undefined {
	return Object.keys(ARROWS).find((part) => file === part || file.startsWith(`${part}/`));
}

function describe({ file, line, target }: Import): string {
	return `${file}:${line} imports ${target}`;
}

/** The formatter writes `from '...'` at the end of an import's last line, and dynamic imports as `import('...')`. */
function importsOf(file: string): Import[] {
	return readFileSync(join(ROOT, file), 'utf8')
		.split('\n')
		.flatMap((text, index) => {
			const written = /(?:^import |\bfrom |\bimport\()'([^']+)'/.exec(text)?.[1];
			return written === undefined ? [] : [{ file, line: index + 1, target: targetOf(file, written) }];
		});
}

function targetOf(file: string, written: string): string {
	return written.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), written)) : written;
}
