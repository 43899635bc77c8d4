/** Texts in the preview of a note. */

export const previewMessages = {
	backTo: (citation: number) => `Back to citation ${citation}`,
} as const;
