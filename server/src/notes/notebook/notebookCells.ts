/**
 * The prose of a Jupyter notebook (https://nbformat.readthedocs.io): its Markdown cells, and a first raw cell with front
 * matter, as Quarto has it. Format 3 has its cells in worksheets.
 */

import type { Span } from '../../util/span.ts';
import { type JsonFault, JsonWalk } from './jsonWalk.ts';

/** The strings that make up a cell's source, without their quotes. Mostly one for each line. */
export type CellStrings = readonly Span[];

export interface NotebookCells {
	readonly cells: readonly CellStrings[];
	/** Why the cells after this place, if there are any, were not read. */
	readonly fault: JsonFault | undefined;
}

interface ReadCell {
	readonly type: string | undefined;
	readonly strings: CellStrings;
}

export function notebookCells(json: string): NotebookCells {
	const walk = new JsonWalk(json);
	const cells: ReadCell[] = [];
	if (json.trim() !== '') {
		walk.eachMember((name) => {
			if (name === 'cells') {
				readCells(walk, cells);
			} else if (name === 'worksheets') {
				walk.eachElement(() => walk.eachMember((inner) => inner === 'cells' && readCells(walk, cells)));
			}
		});
	}
	const isProse = ({ type, strings }: ReadCell, index: number): boolean =>
		type === 'markdown' || (type === 'raw' && index === 0 && json.startsWith('---', strings[0]?.start));
	return { cells: cells.filter(isProse).map(({ strings }) => strings), fault: walk.fault };
}

/** The cells that are read to their ends. */
function readCells(walk: JsonWalk, cells: ReadCell[]): void {
	walk.eachElement(() => {
		let type: string | undefined;
		let strings: CellStrings = [];
		walk.eachMember((name) => {
			if (name === 'cell_type') {
				const { start, end } = walk.string() ?? { start: 0, end: 0 };
				type = walk.text.slice(start, end);
			} else if (name === 'source') {
				strings = sourceAt(walk);
			}
		});
		if (!walk.fault) {
			cells.push({ type, strings });
		}
	});
}

function sourceAt(walk: JsonWalk): CellStrings {
	const strings: Span[] = [];
	const read = (): void => {
		strings.push(...[walk.string()].filter((string) => string !== undefined));
	};
	if (walk.isAtList) {
		walk.eachElement(read);
	} else {
		read();
	}
	return strings;
}
