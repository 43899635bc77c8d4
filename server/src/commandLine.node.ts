/** The command `paper-notes` as a bundle of its own, loaded once Node is known to be new enough. */

// Must run before SQLite is loaded.
import './indexing/quietSqlite.node.ts';
import { createRequire } from 'node:module';
import { run } from './cli/program.node.ts';

const load = createRequire(import.meta.filename);

async function main(): Promise<void> {
	const { version } = load('../package.json') as { readonly version: string };
	const code = await run(process.argv.slice(2), {
		terminal: { cwd: process.cwd(), out: process.stdout, err: process.stderr },
		version,
		serve: () => {
			process.argv.push('--stdio');
			load('./server.js');
		},
	});
	if (code !== undefined) {
		// Only once everything is written: a pipe may be slower than this program.
		process.stdout.write('', () => process.exit(code));
	}
}

void main();
