import { rememberKeys } from '../workspace/rememberKeys.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Remembers, in between other work, what the keys mean that notes cite. Call the result when papers or notes have
 * changed.
 */
export function keyRemembering(workspace: Workspace): () => void {
	let isRunning = false;
	let isWanted = false;
	const run = async (): Promise<void> => {
		isRunning = true;
		while (isWanted) {
			isWanted = false;
			for (const _ of rememberKeys(workspace)) {
				await new Promise((resolve) => setTimeout(resolve, 0));
				if (isWanted) {
					break;
				}
			}
		}
		isRunning = false;
	};
	return () => {
		isWanted = true;
		void (isRunning || run());
	};
}
