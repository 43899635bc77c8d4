/** Work that only one process at a time may do. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';

/** 10 minutes: an installation on a slow line. */
const WAIT_MS = 600_000;

/** Does `work` while holding `lockFile`; a lock whose process has died is taken over. */
export async function lockedBy(lockFile: string, work: () => Promise<void>): Promise<void> {
	await mkdir(path.dirname(lockFile), { recursive: true });
	await eventually({
		read: () => take(lockFile),
		accept: (taken) => taken,
		what: `the process that holds ${lockFile}`,
		timeoutMs: WAIT_MS,
	});
	try {
		await work();
	} finally {
		await rm(lockFile, { force: true });
	}
}

async function take(lockFile: string): Promise<boolean> {
	try {
		await writeFile(lockFile, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		const holder = Number(await readFile(lockFile, 'utf8').catch(() => ''));
		// An empty file is a lock that is being written right now.
		if (holder > 0 && !isAlive(holder)) {
			await rm(lockFile, { force: true });
		}
		return false;
	}
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
