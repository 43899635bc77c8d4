/**
 * `node test/together.ts "test:headless -- FILE" test:windows` runs several scripts of `package.json` at the same time, each
 * with arguments of its own, because a window mostly waits. What the first one prints appears as it comes, what the others
 * print when they have ended. Fails if one of them does.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

// Whoever interrupts the run wants to read how far it came. The test runners get the signal too, and say so.
process.on('SIGINT', () => {});

const [first, ...others] = process.argv.slice(2);
const runs = [run(first ?? '', 'inherit'), ...others.map((script) => run(script, 'pipe'))];
for (const { status, output } of runs) {
	const [ended, printed] = await Promise.all([status, output]);
	process.stdout.write(printed);
	process.exitCode ||= ended;
}

/** `output`: what it prints, where that is not passed on at once. `status`: 1 if a signal ended it. */
function run(script: string, output: 'inherit' | 'pipe') {
	const child = spawn('npm', ['run', '--silent', ...script.split(' ')], {
		stdio: ['ignore', output, 'inherit'],
		shell: process.platform === 'win32',
	});
	return {
		status: once(child, 'close').then(([code]) => Number(code ?? 1)),
		output: child.stdout ? buffer(child.stdout) : Promise.resolve(''),
	};
}
