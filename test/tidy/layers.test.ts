/** The house keeps its order: arrows between layers run one way, and platforms stay behind their doors. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { ROOT, sourcesBelow } from '../support/sources.ts';

/** What each part may import besides itself: parts further down, never one that imports it. The longest name that fits counts. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
	'server/src/util': [],
	'server/src/syntax': [],
	'server/src/notes': ['util', 'syntax'],

	'server/src/corpus/text': ['util'],
	'server/src/corpus/identifiers': ['util'],
	'server/src/corpus': ['util', 'syntax', 'corpus/text', 'corpus/identifiers'],
	'server/src/corpus/formats': ['util', 'syntax', 'corpus', 'corpus/text', 'corpus/identifiers'],
	'server/src/corpus/writers': ['util', 'corpus', 'corpus/text', 'corpus/identifiers', 'corpus/formats'],
	'server/src/corpus/reading': ['util', 'corpus', 'corpus/text', 'corpus/formats'],
	'server/src/corpus/renaming': ['util', 'corpus', 'corpus/formats'],

	'server/src/citeproc': ['util', 'corpus', 'corpus/text'],

	'server/src/index/database': ['util'],
	'server/src/index/search': ['util', 'corpus', 'corpus/identifiers', 'index/database'],
	'server/src/index/tables': ['util', 'syntax', 'corpus', 'corpus/text', 'corpus/identifiers', 'index/database'],
	'server/src/index/provisional': ['util', 'corpus', 'index/search'],
	'server/src/index': ['util', 'corpus', 'index/database', 'index/search', 'index/tables', 'index/provisional'],

	'server/src/files': ['util', 'corpus', 'corpus/text', 'corpus/reading', 'notes'],
	'server/src/indexing': [
		...['util', 'corpus', 'corpus/text', 'corpus/formats', 'corpus/reading', 'files'],
		...['index', 'index/database', 'index/tables', 'index/provisional'],
	],
	// A note's front matter may hold papers: they are read and searched beside the index.
	'server/src/workspace': [
		...['util', 'syntax', 'corpus', 'corpus/identifiers', 'corpus/formats', 'notes', 'files', 'index/provisional'],
	],
	'server/src/features': [
		...['util', 'syntax', 'corpus', 'corpus/text', 'corpus/identifiers', 'corpus/formats', 'corpus/renaming', 'notes'],
		...['corpus/writers', 'citeproc', 'templates', 'index/search', 'workspace'],
	],
	'server/src/lsp': [
		...['util', 'corpus', 'corpus/formats', 'corpus/reading', 'corpus/renaming', 'notes', 'files', 'indexing'],
		...['corpus/writers', 'citeproc', 'workspace', 'features'],
		...['protocol.ts', 'exchangeProtocol.ts', 'identityProtocol.ts', 'notingProtocol.ts', 'renderProtocol.ts'],
	],
	'server/src/cli': [
		...['util', 'corpus', 'corpus/formats', 'corpus/renaming', 'corpus/writers', 'notes', 'files', 'indexing'],
		...['workspace', 'features'],
	],
	'server/src/protocol.ts': [],
	'server/src/exchangeProtocol.ts': ['protocol.ts'],
	'server/src/identityProtocol.ts': ['protocol.ts'],
	'server/src/notingProtocol.ts': ['protocol.ts'],
	'server/src/templates': ['util', 'corpus/text'],
	'server/src/keyMemory.ts': ['index/tables', 'indexing', 'workspace'],
	'server/src/renderProtocol.ts': ['protocol.ts'],
	'server/src/messages': [],
	'server/src/oldNode.node.ts': [],
	'server/src/main.node.ts': ['files', 'oldNode.node.ts'],
	'server/src/main.cli.node.ts': ['files', 'oldNode.node.ts'],
	'server/src/commandLine.node.ts': ['cli', 'indexing'],
	'server/src/languageServer.node.ts': ['lsp'],
	'server/src/indexThread.node.ts': ['indexing'],
	'client/src': [
		...[
			'protocol.ts',
			'exchangeProtocol.ts',
			'identityProtocol.ts',
			'notingProtocol.ts',
			'renderProtocol.ts',
			'syntax',
		],
	],
};

/** What people read stands in one place, at hand everywhere. */
const EVERYWHERE = ['messages'];

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

test('no part can reach itself through others', () => {
	const reached = (part: string, path: readonly string[]): readonly string[] =>
		path.includes(part) ? [...path, part] : belowOf(part).flatMap((next) => reached(next, [...path, part]));
	assert.deepEqual(
		Object.keys(ARROWS).flatMap((part) => reached(part, [])),
		[],
	);
});

test('no files import each other in a circle', () => {
	const imports = ['server/src', 'client/src'].flatMap(sourcesBelow).flatMap(importsOf);
	const targets = Map.groupBy(imports, ({ file }) => file);
	const done = new Set<string>();
	const circles: string[] = [];
	const visit = (file: string, path: readonly string[]): void => {
		if (path.includes(file)) {
			circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
		} else if (!done.has(file)) {
			for (const { target } of targets.get(file) ?? []) {
				visit(target, [...path, file]);
			}
			done.add(file);
		}
	};
	for (const file of targets.keys()) {
		visit(file, []);
	}
	assert.deepEqual(circles, []);
});

function belowOf(part: string): readonly string[] {
	return (ARROWS[part] ?? []).map((below) => `server/src/${below}`);
}

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
	const allowed = [...(ARROWS[from ?? ''] ?? []), ...EVERYWHERE].map((part) => `server/src/${part}`);
	return from !== to && !(to !== undefined && allowed.includes(to));
}

function partOf(file: string): string | undefined {
	return Object.keys(ARROWS)
		.filter((part) => file === part || file.startsWith(`${part}/`))
		.toSorted((one, other) => other.length - one.length)[0];
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
