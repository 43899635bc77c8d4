/** The thread that renders citations, from the side of those who ask. It is started with the first order. */

import { Worker } from 'node:worker_threads';
import { renderingMessages } from '../messages/rendering.ts';
import type { Render, Rendered, RenderOrder } from './rendering.ts';

/** Milliseconds after which a style is taken to be one that never ends: far more than the largest needs for any note. */
const GIVE_UP_AFTER_MS = 30_000;

export interface RendererPlace {
	/** The file that the thread runs. */
	readonly program: string;
	/** The folder of the shipped styles. */
	readonly folder: string;
	/** Milliseconds; `GIVE_UP_AFTER_MS` when absent. */
	readonly giveUpAfterMs?: number;
}

/** One order is rendered at a time, in the order in which they come. */
export function renderer(place: RendererPlace): Render {
	let thread: RenderThread | undefined;
	let last: Promise<unknown> = Promise.resolve();
	const send = (order: RenderOrder): Promise<Rendered> => {
		thread = thread?.isAlive ? thread : new RenderThread(place);
		return thread.render(order);
	};
	return (order) => {
		const rendered = last.then(() => send(order));
		last = rendered;
		return rendered;
	};
}

class RenderThread {
	readonly #worker: Worker;
	readonly #place: RendererPlace;
	#answer: ((rendered: Rendered) => void) | undefined;
	isAlive = true;

	constructor(place: RendererPlace) {
		this.#place = place;
		// What citeproc prints must not come between the messages on the standard output.
		this.#worker = new Worker(place.program, { workerData: { folder: place.folder }, stdout: true, stderr: true });
		this.#worker.on('message', (rendered: Rendered) => this.#answer?.(rendered));
		this.#worker.on('error', (error) => this.#end(error.message));
		this.#worker.on('exit', () => this.#end(renderingMessages.tooLong));
		this.#worker.unref();
	}

	/** Must not be called before the previous answer. */
	async render(order: RenderOrder): Promise<Rendered> {
		const { promise, resolve } = Promise.withResolvers<Rendered>();
		this.#answer = resolve;
		const timeout = setTimeout(
			() => this.#end(renderingMessages.tooLong),
			this.#place.giveUpAfterMs ?? GIVE_UP_AFTER_MS,
		);
		this.#worker.postMessage(order);
		const rendered = await promise;
		clearTimeout(timeout);
		return rendered;
	}

	#end(fault: string): void {
		this.isAlive = false;
		this.#answer?.({ fault });
		void this.#worker.terminate();
	}
}
