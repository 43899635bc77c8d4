/** Every request that the server answers. */

import type { Handler } from '../answering.ts';
import { bibliography } from './bibliography.ts';
import { callHierarchy } from './callHierarchy.ts';
import { citationEdit } from './citationEdit.ts';
import { citationForm } from './citationForm.ts';
import { codeAction } from './codeAction.ts';
import { codeLens } from './codeLens.ts';
import { completion } from './completion.ts';
import { cursorLeft } from './cursorLeft.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { documentHighlight } from './documentHighlight.ts';
import { documentLink } from './documentLink.ts';
import { documentSymbol } from './documentSymbol.ts';
import { exporting } from './exporting.ts';
import { hover } from './hover.ts';
import { indexing } from './indexing.ts';
import { inlayHint } from './inlayHint.ts';
import { literatureNotes } from './literatureNotes.ts';
import { merging } from './merging.ts';
import { noteConversion } from './noteConversion.ts';
import { paper } from './paper.ts';
import { paperPage } from './paperPage.ts';
import { paperPlaces } from './paperPlaces.ts';
import { references } from './references.ts';
import { related } from './related.ts';
import { rename } from './rename.ts';
import { rendering } from './rendering.ts';
import { search } from './search.ts';
import { semanticTokens } from './semanticTokens.ts';
import { typesetting } from './typesetting.ts';
import { uncited } from './uncited.ts';
import { workspaceSymbol } from './workspaceSymbol.ts';

export const HANDLERS: readonly Handler[] = [
	// Requests of the protocol.
	...[completion, hover, definition, references, documentHighlight, rename, codeAction, diagnostics, semanticTokens],
	...[documentSymbol, workspaceSymbol, documentLink, codeLens, inlayHint, paperPlaces, paperPage, callHierarchy],
	// Our own requests, described in `protocol.ts` and the other protocol files.
	...[
		search,
		related,
		uncited,
		paper,
		exporting,
		citationEdit,
		citationForm,
		noteConversion,
		typesetting,
		rendering,
		bibliography,
		merging,
		literatureNotes,
		cursorLeft,
	],
	...[indexing],
];
