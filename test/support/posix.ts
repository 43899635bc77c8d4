/** For tests of what only some systems have. */

/** The reason to skip a test that needs `things`, which Windows does not have; false elsewhere. */
export function absentOnWindows(things: string): string | false {
	return process.platform === 'win32' && `Windows has no ${things}`;
}

/** The reason to skip a test that needs `things` of Linux; false there. */
export function absentBesideLinux(things: string): string | false {
	return process.platform !== 'linux' && `only Linux has ${things}`;
}
