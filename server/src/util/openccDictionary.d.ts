/** A table of the package that it publishes without types. */
declare module 'opencc-js/dict/TSCharacters' {
	/** Traditional and simplified characters: `㑯 㑔|㑳 㑇`. */
	const table: string;
	// biome-ignore lint/style/noDefaultExport: this is how the package exports the table
	export default table;
}
