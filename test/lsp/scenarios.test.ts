/** The suite of `support/scenarios.ts` on the server over stdio. */

import { after, before, test } from 'node:test';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import { SCENARIOS } from '../support/scenarios.ts';
import { type StdioEditor, startStdioEditor } from '../support/stdioEditor.ts';

let workspace: SampleWorkspace;
let editor: StdioEditor;

before(async () => {
	workspace = sampleWorkspace();
	editor = await startStdioEditor(workspace.path);
});

after(async () => {
	await editor.close();
	workspace.remove();
});

for (const { title, run } of SCENARIOS) {
	test(title, () => run(editor));
}
