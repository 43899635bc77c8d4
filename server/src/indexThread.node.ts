/**
 * The program of the threads that build the index: a bundle of its own, so that the server need not load what reads
 * corpora.
 */

import { workerData } from 'node:worker_threads';
import { type PreparationThreadData, prepareRecordsInThread } from './indexing/preparationThread.node.ts';
import { type ProvisionalThreadData, readProvisionallyInThread } from './indexing/provisionalThread.node.ts';
import { buildIndexInThread, type ThreadData } from './indexing/thread.node.ts';

const data: ThreadData | ProvisionalThreadData | PreparationThreadData = workerData;
switch (data.kind) {
	case 'index':
		buildIndexInThread(data);
		break;
	case 'provisional':
		void readProvisionallyInThread(data);
		break;
	default:
		prepareRecordsInThread(data);
		break;
}
