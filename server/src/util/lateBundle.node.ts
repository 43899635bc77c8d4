import { createRequire } from 'node:module';

/** What the bundle `name` exports. It is loaded with the first call; from the sources it is the source file itself. */
export function lateBundle<T>(name: `#${string}`): T {
	return createRequire(import.meta.filename)(name) as T;
}
