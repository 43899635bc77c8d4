/** The yardstick for `check`: reads all files of a folder that are given by their ends, and finds each `@`. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.', ...ends] = process.argv.slice(2);
let [files, signs] = [0, 0];
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
	if (entry.isFile() && ends.some((end) => entry.name.endsWith(end))) {
		const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
		files++;
		for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
			signs++;
		}
	}
}
process.stdout.write(`${JSON.stringify({ files, signs })}\n`);
