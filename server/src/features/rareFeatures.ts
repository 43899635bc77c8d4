/**
 * Features that people use now and then: a bundle of its own (`imports` in package.json), which is loaded with the first
 * request for one of them.
 */

export { addedRecordSteps } from './adding/newRecords.ts';
export { shownAdditions } from './adding/shownAdditions.ts';
export { citationHints } from './citationHints.ts';
export { citingPlan } from './citing/citingPlan.ts';
export { conversionPlan, convertedAt } from './converting/converting.ts';
export { identityFixes, isClash, mergersAt } from './deciding/identityFixes.ts';
export { citedInNotes, exportedPaper } from './exporting/citedInNotes.ts';
export { allCorpusFixes, corpusFixes } from './fixes/corpusFixes.ts';
export { fixes } from './fixes/fixes.ts';
export { papersInstead, searchInstead, unknownFixes, wordFixes } from './fixes/referenceFixes.ts';
export { renamedFixes } from './fixes/renamedFixes.ts';
export { fixAllOnSave } from './fixes/unknownKeys.ts';
export { literatureNotes } from './literatureNotes.ts';
export { mentionFixes, uncitedMentions } from './mentions/uncitedMentions.ts';
export { mergeDifferences, mergeSteps } from './merging/merging.ts';
export { callItemsAt, incomingCalls, outgoingCalls } from './navigation/paperCalls.ts';
export { beginningsOf, literatureNotesAt, pdfsAt } from './navigation/paperPlaces.ts';
export { listedUncited } from './navigation/uncited.ts';
export { newNote } from './noting/newNote.ts';
export { MAX_CITING_NOTES, noPage, pageContent, pagesAt, renderPage } from './page/paperPage.ts';
export { papersForParagraph, papersLikePaper, papersLikeText } from './related/papersLike.ts';
export { decisionSteps, healingSteps } from './renaming/healing.ts';
export { givenKeySteps, keyFixes } from './renaming/recordKeys.ts';
export { renamePlan, renamePlanOf } from './renaming/rename.ts';
export { renameSteps } from './renaming/renameSteps.ts';
export { bibliographyEdit, bibliographyFixes } from './rendering/bibliographyBlock.ts';
export { citationHtml } from './rendering/citationHtml.ts';
export { entryMarkdown } from './rendering/entryMarkdown.ts';
export { noteCitations, onePaper } from './rendering/noteCitations.ts';
export { pastedCitations, typesetText } from './typesetting/typesetting.ts';
