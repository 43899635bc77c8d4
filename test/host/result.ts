/** How a scenario went inside VS Code. */
export interface ScenarioResult {
	readonly title: string;
	/** The stack of what it threw; absent when it passed. */
	readonly error?: string;
}
