import { cursorLeftNotification } from '../../protocol.ts';
import type { Handler } from '../answering.ts';
import { OwnParams } from '../ownParams.ts';

/** The cursor has left the citation that was being written. */
export const cursorLeft: Handler = {
	listen(session) {
		session.connection.onNotification(cursorLeftNotification, (raw: unknown) => {
			session.held.release(new OwnParams(session, raw).document()?.uri);
		});
	},
};
