/** The real Neovim with the configuration that the README shows. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { installedVersion, notInstalled } from '../support/installed.ts';
import { type Neovim, startNeovim } from '../support/neovim.ts';
import { entry, serverCase } from '../support/serverCase.ts';
import { ROOT } from '../support/sources.ts';

const skip = notInstalled('nvim', 'neovim');
const version = installedVersion('nvim') ?? 'Neovim';
const CONFIG = join(ROOT, 'editors/neovim-0.7.lua');

const LIBRARY = entry('zeng2025rlve', 'Verifiable environments') + entry('ash2001', 'Leaves in autumn');
const NOTE = 'Leaves fall @paper[ash2002].\nThey fall @paper[ash2001].\n';
const FILES = { 'refs.bib': LIBRARY, 'note.md': NOTE, 'other.md': 'Again @paper[ash2001, p. 3].\n' };

function start(context: TestContext): Promise<Neovim> {
	const { folder } = serverCase(context, FILES);
	return startNeovim(context, { config: CONFIG, folder, file: 'note.md' });
}

const LINES = 'vim.api.nvim_buf_get_lines(0, 0, -1, false)';
const PROBLEMS = 'vim.diagnostic.get(0)';

interface Shown {
	readonly code: string;
	readonly lnum: number;
	readonly col: number;
	readonly end_col: number;
}

function problems(neovim: Neovim, count: number): Promise<readonly Shown[]> {
	return neovim.see<readonly Shown[]>(PROBLEMS, ({ length }) => length === count);
}

/** The first row of the list, once a row says `text`. */
async function listed(neovim: Neovim, text: string): Promise<{ readonly abbr: string; readonly menu: string }> {
	type Info = { readonly items: readonly { readonly abbr: string; readonly menu: string }[] };
	const { items } = await neovim.see<Info>('vim.fn.complete_info()', ({ items: [first] }) =>
		first ? first.abbr.includes(text) : false,
	);
	return items[0] ?? assert.fail();
}

test(`${version} completes by words of author and title, as they are typed`, { skip }, async (context) => {
	const neovim = await start(context);
	await problems(neovim, 1);
	for (const before of ['See ', '🙂 é 学 ', '- ']) {
		neovim.type(`Go${before}@paper[author verif`);
		const { menu } = await listed(neovim, 'Verifiable environments');
		assert.equal(menu, 'zeng2025rlve');
		neovim.type('<C-y> more<Esc>');
		const wanted = `${before}@paper[zeng2025rlve] more`;
		await neovim.see<readonly string[]>(LINES, (lines) => lines.at(-1) === wanted);
	}
});

test(`${version} underlines an unknown key, and mends it`, { skip }, async (context) => {
	const neovim = await start(context);
	const [problem] = await problems(neovim, 1);
	assert.deepEqual(
		[problem?.code, problem?.lnum, problem?.col, problem?.end_col],
		['unknown-paper', 0, NOTE.indexOf('ash2002'), NOTE.indexOf('ash2002') + 'ash2002'.length],
	);
	neovim.type(':lua vim.ui.select = function(actions, _, choose) choose(actions[1]) end<CR>');
	neovim.type('gg0f2gra');
	await neovim.see<readonly string[]>(LINES, ([first]) => first === 'Leaves fall @paper[ash2001].');
	await problems(neovim, 0);
});

test(`${version} shows the card of a paper, in a note and in its record`, { skip }, async (context) => {
	const neovim = await start(context);
	await problems(neovim, 1);
	const texts =
		'vim.tbl_map(function(w) return vim.api.nvim_buf_get_lines(vim.fn.winbufnr(w), 0, -1, false) end, {1, 2})';
	for (const keys of ['2gg0f2K', '<C-w>o2gg0f2gd', ':set hidden<CR>K']) {
		neovim.type(keys);
		if (keys.endsWith('gd')) {
			await neovim.see<string>('vim.fn.expand("%:t")', (name) => name === 'refs.bib');
			await neovim.see<string>('vim.fn.expand("<cword>")', (word) => word === 'ash2001');
		} else {
			await neovim.see<readonly string[][]>(texts, ([, card]) => card?.[0]?.includes('Leaves in autumn') ?? false);
		}
	}
});

test(`${version} lists the references of a paper`, { skip }, async (context) => {
	const neovim = await start(context);
	await problems(neovim, 1);
	neovim.type('2gg0f2grr');
	const places = 'vim.tbl_map(function(i) return vim.fn.bufname(i.bufnr) .. ":" .. i.lnum end, vim.fn.getqflist())';
	const found = await neovim.see<readonly string[]>(places, ({ length }) => length > 0);
	assert.deepEqual([...found].sort(), ['note.md:2', 'other.md:1', 'refs.bib:7']);
});

test(`${version} renames a key in notes and record, or says why not`, { skip }, async (context) => {
	const neovim = await start(context);
	await problems(neovim, 1);
	const rename = (key: string): void => {
		neovim.type(`:lua vim.ui.input = function(_, confirm) confirm("${key}") end<CR>`);
		neovim.type('2gg0f2grn');
	};
	rename('zeng2025rlve');
	await neovim.see<string>('vim.fn.execute("messages")', (said) => said.includes('already has the key "zeng2025rlve"'));
	rename('ash2001leaves');
	const files =
		'vim.tbl_map(function(n) return table.concat(vim.fn.getbufline(n, 1, "$"), "\\n") end, {"note.md", "other.md", "refs.bib"})';
	const [note, other, record] = await neovim.see<readonly string[]>(files, (texts) =>
		texts.every((text) => text.includes('ash2001leaves')),
	);
	assert.equal(note, NOTE.replace('ash2001', 'ash2001leaves').trimEnd());
	assert.equal(other, 'Again @paper[ash2001leaves, p. 3].');
	assert.equal(record, LIBRARY.replace('ash2001', 'ash2001leaves').trimEnd());
});

test(`the configuration for newer versions is Lua that ${version} can read`, { skip }, () => {
	const load = `lua assert(loadfile([[${join(ROOT, 'editors/neovim.lua')}]]))`;
	const { stderr } = spawnSync('nvim', ['--headless', '--clean', '-c', load, '-c', 'q'], { encoding: 'utf8' });
	assert.equal(stderr, '');
});
