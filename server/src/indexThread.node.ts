/** The thread that builds the index, as a program: a bundle of its own, so that the server need not load what reads corpora. */

import { buildIndexInThread } from './workspace/indexThread.node.ts';

buildIndexInThread();
