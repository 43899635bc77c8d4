/** A record from its parts, of which a source may lack all but the span. */

import type { Span } from '../../../util/span.ts';
import type { CslItem, PaperExtra, PaperRecord } from '../../paper.ts';
import { presentFields } from './presentFields.ts';

export interface RecordParts {
	readonly key?: string | undefined;
	readonly aliases?: readonly string[];
	readonly item: CslItem;
	readonly extra?: PaperExtra;
	readonly span: Span;
	readonly keySpan?: Span | undefined;
}

export function keyedRecord({ key, aliases = [], item, extra = {}, span, keySpan }: RecordParts): PaperRecord {
	return {
		...presentFields({ key, aliases }),
		item: key === undefined ? item : { id: key, ...item },
		...(Object.keys(extra).length > 0 ? { extra } : {}),
		span,
		...presentFields({ keySpan }),
	};
}
