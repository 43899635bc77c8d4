/** A program and everything it starts, ended together: with `stop`, or when this process ends. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

export interface ProcessTree {
	readonly child: ChildProcess;
	/** Asks the whole tree to end, and ends it after `GRACE_MS`. Safe to call twice. */
	stop(): Promise<void>;
}

export interface ProgramStart {
	readonly command: string;
	readonly args: readonly string[];
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
}

/** VS Code's server ends within 0.2 s of a signal; its extension hosts take longer when an extension is busy. */
const GRACE_MS = 2_000;

const isWindows = process.platform === 'win32';

export function startTree({ command, args, cwd, env }: ProgramStart): ProcessTree {
	// A group of its own: one signal then reaches the extension hosts and language servers as well.
	const child = spawn(command, args, { cwd, env, detached: !isWindows, stdio: ['ignore', 'pipe', 'pipe'] });
	const endNow = () => signalGroup(child, 'SIGKILL');
	process.once('exit', endNow);
	endOnSignals();
	return {
		child,
		async stop() {
			await endGroup(child);
			process.off('exit', endNow);
		},
	};
}

async function endGroup(child: ChildProcess): Promise<void> {
	if (child.exitCode === null && child.signalCode === null && signalGroup(child, 'SIGTERM')) {
		const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
		await once(child, 'exit');
		clearTimeout(timer);
	}
	// What the leader left behind in its group.
	signalGroup(child, 'SIGKILL');
}

/** False when no process of the group is left. Windows has neither groups nor signals: there the tree is ended at once. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): boolean {
	if (isWindows) {
		return spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']).status === 0;
	}
	try {
		return child.pid !== undefined && process.kill(-child.pid, signal);
	} catch {
		return false;
	}
}

let signalsHandled = false;

/** A signal ends Node without the `exit` event, which would leave the trees running: turn it into an exit. */
function endOnSignals(): void {
	if (signalsHandled) {
		return;
	}
	signalsHandled = true;
	process.once('SIGINT', () => process.exit(130));
	process.once('SIGTERM', () => process.exit(143));
	process.once('SIGHUP', () => process.exit(129));
}
