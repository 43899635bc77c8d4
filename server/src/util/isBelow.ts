/** Whether `uri` is `folder`, which ends without a slash, or lies in it. */
export function isBelow(uri: string, folder: string): boolean {
	return uri === folder || uri.startsWith(`${folder}/`);
}
