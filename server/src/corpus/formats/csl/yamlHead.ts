/** Tells a file of YAML from other files that begin like one. */

/** Text after the end of a YAML document: the file is a note with references in its front matter. */
const TEXT_AFTER_END =
	/^(?:---|\.{3})[ \t]*[\r\n]+(?=[^\s.])(?!references:|-[ \t]+["']?(?:id|type|title|author)["']?:)/m;

/** JSON is valid YAML, but has its own reader. */
const JSON_ITEM = /^[\s\uFEFF]*\[?\s*\{\s*["}]/;

/** Whether a text that begins with `head` can be a YAML file: neither JSON nor a note. */
export function isYamlAlone(head: string): boolean {
	return !JSON_ITEM.test(head) && !TEXT_AFTER_END.test(head.replace(/^[\s\uFEFF]*---/, ''));
}
