/** The thread that builds the index, as a program: a bundle of its own, so that the server need not load what reads corpora. */

import { buildIndexInThread } from './indexing/thread.node.ts';

buildIndexInThread();
