/** The files that are no notes: project files, open or not, and the text of every file that an editor has open. */

import { isProjectFile, ProjectFiles } from '../files/projectFiles.ts';

export type OtherFileChange =
	/** A file that is no note, as the editor has it, whole again after each edit. */
	| { readonly kind: 'fileOpened'; readonly uri: string; readonly text: string }
	| { readonly kind: 'fileClosed'; readonly uri: string }
	/** A project file as the disk has it; without effect while an editor has it open, as is the next. */
	| { readonly kind: 'projectRead'; readonly uri: string; readonly text: string }
	| { readonly kind: 'projectGone'; readonly uri: string };

export class OtherFiles {
	readonly projects = new ProjectFiles();
	readonly #openTexts = new Map<string, string>();

	/** The text of `uri` while an editor has it open. */
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
