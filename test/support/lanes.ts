/** Which tests run where: those that take moments in one process, the others each file in its own. */

/** The folders of tests that need neither a built server nor a window. */
export const UNIT_FOLDERS = [
	...[
		'util',
		'corpus',
		'index',
		'notes',
		'syntax',
		'files',
		'indexing',
		'citeproc',
		'templates',
		'workspace',
		'features',
		'client',
		'tidy',
	],
] as const;

/** The folders of tests that start servers or windows. */
export const PROGRAM_FOLDERS = ['lsp', 'cli', 'oldest', 'host', 'ui'] as const;

export const FAST = {
	tests: `test/{${UNIT_FOLDERS.join(',')}}/**/*.test.ts`,
	except: ['**/*.slow.test.ts'],
};
