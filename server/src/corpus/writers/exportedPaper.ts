/** A paper as it is written to a bibliography. */

import type { CslItem, PaperExtra } from '../paper.ts';

export interface ExportedPaper {
	/** The key of the entry, instead of the item's own `id`. */
	readonly key: string;
	/** Other names by which notes cite the paper. */
	readonly aliases: readonly string[];
	readonly item: CslItem;
	readonly extra: PaperExtra;
}
