/** Messages about Jupyter notebooks. */

export const notebookMessages = {
	/** `reason`: a sentence about the place. */
	broken: (reason: string) =>
		`This notebook is not valid JSON from here on, so the citations below are not read. ${reason}`,
	/** `name`: the file's. */
	unchanged: (name: string) =>
		`"${name}" is not valid JSON, so its citations cannot all be found. Repair the notebook, or delete it, and try again.`,
} as const;
