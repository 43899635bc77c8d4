/** The driver of an index, state by state, with a host that has neither threads nor a database. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { emptyCorpus } from '../../server/src/corpus/emptyCorpus.ts';
import { noKeyMemory } from '../../server/src/corpus/keyMemory.ts';
import type { IndexFailure } from '../../server/src/index/database/indexFailure.ts';
import { openDriver } from '../../server/src/indexing/driver.ts';
import type { DriverHost, FoundFiles, ThreadListener } from '../../server/src/indexing/driverHost.ts';
import type { IndexDriver, IndexEvent } from '../../server/src/indexing/indexDriver.ts';
import type { Order, Report } from '../../server/src/indexing/threadMessages.ts';

const DAMAGED: IndexFailure = { kind: 'damaged', message: 'it is damaged' };
const REFUSED: IndexFailure = { kind: 'refused', message: 'no such column' };

/** Records in order what the host is asked for, what the thread is sent, and what the server is told. */
class FakeHost implements DriverHost {
	readonly logRebuild = (): void => {};
	readonly keyMemory = { ...noKeyMemory, close: (): void => {} };
	path: string | undefined = '/papers.sqlite';
	papers = 0;
	/** The failures with which opening fails, one for each time. */
	readonly failures: IndexFailure[] = [];
	removal: Error | undefined;
	isReplaced = false;
	/** What checksums say of the index. */
	damage: Promise<IndexFailure | undefined> = Promise.resolve(undefined);
	readonly happened: string[] = [];
	thread: ThreadListener | undefined;
	failLater: (failure: IndexFailure) => void = () => {};
	/** What a scan finds. Undefined if it would take too long. */
	found: FoundFiles | undefined = new Map();

	open(onFailure: (failure: IndexFailure) => void) {
		const failure = this.failures.shift();
		this.happened.push(failure ? `cannot open: ${failure.kind}` : 'open');
		this.failLater = onFailure;
		const corpus = { ...emptyCorpus, paperCount: this.papers, holdsJust: () => this.found?.size === 0 };
		const close = (): void => void this.happened.push('close');
		const isReplaced = (): boolean => this.isReplaced;
		return failure ? { failure } : { corpus, isReplaced, isSealed: () => false, damage: () => this.damage, close };
	}

	remove(): void {
		this.happened.push('remove');
		if (this.removal) {
			throw this.removal;
		}
	}

	moveToMemory(): void {
		this.happened.push('move to memory');
		this.path = undefined;
	}

	startThread(listener: ThreadListener) {
		this.happened.push('start thread');
		this.thread = listener;
		return {
			post: ({ kind }: Order): void => void this.happened.push(kind),
			end: async (): Promise<void> => void this.happened.push('end thread'),
		};
	}

	async scan(): Promise<FoundFiles | undefined> {
		this.happened.push('scan');
		return this.found;
	}

	async firstAnswers(): Promise<void> {}

	yieldToRequests(): void {
		this.happened.push('yield');
	}

	report(report: Report, heard: number): void {
		this.thread?.onMessage({ kind: 'report', report, heard });
	}

	takeHappened(): string[] {
		return this.happened.splice(0);
	}
}

function driven(t: TestContext, prepare: (host: FakeHost) => void = () => {}) {
	t.mock.timers.enable({ apis: ['setTimeout'] });
	const host = new FakeHost();
	prepare(host);
	const events: IndexEvent[] = [];
	const index: IndexDriver = openDriver(host, (event) => events.push(event));
	const heard = (): string[] => events.splice(0).map((event) => ('message' in event ? event.message : event.kind));
	return { host, index, heard };
}

/** Lets settled promises run on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const COMPLETE: Report = { kind: 'complete', tookMs: 5, unread: [] };

test('an empty index starts its thread, which is ended when nothing happens and started again when something does', async (t) => {
	const { host, index, heard } = driven(t);
	index.scan([]);
	host.report({ kind: 'ready' }, 0);
	host.report(COMPLETE, 1);
	assert.deepEqual(host.takeHappened(), ['open', 'start thread', 'scan']);
	assert.deepEqual(heard(), ['opened', 'complete']);
	t.mock.timers.tick(60_000);
	assert.deepEqual(host.takeHappened(), ['end thread']);
	index.filesChanged(['file:///a.bib']);
	assert.deepEqual(host.takeHappened(), ['start thread', 'scan'], 'one that starts scans everything');
});

test('an index that holds just what is there needs no thread', async (t) => {
	const { host, index, heard } = driven(t, (fake) => {
		fake.papers = 7;
	});
	index.scan([]);
	t.mock.timers.tick(1000);
	await turn();
	assert.deepEqual(host.takeHappened(), ['open', 'scan']);
	assert.deepEqual(heard(), ['opened', 'read', 'complete']);
});

for (const [title, found] of [
	['files have changed', new Map([['file:///a.bib', { uri: 'file:///a.bib', size: 1, mtime: 1 }]])],
	['looking through them would take long', undefined],
] as const) {
	test(`an index that holds papers starts its thread where ${title}`, async (t) => {
		const { host, index } = driven(t, (fake) => {
			fake.papers = 7;
			fake.found = found;
		});
		index.scan([]);
		t.mock.timers.tick(1000);
		await turn();
		assert.deepEqual(host.takeHappened(), ['open', 'scan', 'start thread', 'scan']);
	});
}

test('an end that newer orders have overtaken is none', (t) => {
	const { host, index, heard } = driven(t);
	index.scan([]);
	index.filesChanged(['file:///a.bib']);
	host.report(COMPLETE, 1);
	assert.deepEqual(heard(), ['opened']);
	host.report(COMPLETE, 2);
	assert.deepEqual(heard(), ['complete']);
});

test('a damaged index is deleted and made anew, and that is said; a foreign one without a word', async (t) => {
	const { host, heard } = driven(t, (fake) => fake.failures.push(DAMAGED));
	await turn();
	assert.deepEqual(host.takeHappened(), ['cannot open: damaged', 'remove', 'open', 'start thread']);
	const [opened, message, reopened, ...more] = heard();
	assert.deepEqual([opened, reopened, more], ['opened', 'opened', []]);
	assert.match(message ?? '', /\/papers\.sqlite/);
	host.failLater({ kind: 'foreign', message: 'of version 1' });
	await turn();
	assert.deepEqual(host.takeHappened(), ['end thread', 'close', 'remove', 'open', 'start thread']);
	assert.deepEqual(heard(), ['opened', 'opened']);
});

test('an index that cannot be written goes on in memory', async (t) => {
	const unwritable = driven(t, (fake) => fake.failures.push({ kind: 'unwritable', message: 'read-only' }));
	await turn();
	assert.deepEqual(unwritable.host.takeHappened(), [
		'cannot open: unwritable',
		'move to memory',
		'open',
		'start thread',
	]);
});

test('a damaged index that cannot be deleted is made anew in memory', async (t) => {
	const stuck = driven(t, (fake) => {
		fake.failures.push(DAMAGED);
		fake.removal = new Error('it is in use');
	});
	await turn();
	assert.deepEqual(stuck.host.takeHappened().slice(1, 4), ['remove', 'move to memory', 'open']);
	assert.match(stuck.heard().join('\n'), /it is in use/);
});

test('a statement that is refused deletes nothing and ends the work until a rebuild', async (t) => {
	const { host, index, heard } = driven(t);
	host.thread?.onMessage({ kind: 'trouble', failure: REFUSED });
	await turn();
	assert.deepEqual(host.takeHappened(), ['open', 'start thread', 'end thread']);
	assert.match(heard().at(-1) ?? '', /no such column/);
	index.filesChanged(['file:///a.bib']);
	assert.deepEqual(host.takeHappened(), []);
	index.rebuild();
	await turn();
	assert.deepEqual(host.takeHappened(), ['close', 'remove', 'open', 'start thread']);
});

test('a thread that ends unasked is started again with all that it must know, three times', (t) => {
	const { host, index, heard } = driven(t);
	index.scan([]);
	index.textChanged('file:///open.bib', '@book{a}');
	index.pause();
	host.takeHappened();
	for (let times = 0; times < 3; times++) {
		host.thread?.onEnd('out of memory');
		assert.deepEqual(host.takeHappened(), ['start thread', 'textChanged', 'scan', 'pause']);
	}
	host.thread?.onEnd('out of memory');
	assert.deepEqual(host.takeHappened(), []);
	assert.equal(heard().filter((event) => event.includes('out of memory')).length, 4);
});

test('what an ended thread still says counts no more', async (t) => {
	const { host, index, heard } = driven(t);
	index.scan([]);
	const old = host.thread;
	index.rebuild();
	await turn();
	heard();
	old?.onMessage({ kind: 'report', report: { kind: 'committed' }, heard: 1 });
	old?.onEnd(undefined);
	assert.deepEqual(heard(), []);
});

test('an index that another server has made anew is opened again', (t) => {
	const { host, heard } = driven(t);
	host.isReplaced = true;
	host.report({ kind: 'ready' }, 0);
	assert.deepEqual(host.takeHappened(), ['open', 'start thread', 'close', 'open']);
	assert.deepEqual(heard(), ['opened', 'opened']);
});

test('an index that another server has replaced while nothing happened here is opened again before an answer', async (t) => {
	const { host, index, heard } = driven(t, (fake) => {
		fake.papers = 7;
	});
	index.scan([]);
	t.mock.timers.tick(1000);
	await turn();
	host.takeHappened();
	heard();
	index.catchUp();
	assert.deepEqual(host.takeHappened(), []);
	host.isReplaced = true;
	index.catchUp();
	host.isReplaced = false;
	assert.deepEqual(host.takeHappened(), ['close', 'open']);
	t.mock.timers.tick(1000);
	await turn();
	assert.deepEqual(host.takeHappened(), ['scan'], 'files may have changed since');
	assert.deepEqual(heard(), ['opened', 'opened', 'read', 'complete']);
});

test('a thread that fills an index which another server has deleted is ended, and another fills the new one', async (t) => {
	const { host, index } = driven(t);
	index.scan([]);
	host.takeHappened();
	host.isReplaced = true;
	index.catchUp();
	assert.deepEqual(host.takeHappened(), ['end thread', 'close', 'open', 'start thread', 'scan']);
});

test('no thread writes to an index before it has been checked, and a damaged one is made anew', async (t) => {
	const { promise, resolve } = Promise.withResolvers<IndexFailure | undefined>();
	const { host, index, heard } = driven(t, (fake) => {
		fake.papers = 7;
		fake.damage = promise;
	});
	index.scan([]);
	index.filesChanged(['file:///a.bib']);
	t.mock.timers.tick(1000);
	await turn();
	assert.deepEqual(host.takeHappened(), ['open', 'scan']);
	host.papers = 0;
	resolve(DAMAGED);
	await turn();
	assert.deepEqual(host.takeHappened(), ['close', 'remove', 'open', 'start thread', 'scan']);
	assert.match(heard().join('\n'), /damaged/);
});

test('what changes while the index is checked is read afterwards', async (t) => {
	const { host, index } = driven(t, (fake) => {
		fake.papers = 7;
	});
	index.scan([]);
	index.textChanged('file:///a.bib', '@book{a}');
	t.mock.timers.tick(1000);
	await turn();
	assert.deepEqual(host.takeHappened(), ['open', 'scan', 'start thread', 'textChanged', 'scan']);
});

test('a closed driver starts nothing', async (t) => {
	const { host, index, heard } = driven(t);
	await index.close();
	assert.deepEqual(host.takeHappened(), ['open', 'start thread', 'end thread', 'close']);
	heard();
	host.thread?.onEnd('killed');
	index.scan([]);
	t.mock.timers.tick(60_000);
	assert.deepEqual([host.takeHappened(), heard()], [[], []]);
});
