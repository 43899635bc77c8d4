/** What the workbench logs while it runs a suite: the suite's own lines are passed on, the workbench's dropped. */
import { inspect } from 'node:util';

/** The workbench and the tests share one channel; these lines stand in every run and say nothing of the suite. */
const WORKBENCH_CHATTER = [
	/^Resolv(ing|ed) connection token/,
	/^Creating a socket/,
	/^(Ignoring fetching|Updating) additional builtin extensions/,
	/^Creation of workbench contribution/,
	/^\[(reconnection-grace-time|Service Worker|AgentHost:\w+|AccountPolicyGate)\]/,
	// Errors inside the workbench, such as a gallery that cannot be reached. An extension's own errors have its paths.
	/\/static\/out\/vs\/code\/browser\/workbench\/workbench\.js:/,
];

/** Prints one entry of `codeAutomationLog(type, args)`: what went to the console's errors goes to stderr. */
export function printEntry(type: string, args: readonly unknown[]): void {
	const text = args.map((arg) => (typeof arg === 'string' ? arg : inspect(arg, { depth: 5 }))).join(' ');
	if (WORKBENCH_CHATTER.some((chatter) => chatter.test(text))) {
		return;
	}
	const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
	stream.write(`${text}\n`);
}
