/** Where two records that shall become one differ. */

import type { FieldDifference } from '../corpus/formats/recordMerge.ts';
import type { RecordsMerged } from '../features/merging/merging.ts';
import { presentText } from './presentText.ts';
import type { Session } from './session.ts';

/** The fields that both have, with other values; undefined where a record cannot be read or is not alone with its key. */
export async function recordDifferences(
	session: Session,
	{ kept, merged }: RecordsMerged,
): Promise<readonly FieldDifference[] | undefined> {
	const [{ mergeDifferences }, { FORMAT_EDITS }] = await Promise.all([import('#rareFeatures'), import('#keyEdits')]);
	const texts = new Map<string, string>();
	for (const { uri } of [kept, merged]) {
		const file = await presentText(session, uri);
		if (!('refusal' in file)) {
			texts.set(uri, file.text);
		}
	}
	return mergeDifferences({ kept, merged }, (uri) => texts.get(uri), FORMAT_EDITS);
}
