/** Files other than notes: project files, open or not, and the text of every file that an editor has open. */

import { isProjectFile, ProjectFiles } from '../files/projectFiles.ts';

export type OtherFileChange =
	/** A file other than a note was opened or edited. `text` is its whole text in the editor. */
	| { readonly kind: 'fileOpened'; readonly uri: string; readonly text: string }
	| { readonly kind: 'fileClosed'; readonly uri: string }
	/** A project file was read from disk. Ignored while an editor has it open, and so is the next event. */
	| { readonly kind: 'projectRead'; readonly uri: string; readonly text: string }
	| { readonly kind: 'projectGone'; readonly uri: string };

export class OtherFiles {
	readonly projects = new ProjectFiles();
	readonly #openTexts = new Map<string, string>();

	/** The text of `uri` if an editor has it open. */
	openText(uri: string): string | undefined {
		return this.#openTexts.get(uri);
	}

	apply(change: OtherFileChange): void {
		const { kind, uri } = change;
		switch (kind) {
			case 'fileOpened':
				this.#openTexts.set(uri, change.text);
				if (isProjectFile(uri)) {
					this.projects.putOpen(uri, change.text);
				}
				break;
			case 'fileClosed':
				this.#openTexts.delete(uri);
				if (isProjectFile(uri)) {
					this.projects.close(uri);
				}
				break;
			case 'projectRead':
				this.projects.putRead(uri, change.text);
				break;
			case 'projectGone':
				this.projects.remove(uri);
				break;
		}
	}
}
