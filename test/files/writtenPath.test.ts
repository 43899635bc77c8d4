/** What a path written in the settings or in a note means on each system. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusRoots, matcherOfAll } from '../../server/src/files/corpusRoots.ts';
import { exclusionsOf } from '../../server/src/files/exclusions.ts';
import { writtenUri } from '../../server/src/util/writtenPath.ts';

/** The folder of the settings or note, the home folder, the path as written, the URI. */
type Row = readonly [folder: string, home: string, written: string, uri: string | undefined];

function check(rows: readonly Row[]): void {
	for (const [folder, home, written, uri] of rows) {
		assert.equal(writtenUri(written, { folder, home }), uri, `${written} in ${folder}, at home in ${home}`);
	}
}

const LINUX = ['file:///work/notes', '/home/ann'] as const;
const DRIVE = ['file:///c%3A/notes', 'C:\\Users\\Ann'] as const;
const SHARE = ['file://server/share/notes', 'C:\\Users\\Ann'] as const;
const UNC_HOME = ['file:///c%3A/notes', '\\\\server\\home\\ann'] as const;

/** One of VS Code's variables, as people write it. */
function variable(name: string): string {
	return `$\{${name}}`;
}

test('VS Code’s variables, addresses of files and detours', () => {
	check([
		[...LINUX, `${variable('workspaceFolder')}/a.bib`, 'file:///work/notes/a.bib'],
		[...LINUX, variable('workspaceFolder'), 'file:///work/notes'],
		[...LINUX, `${variable('workspaceFolder')}/../a.bib`, 'file:///work/a.bib'],
		[...LINUX, `${variable('userHome')}/lib/a.bib`, 'file:///home/ann/lib/a.bib'],
		[...LINUX, `${variable('workspaceFolderX')}/a.bib`, 'file:///work/notes/%24%7BworkspaceFolderX%7D/a.bib'],
		[...LINUX, 'file:///srv/My%20papers/a.bib', 'file:///srv/My%20papers/a.bib'],
		[...LINUX, 'file://localhost/srv/100%.bib', 'file:///srv/100%25.bib'],
		[...LINUX, 'a/../b/a.bib', 'file:///work/notes/b/a.bib'],
		[...DRIVE, 'file:///D:/papers/a.bib', 'file:///d%3A/papers/a.bib'],
		[...DRIVE, 'file://server/share/a.bib', 'file://server/share/a.bib'],
		[...DRIVE, `${variable('userHome')}\\a.bib`, 'file:///c%3A/Users/Ann/a.bib'],
		['', LINUX[1], `${variable('workspaceFolder')}/a.bib`, undefined],
	]);
	const taken = (pattern: string) => {
		const [folder, home] = LINUX;
		const { takes } = matcherOfAll(corpusRoots({ folder, corpus: [pattern], exclude: [] }, home), {});
		const places = ['work/notes/b/x.bib', 'work/notes/x.bib', 'home/ann/b/x.bib', 'srv/b/x.bib', 'work/b/x.bib'];
		return places.filter((place) => takes(`file:///${place}`));
	};
	assert.deepEqual(taken(`${variable('workspaceFolder')}/b/**`), ['work/notes/b/x.bib']);
	assert.deepEqual(taken(`${variable('workspaceFolder')}/**/*.bib`), ['work/notes/b/x.bib', 'work/notes/x.bib']);
	assert.deepEqual(taken('a/../b/*.bib'), ['work/notes/b/x.bib']);
	assert.deepEqual(taken('a/../../b'), ['work/b/x.bib']);
	assert.deepEqual(taken(`${variable('userHome')}/*/x.bib`), ['home/ann/b/x.bib']);
	assert.deepEqual(taken('file:///srv/**/*.bib'), ['srv/b/x.bib']);
	for (const pattern of [`${variable('workspaceFolder')}/b`, 'a/../b/**', './b', 'file:///work/notes/b']) {
		const [folder, home] = LINUX;
		const root = { uri: folder, include: [], exclude: exclusionsOf([pattern], { folder, home }) };
		const { takes } = matcherOfAll([root], {});
		assert.deepEqual([takes(`${folder}/b/x.bib`), takes(`${folder}/x.bib`)], [false, true], pattern);
	}
});

test('on Linux and macOS', () =>
	check([
		[...LINUX, 'a.bib', 'file:///work/notes/a.bib'],
		[...LINUX, ' ./x/./../a.bib ', 'file:///work/notes/a.bib'],
		[...LINUX, 'papers/', 'file:///work/notes/papers'],
		[...LINUX, '../../../../a.bib', 'file:///a.bib'],
		[...LINUX, '/srv/papers', 'file:///srv/papers'],
		[...LINUX, '//srv//papers', 'file:///srv/papers'],
		[...LINUX, '/', 'file:///'],
		[...LINUX, '~', 'file:///home/ann'],
		[...LINUX, '~/a.bib', 'file:///home/ann/a.bib'],
		[...LINUX, '~bob/a.bib', 'file:///work/notes/~bob/a.bib'],
		[...LINUX, '50% #1?.bib', 'file:///work/notes/50%25%20%231%3F.bib'],
		[...LINUX, 'a%20b.bib', 'file:///work/notes/a%2520b.bib'],
		[...LINUX, 'Bücher/論文.bib', 'file:///work/notes/B%C3%BCcher/%E8%AB%96%E6%96%87.bib'],
		[...LINUX, 'a\\b.bib', 'file:///work/notes/a%5Cb.bib'],
		[...LINUX, '\\\\server\\share\\x.bib', 'file:///work/notes/%5C%5Cserver%5Cshare%5Cx.bib'],
		[...LINUX, '\ud800.bib', 'file:///work/notes/%EF%BF%BD.bib'],
		['file:///', '/', 'a.bib', 'file:///a.bib'],
		['file:///', '/', '~/a.bib', 'file:///a.bib'],
		['file:///work/notes', '', '~/a.bib', 'file:///work/notes/~/a.bib'],
	]));

test('on Windows', () =>
	check([
		[...DRIVE, 'x\\a.bib', 'file:///c%3A/notes/x/a.bib'],
		[...DRIVE, '..\\..\\..\\a.bib', 'file:///c%3A/a.bib'],
		[...DRIVE, 'D:\\papers\\x.bib', 'file:///d%3A/papers/x.bib'],
		[...DRIVE, 'd:/papers/', 'file:///d%3A/papers'],
		[...DRIVE, 'C:\\', 'file:///c%3A/'],
		[...DRIVE, 'C:', 'file:///c%3A/'],
		[...DRIVE, 'D:\\..\\..\\x.bib', 'file:///d%3A/x.bib'],
		[...DRIVE, '\\papers\\x.bib', 'file:///c%3A/papers/x.bib'],
		[...DRIVE, '~', 'file:///c%3A/Users/Ann'],
		[...DRIVE, '~\\50% #1.bib', 'file:///c%3A/Users/Ann/50%25%20%231.bib'],
		[...DRIVE, '\\\\?\\D:\\x.bib', 'file:///d%3A/x.bib'],
		['file:///c%3A/', 'C:/Users/Ann', 'x.bib', 'file:///c%3A/x.bib'],
		['file:///c%3A/', 'C:/Users/Ann', '..', 'file:///c%3A/'],
	]));

test('a share of another machine, and of a Linux within Windows', () =>
	check([
		[...DRIVE, '\\\\server\\share\\Bücher\\x.bib', 'file://server/share/B%C3%BCcher/x.bib'],
		[...DRIVE, '//Server/share/x.bib', 'file://server/share/x.bib'],
		[...DRIVE, '\\\\server\\share\\..\\..\\x.bib', 'file://server/share/x.bib'],
		[...DRIVE, '\\\\server\\share\\', 'file://server/share'],
		[...DRIVE, '\\\\?\\UNC\\server\\share\\x.bib', 'file://server/share/x.bib'],
		[...DRIVE, '\\\\wsl$\\Ubuntu\\home\\me\\x.bib', 'file://wsl%24/Ubuntu/home/me/x.bib'],
		[...DRIVE, '\\\\wsl.localhost\\Ubuntu\\home\\me\\x.bib', 'file://wsl.localhost/Ubuntu/home/me/x.bib'],
		[...DRIVE, '\\\\\\x.bib', 'file:///c%3A/x.bib'],
	]));

test('in a folder on a share', () =>
	check([
		[...SHARE, 'x\\a.bib', 'file://server/share/notes/x/a.bib'],
		[...SHARE, '..\\..\\..\\a.bib', 'file://server/share/a.bib'],
		[...SHARE, '\\a.bib', 'file://server/share/a.bib'],
		[...SHARE, '~\\a.bib', 'file:///c%3A/Users/Ann/a.bib'],
		[...SHARE, 'C:\\a.bib', 'file:///c%3A/a.bib'],
		[...SHARE, '\\\\other\\share\\a.bib', 'file://other/share/a.bib'],
		['file://wsl%24/Ubuntu/notes', 'C:\\Users\\Ann', '~/a.bib', 'file:///c%3A/Users/Ann/a.bib'],
		['file://wsl%24/Ubuntu/notes', 'C:\\Users\\Ann', '../a.bib', 'file://wsl%24/Ubuntu/a.bib'],
	]));

test('with a home folder on a share', () =>
	check([
		[...UNC_HOME, '~', 'file://server/home/ann'],
		[...UNC_HOME, '~\\a.bib', 'file://server/home/ann/a.bib'],
		[...UNC_HOME, 'x\\a.bib', 'file:///c%3A/notes/x/a.bib'],
		['', '\\\\server\\home\\ann', '\\a.bib', 'file://server/home/a.bib'],
	]));

test('in a folder that no disk of this machine has', () =>
	check([
		['vscode-remote://wsl%2Bubuntu/home/me', '/home/me', 'a.bib', 'vscode-remote://wsl%2Bubuntu/home/me/a.bib'],
		['vscode-remote://wsl%2Bubuntu/home/me', '/home/me', '/srv/a.bib', 'vscode-remote://wsl%2Bubuntu/srv/a.bib'],
		['vscode-remote://wsl%2Bubuntu/home/me', '/home/me', '~/a.bib', 'vscode-remote://wsl%2Bubuntu/home/me/a.bib'],
		['vscode-remote://wsl%2Bubuntu/home/me', 'C:\\Users\\Ann', '/srv/a.bib', 'vscode-remote://wsl%2Bubuntu/srv/a.bib'],
		['vscode-remote://wsl%2Bubuntu/home/me', 'C:\\Users\\Ann', '~/a.bib', 'file:///c%3A/Users/Ann/a.bib'],
		['vscode-remote://wsl%2Bubuntu/home/me', 'C:\\Users\\Ann', 'C:\\a.bib', 'file:///c%3A/a.bib'],
	]));

test('without a folder, and nothing written', () =>
	check([
		['', '/home/ann', 'a.bib', undefined],
		['', '/home/ann', '~/a.bib', 'file:///home/ann/a.bib'],
		['', '/home/ann', '/srv/a.bib', 'file:///srv/a.bib'],
		['', 'C:\\Users\\Ann', '\\a.bib', 'file:///c%3A/a.bib'],
		['', '', '~/a.bib', undefined],
		[...LINUX, '', undefined],
		[...LINUX, ' ', undefined],
	]));

test('a pattern begins at its part without wildcards', () => {
	const rootOf = (folder: string, home: string, pattern: string): readonly unknown[] =>
		corpusRoots({ folder, corpus: [pattern], exclude: [] }, home).map(({ uri, include }) => [uri, ...include]);
	assert.deepEqual(rootOf(...DRIVE, '\\\\server\\share\\**\\*.bib'), [['file://server/share', '**/*.bib']]);
	assert.deepEqual(rootOf(...DRIVE, 'D:\\*.bib'), [['file:///d%3A/', '*.bib']]);
	assert.deepEqual(rootOf(...SHARE, '~\\papers\\*'), [['file:///c%3A/Users/Ann/papers', '*']]);
	assert.deepEqual(rootOf(...SHARE, 'sub\\..\\..\\*.bib'), [['file://server/share', '*.bib']]);
	assert.deepEqual(rootOf(...DRIVE, 'papers\\*.bib'), [['file:///c%3A/notes', 'papers/*.bib']]);
	assert.deepEqual(rootOf(...LINUX, '~/{a,b}/*'), [['file:///home/ann', '{a,b}/*']]);
});

test('a path that leads nowhere is told as it is written, and the others go on', () => {
	for (const bad of ['\\\\server\\share\\x.bib', '//server/x.bib', '\\\\', 'C:\\x.bib', '\\\\?\\x', '\ud800/x.bib']) {
		for (const [folder, home] of [LINUX, DRIVE, SHARE, UNC_HOME]) {
			const roots = corpusRoots({ folder, corpus: [bad, 'good.bib'], exclude: [] }, home);
			assert.ok(matcherOfAll(roots, {}).takes(`${folder}/good.bib`), bad);
			assert.ok(
				roots.some(({ named }) => named?.some(({ pattern }) => pattern === bad)),
				bad,
			);
		}
	}
});

test('what lies below the root of a drive belongs to it', () => {
	const { takes } = matcherOfAll(
		corpusRoots({ folder: 'file:///c%3A/', corpus: ['*.bib'], exclude: [] }, DRIVE[1]),
		{},
	);
	assert.deepEqual([takes('file:///c%3A/a.bib'), takes('file:///d%3A/a.bib')], [true, false]);
});

/** The folder, the home folder, the exclusion as written, and two files: the first is excluded, the second is read. */
type ExcludedRow = readonly [folder: string, home: string, written: string, excluded: string, read: string];

test('a path or pattern that is excluded means the same place, wherever files are looked for', () => {
	const rows: readonly ExcludedRow[] = [
		[...LINUX, '~/lib/drafts', 'file:///home/ann/lib/drafts/x/a.bib', 'file:///home/ann/lib/a.bib'],
		[...LINUX, '/srv/**/old/*.bib', 'file:///srv/papers/old/a.bib', 'file:///srv/papers/a.bib'],
		[...LINUX, '/work/notes/[d]rafts/**', 'file:///work/notes/drafts/a.bib', 'file:///work/notes/a.bib'],
		[...LINUX, '../other/a.bib', 'file:///work/other/a.bib', 'file:///work/other/b.bib'],
		[...LINUX, '/srv/Bücher/*.bib', 'file:///srv/Bu%CC%88cher/a.bib', 'file:///srv/Bucher/a.bib'],
		[...LINUX, '/srv/50% #1', 'file:///srv/50%25%20%231/a.bib', 'file:///srv/50%25/a.bib'],
		[...DRIVE, 'C:\\notes\\drafts\\**', 'file:///c%3A/notes/drafts/a.bib', 'file:///d%3A/notes/drafts/a.bib'],
		[...DRIVE, 'D:\\**\\*.txt', 'file:///d%3A/x/a.txt', 'file:///d%3A/x/a.bib'],
		[...DRIVE, '~\\lib\\old', 'file:///c%3A/Users/Ann/lib/old/a.bib', 'file:///c%3A/Users/Ann/lib/a.bib'],
		[...DRIVE, '\\\\server\\share\\old', 'file://server/share/old/a.bib', 'file://server/other/old/a.bib'],
		[...DRIVE, '..\\old\\*', 'file:///c%3A/old/a.bib', 'file:///c%3A/new/a.bib'],
		[...SHARE, '\\old', 'file://server/share/old/a.bib', 'file://server/share/notes/old/a.bib'],
	];
	for (const [folder, home, written, excluded, read] of rows) {
		const exclude = exclusionsOf([written], { folder, home });
		const roots = [folder, new URL('..', excluded).href, new URL('..', read).href].map((uri) => uri.replace(/\/$/, ''));
		const { takes, skips } = matcherOfAll(
			roots.map((uri) => ({ uri, include: [], exclude })),
			{},
		);
		assert.deepEqual([takes(excluded), takes(read)], [false, true], `${written} in ${folder}`);
		assert.equal(skips(read), false, written);
	}
	const exclude = exclusionsOf(['~/drafts', 'C:\\X'], { folder: DRIVE[0], home: DRIVE[1] });
	const { takes, skips } = matcherOfAll([{ uri: 'file:///c%3A', include: [], exclude }], { ignoresCase: true });
	assert.deepEqual([skips('file:///c%3A/users/ANN/Drafts'), takes('file:///c%3A/x/a.bib')], [true, false]);
});
