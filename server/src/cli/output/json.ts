/** Problems as JSON: one object, for scripts. */

import type { Checked } from '../fileProblems.node.ts';

/**
 * `line` and `column` count from 1, columns in UTF-16 units, as editors show them; `range` is the Language Server
 * Protocol's, which counts from 0.
 */
export function jsonOutput({ files, count }: Checked): string {
	const problems = files.flatMap(({ uri, path, problems: found }) =>
		found.map(({ range, severity, code, message, related = [] }) => ({
			file: path,
			uri,
			line: range.start.line + 1,
			column: range.start.character + 1,
			range,
			severity,
			code,
			message,
			...(related.length > 0 ? { related } : {}),
		})),
	);
	return `${JSON.stringify({ files: count, problems }, undefined, 2)}\n`;
}
