/** Says what is needed where Node is too old, and ends there. Loaded before all else, in words that an old Node knows. */

import { serverMessages } from './messages/server.ts';

/** The oldest release line on which everything is tested; SQLite is in Node since 22.13. */
const NEEDED = { major: 22, minor: 15 };

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor)) {
	console.error(serverMessages.oldNode(process.versions.node, `${NEEDED.major}.${NEEDED.minor}`));
	process.exit(1);
}
