/**
 * CSL-YAML: a list of CSL items, alone or under `references:`, as Pandoc writes it
 * (https://pandoc.org/MANUAL.html#specifying-bibliographic-data). Each item is parsed on its own, so that invalid YAML
 * in one does not affect the others.
 */

import { formatNames } from '../../../messages/formatNames.ts';
import { yamlMessages } from '../../../messages/yamlMessages.ts';
import type { Problem } from '../../../util/problem.ts';
import type { Span } from '../../../util/span.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Format, ReadContext } from '../format.ts';
import { cslRecord } from './cslRecord.ts';
import { looksLikeCsl } from './cslShape.ts';
import { isYamlAlone } from './yamlHead.ts';
import { YamlItems } from './yamlItem.ts';
import { yamlPlaces } from './yamlPlaces.ts';

export const cslYaml: Format = { name: formatNames.cslYaml, accepts, read };

/** One of this many first items must look like a paper, because the first may be damaged. */
const MAX_ITEMS_CHECKED = 3;

function accepts(head: string): boolean {
	if (!isYamlAlone(head)) {
		return false;
	}
	const items = new YamlItems(head);
	let tried = 0;
	for (const { span } of yamlPlaces(head)) {
		if (looksLikeCsl(items.read(span).fields)) {
			return true;
		}
		tried += 1;
		if (tried === MAX_ITEMS_CHECKED) {
			break;
		}
	}
	return false;
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	const items = new YamlItems(text);
	const interruptions = new Set<number>();
	for (const { span, isCertain, interruption } of yamlPlaces(text)) {
		const item = items.read(span);
		if (!isCertain && !looksLikeCsl(item.fields)) {
			continue;
		}
		if (interruption && !interruptions.has(interruption.start)) {
			interruptions.add(interruption.start);
			report(interruptionProblem(interruption));
		}
		const record = cslRecord(item);
		if (item.fault) {
			report({ code: 'unreadable-entry', ...item.fault });
		} else if (!record) {
			report({ code: 'unreadable-entry', message: yamlMessages.notACslItem, span });
		}
		if (record) {
			yield record;
		}
	}
}

function interruptionProblem(span: Span): Problem {
	return { code: 'unreadable-entry', message: yamlMessages.interruption, span };
}
