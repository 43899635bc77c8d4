/** Keeps one warning of Node's out of the logs of editors, which show it as an error: that SQLite is experimental there. */

const { emitWarning } = process;

process.emitWarning = (...args: readonly unknown[]): void => {
	const [warning, type] = args;
	if (!(type === 'ExperimentalWarning' && String(warning).startsWith('SQLite '))) {
		Reflect.apply(emitWarning, process, args);
	}
};
