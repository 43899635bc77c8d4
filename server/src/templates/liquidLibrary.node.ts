/** Loads the package `liquidjs` when the first template is used. */

import type * as LiquidJs from 'liquidjs';
import { lateBundle } from '../util/lateBundle.node.ts';

let library: typeof LiquidJs | undefined;

/** The package. In the bundles `#liquidjs` is `dist/liquidjs.js`; from the sources it is the package itself. */
export function liquidLibrary(): typeof LiquidJs {
	library ??= lateBundle<typeof LiquidJs>('#liquidjs');
	return library;
}
