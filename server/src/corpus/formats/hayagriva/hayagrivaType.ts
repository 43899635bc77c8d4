/** Maps Hayagriva's entry types to CSL types. A paper's type depends on what it appeared in, its parent. */

/** The CSL type of an entry without a parent. */
const TYPES: ReadonlyMap<string, string> = new Map(
	Object.entries({
		article: 'article',
		chapter: 'chapter anthos',
		entry: 'entry',
		report: 'report',
		thesis: 'thesis',
		webpage: 'web',
		graphic: 'artwork',
		patent: 'patent',
		legal_case: 'case',
		periodical: 'periodical newspaper',
		legislation: 'legislation',
		manuscript: 'manuscript',
		post: 'post tweet thread',
		document: 'misc original',
		performance: 'performance',
		book: 'book proceedings reference anthology',
		'post-weblog': 'blog',
		event: 'conference exhibition',
		software: 'repository',
		motion_picture: 'video scene',
		song: 'audio',
	}).flatMap(([type, names]) => names.split(' ').map((name): [string, string] => [name, type])),
);

/** The CSL type of an article with a parent of that type. */
const ARTICLES: ReadonlyMap<string, string> = new Map([
	['periodical', 'article-journal'],
	['newspaper', 'article-newspaper'],
	['proceedings', 'paper-conference'],
	['conference', 'paper-conference'],
	['blog', 'post-weblog'],
	['web', 'webpage'],
	['anthology', 'chapter'],
	['book', 'chapter'],
	['repository', 'article'],
]);

/** Types of parents that need not be written. */
const USUAL_PARENTS: ReadonlyMap<string, string> = new Map([
	['article', 'periodical'],
	['chapter', 'book'],
	['anthos', 'anthology'],
	['entry', 'reference'],
	['web', 'web'],
	['video', 'video'],
	['scene', 'video'],
	['audio', 'audio'],
]);

export function isHayagrivaType(written: string): boolean {
	return TYPES.has(written.trim().toLowerCase());
}

/** The CSL type of an entry of type `written`. `parent`: the type of its parent, empty if not written, undefined without. */
export function hayagrivaType(written: string, parent: string | undefined): string {
	const type = written.trim().toLowerCase();
	const within = parent === undefined ? undefined : parent.trim().toLowerCase() || USUAL_PARENTS.get(type);
	const article = type === 'article' && within !== undefined ? ARTICLES.get(within) : undefined;
	return article ?? (type === 'web' && within === 'blog' ? 'post-weblog' : TYPES.get(type)) ?? 'document';
}
