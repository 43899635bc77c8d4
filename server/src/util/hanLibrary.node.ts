/** Loads `hanText.ts` when it is needed first: most libraries hold no Chinese characters. */

import { createRequire } from 'node:module';
import type * as HanText from './hanText.ts';

let library: typeof HanText | undefined;

/** The bundle. From the sources, `#hanText` is the source file itself. */
export function hanLibrary(): typeof HanText {
	library ??= createRequire(import.meta.filename)('#hanText') as typeof HanText;
	return library;
}
