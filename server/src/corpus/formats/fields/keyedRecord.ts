/** Assembles a record from its parts. All except the span may be missing. */

import type { Span } from '../../../util/span.ts';
import { withRichText } from '../../../util/textKinds.ts';
import type { ExtraDraft, ItemDraft, PaperRecord } from '../../paper.ts';
import { presentFields } from './presentFields.ts';

export interface RecordParts {
	readonly key?: string | undefined;
	readonly aliases?: readonly string[];
	readonly item: ItemDraft;
	readonly extra?: ExtraDraft;
	readonly span: Span;
	readonly keySpan?: Span | undefined;
}

export function keyedRecord({ key, aliases = [], item, extra = {}, span, keySpan }: RecordParts): PaperRecord {
	return withRichText<PaperRecord>({
		...presentFields({ key, aliases }),
		item: key === undefined ? item : { id: key, ...item },
		...(Object.keys(extra).length > 0 ? { extra } : {}),
		span,
		...presentFields({ keySpan }),
	});
}
