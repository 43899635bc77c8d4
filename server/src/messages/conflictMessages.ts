/** Messages about conflicts that version control has left in a file. */

const HOW_TO_END = 'Keep what you want of them, and remove the lines "<<<<<<<", "=======" and ">>>>>>>".';

export const conflictMessages = {
	/** `count`: how many conflicts the file has. */
	inLibrary: (count: number) => `${conflictsHere(count)} The entries of both sides were read. ${HOW_TO_END}`,
	inNote: (count: number) => `${conflictsHere(count)} The citations of both sides were read. ${HOW_TO_END}`,
};

function conflictsHere(count: number): string {
	return count === 1
		? 'A merge has left a conflict here.'
		: `A merge has left ${count} conflicts in this file, the first one here.`;
}
