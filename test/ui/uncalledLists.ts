/** Lists of papers that come up though nobody has asked for them. */

import { listsSeen, watchLists } from '../vscode/inPage.js';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';

/** A card that can be had once all is done: over which text, and what it says that no card before it says. */
interface LaterCard {
	readonly over: string;
	readonly says: string;
}

/**
 * The lists, each as its rows, that come up while `act` is done and until the extension has answered to what came later:
 * with a card. The mouse alone is used, since a list goes when the focus does.
 */
export async function listsDuring(
	window: VscodeWindow,
	act: () => Promise<unknown>,
	{ over, says }: LaterCard,
): Promise<readonly string[]> {
	await window.page.evaluate(watchLists);
	await act();
	const failure = await window
		.hoverText(over, (card) => card.includes(says))
		.then(
			() => undefined,
			(error: unknown) => error,
		);
	const lists = await window.page.evaluate(listsSeen);
	// A list may stand in the mouse's way, and is then the better thing to tell.
	if (failure && lists.length === 0) {
		throw failure;
	}
	return lists;
}
