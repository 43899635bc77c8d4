/** The package `yaml`, a file of its own that is loaded when the first YAML is read: most sessions read none. */

import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

let library: typeof Yaml | undefined;

/** The package. In the bundles `#yaml` is `dist/yaml.js`; from the sources it is the package itself. */
export function yamlLibrary(): typeof Yaml {
	library ??= createRequire(import.meta.filename)('#yaml') as typeof Yaml;
	return library;
}
