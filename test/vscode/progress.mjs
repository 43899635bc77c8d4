/** Long steps shown while they run: their name, then the seconds that pass. Plain JavaScript, so that any Node runs it. */

/** Milliseconds between two looks at the clock where the line can be written again, and where each look is a new line. */
const REWRITE_MS = 1000;
const REPEAT_MS = 15_000;

/** @param {string} name @param {() => Promise<T>} work @template T @returns {Promise<T>} */
export async function shown(name, work) {
	const out = process.stderr;
	const began = Date.now();
	const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
	out.write(out.isTTY ? `${name} ...` : `${name} ...\n`);
	const timer = setInterval(
		() => out.write(out.isTTY ? `\r${name} ... ${seconds()}` : `${name} ... ${seconds()}\n`),
		out.isTTY ? REWRITE_MS : REPEAT_MS,
	);
	try {
		const result = await work();
		out.write(out.isTTY ? `\r${name}: done in ${seconds()}\n` : `${name}: done in ${seconds()}\n`);
		return result;
	} catch (error) {
		out.write(out.isTTY ? '\n' : '');
		throw error;
	} finally {
		clearInterval(timer);
	}
}
