/**
 * Problems as annotations of GitHub's workflows
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */

import type { Checked, ListedProblem, ShownSeverity } from '../fileProblems.node.ts';

const LEVELS: Readonly<Record<ShownSeverity, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'notice',
	hint: 'notice',
};

export function githubOutput({ files }: Checked): string {
	return files.flatMap(({ path, problems }) => problems.map((problem) => annotation(path, problem))).join('');
}

function annotation(path: string, { range: { start, end }, severity, code, message }: ListedProblem): string {
	const place = [
		`file=${property(path)}`,
		`line=${start.line + 1}`,
		`endLine=${end.line + 1}`,
		// Columns count only within one line.
		...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
		`title=${property(code)}`,
	];
	return `::${LEVELS[severity]} ${place.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
