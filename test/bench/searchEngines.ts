/** All search engines that are measured. */

import { OUR_NAMES, OUR_SEARCH } from './ourSearch.ts';
import { FLEX_SEARCH, FUSE, MINI_SEARCH, MINI_SEARCH_ABSTRACTS } from './peerSearch.ts';
import { FTS5, FTS5_ABSTRACTS } from './plainFts5.ts';
import type { SearchEngine } from './searchEngine.ts';

/** Ours comes first; those that have to be installed are told apart. */
export const NAMES_ENGINES: readonly SearchEngine[] = [OUR_NAMES, FTS5, MINI_SEARCH, FLEX_SEARCH, FUSE];
export const ABSTRACTS_ENGINES: readonly SearchEngine[] = [OUR_SEARCH, FTS5_ABSTRACTS, MINI_SEARCH_ABSTRACTS];

export const INSTALLED: ReadonlySet<SearchEngine> = new Set([MINI_SEARCH, FLEX_SEARCH, FUSE, MINI_SEARCH_ABSTRACTS]);
