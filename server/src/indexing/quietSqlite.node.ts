/** Suppresses Node's warning that SQLite is experimental: editors show it in their logs as an error. */

const { emitWarning } = process;

process.emitWarning = (...args: readonly unknown[]): void => {
	const [warning, type] = args;
	if (!(type === 'ExperimentalWarning' && String(warning).startsWith('SQLite '))) {
		Reflect.apply(emitWarning, process, args);
	}
};
