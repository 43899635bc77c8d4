/** Gives others a turn during long work, and lets them hold or stop it. */

export class Turns {
	#stopped = false;
	/** Resolves when work may go on. Undefined unless it is held. */
	#held: PromiseWithResolvers<void> | undefined;

	get isStopped(): boolean {
		return this.#stopped;
	}

	/** No further turn is taken. */
	stop(): void {
		this.#stopped = true;
		this.release();
	}

	/** The next turn waits until `release` is called. */
	hold(): void {
		this.#held ??= Promise.withResolvers();
	}

	release(): void {
		this.#held?.resolve();
		this.#held = undefined;
	}

	/** Gives others a turn, and waits while held. Resolves to whether to go on. */
	async next(): Promise<boolean> {
		await new Promise((resolve) => setImmediate(resolve));
		while (this.#held && !this.#stopped) {
			await this.#held.promise;
		}
		return !this.#stopped;
	}
}
