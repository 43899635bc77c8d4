/** Loads `guessedEncoding.ts` when it is needed first: nearly all libraries are in UTF-8. */

import { createRequire } from 'node:module';
import type * as GuessedEncoding from './guessedEncoding.ts';

let library: typeof GuessedEncoding | undefined;

/** The bundle. From the sources, `#guessedEncoding` is the source file itself. */
export function encodingLibrary(): typeof GuessedEncoding {
	library ??= createRequire(import.meta.filename)('#guessedEncoding') as typeof GuessedEncoding;
	return library;
}
