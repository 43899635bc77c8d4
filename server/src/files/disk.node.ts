/** The files of this machine, for everyone who must not wait for a disk that is away. */

import { isReadable, nodeFiles } from './files.node.ts';
import { timedFiles } from './timedFiles.ts';

export const disk = timedFiles({ ...nodeFiles, isReadable });
