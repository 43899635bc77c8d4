/** Whether `uri` is `folder` or lies in it. The folder ends without a slash unless it is the root of a disk. */
export function isBelow(uri: string, folder: string): boolean {
	return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
