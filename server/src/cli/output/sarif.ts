/** Problems as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code scanning. */

import { cliMessages } from '../../messages/cli.ts';
import type { Range } from '../../util/span.ts';
import type { Checked, CheckedFile, ListedProblem, ShownSeverity } from '../fileProblems.node.ts';

const LEVELS: Readonly<Record<ShownSeverity, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'note',
};

const ROOT = 'ROOT';

export function sarifOutput({ files, root }: Checked): string {
	const codes = [...new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)))].sort();
	const log = {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: { driver: driver(codes) },
				columnKind: 'utf16CodeUnits',
				originalUriBaseIds: { [ROOT]: { uri: root } },
				results: files.flatMap((file) =>
					file.problems.map((problem) => result(file, problem, { root, rule: codes.indexOf(problem.code) })),
				),
			},
		],
	};
	return `${JSON.stringify(log, undefined, 2)}\n`;
}

function driver(codes: readonly ListedProblem['code'][]) {
	return {
		name: 'paper-notes',
		informationUri: 'https://github.com/paper-notes/paper-notes',
		rules: codes.map((code) => ({ id: code, shortDescription: { text: cliMessages.problemKind[code] } })),
	};
}

interface ResultPlace {
	readonly root: string;
	/** The number of the problem's rule. */
	readonly rule: number;
}

function result({ uri }: CheckedFile, problem: ListedProblem, { root, rule }: ResultPlace) {
	const { code, severity, message, range, related = [] } = problem;
	return {
		ruleId: code,
		ruleIndex: rule,
		level: LEVELS[severity],
		message: { text: message },
		locations: [{ physicalLocation: physicalLocation(uri, range, root) }],
		...(related.length > 0
			? {
					relatedLocations: related.map((place, id) => ({
						id,
						physicalLocation: physicalLocation(place.uri, place.range, root),
						message: { text: place.message },
					})),
				}
			: {}),
	};
}

function physicalLocation(uri: string, { start, end }: Range, root: string) {
	return {
		artifactLocation: uri.startsWith(root) ? { uri: uri.slice(root.length), uriBaseId: ROOT } : { uri },
		region: {
			startLine: start.line + 1,
			startColumn: start.character + 1,
			endLine: end.line + 1,
			endColumn: end.character + 1,
		},
	};
}
