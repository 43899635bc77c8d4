/** The program of a thread that prepares records as the real one does, with delays, or dies on the way. */

import { type MessagePort, workerData } from 'node:worker_threads';
import { prepareRecordsInThread } from '../../server/src/indexing/preparationThread.node.ts';
import { seededRandom } from '../support/random.ts';

/** Set by the test for its threads: a seed, and after how many answers the thread ends. */
const { PREPARATION_SEED = '1', PREPARATION_ANSWERS = 'Infinity' } = process.env;

const MAX_DELAY_MS = 20;

const random = seededRandom(Number(PREPARATION_SEED));
const never = new Int32Array(new SharedArrayBuffer(4));
const port: MessagePort = workerData.port;
const post = port.postMessage.bind(port);
let left = Number(PREPARATION_ANSWERS);

port.postMessage = (...answer: Parameters<typeof post>): void => {
	if (left-- <= 0) {
		process.exit();
	}
	Atomics.wait(never, 0, 0, random() * MAX_DELAY_MS);
	post(...answer);
};
prepareRecordsInThread(workerData);
