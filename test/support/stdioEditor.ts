/** An editor without a window: speaks the Language Server Protocol with the built server over stdio. */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
	type CodeAction,
	type CompletionItem,
	type CompletionList,
	createProtocolConnection,
	type DocumentDiagnosticReport,
	type Hover,
	type LocationLink,
	type MarkupContent,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
	type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answerServer, type ClientAnswers, type Heard } from './answeringClient.ts';
import { CAPABILITIES } from './capabilities.ts';
import {
	type Editor,
	lineAround,
	offsetOf,
	type SeenCompletion,
	type SeenFix,
	type SeenPlace,
	type SeenProblem,
} from './editor.ts';

const SERVER = join(import.meta.dirname, '../../dist/server.js');

export interface StdioOptions extends ClientAnswers {
	/** Sent with `initialize`; an index in memory when absent. */
	readonly initializationOptions?: Readonly<Record<string, unknown>>;
	/** Further workspace folders. */
	readonly folders?: readonly string[];
	/** Opens no workspace folder at all. */
	readonly folderless?: boolean;
	/** VS Code's when absent; `null` for a client that does not give its name. */
	readonly clientName?: string | null;
	/** Arguments of Node that start the server; those for the built one when absent. */
	readonly program?: readonly string[];
	/** The process of the client; this one when absent. */
	readonly processId?: number;
	/** What the client can do; as VS Code when absent. */
	readonly capabilities?: object;
	readonly env?: Readonly<Record<string, string>>;
	/** The address that the client has for a path of this machine; as VS Code on Linux when absent. */
	readonly addressOf?: (path: string) => string;
}

export interface StdioEditor extends Editor {
	readonly connection: ProtocolConnection;
	readonly serverCapabilities: Readonly<Record<string, unknown>>;
	/** The server's process. */
	readonly pid: number;
	uri(path: string): string;
	/** Tells the server of a change on disk. */
	changed(path: string): Promise<void>;
	readonly heard: Heard;
	/** Resolves with the exit code when the process has ended, for whatever reason. */
	readonly ended: Promise<number | null>;
	/** Ends the session as an editor does; resolves with the exit code. */
	close(): Promise<number | null>;
	/** Ends the process as a crash does. */
	kill(): Promise<void>;
}

/** Starts a server on `folder` and initializes it as VS Code would. */
export async function startStdioEditor(folder: string, options: StdioOptions = {}): Promise<StdioEditor> {
	const server = spawn(process.execPath, options.program ?? [SERVER, '--stdio'], {
		stdio: ['pipe', 'pipe', 'pipe'],
		env: { ...process.env, ...options.env },
	});
	const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
	const connection = connectionTo(server);
	const heard = answerServer(connection, options);
	server.stderr.setEncoding('utf8').on('data', (text: string) => heard.errors.push(text));
	const { addressOf = (path: string) => pathToFileURL(path).href } = options;
	const folders = options.folderless ? [] : [folder, ...(options.folders ?? [])];
	const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
		processId: options.processId ?? process.pid,
		...(options.clientName === null ? {} : { clientInfo: { name: options.clientName ?? 'Visual Studio Code' } }),
		rootUri: null,
		workspaceFolders: folders.map((path) => ({ uri: addressOf(path), name: path })),
		initializationOptions: { storagePath: null, ...options.initializationOptions },
		capabilities: options.capabilities ?? CAPABILITIES,
	});
	await connection.sendNotification('initialized', {});
	const close = async (): Promise<number | null> => {
		if (server.exitCode === null && server.signalCode === null) {
			await connection.sendRequest('shutdown');
			await connection.sendNotification('exit');
		}
		return exited;
	};
	const kill = async (): Promise<void> => {
		server.kill('SIGKILL');
		await exited;
	};
	return {
		...editing(connection, folder, addressOf),
		connection,
		serverCapabilities: capabilities,
		pid: server.pid ?? 0,
		heard,
		ended: exited,
		close,
		kill,
	};
}

function connectionTo(server: ChildProcessWithoutNullStreams): ProtocolConnection {
	const reader = new StreamMessageReader(server.stdout);
	// The timer of half a message is never cleared: of a server killed within one it would keep the tests alive for good.
	reader.partialMessageTimeout = 0;
	const connection = createProtocolConnection(reader, new StreamMessageWriter(server.stdin));
	// What still waits for an answer hears that none will come.
	server.once('exit', () => connection.dispose());
	server.stdin.on('error', () => undefined);
	server.stderr.pipe(process.stderr, { end: false });
	connection.listen();
	return connection;
}

/** What an editor calls the languages of files that are no notes. */
const LANGUAGES: Readonly<Record<string, string>> = { '.bib': 'bibtex', '.yml': 'yaml', '.yaml': 'yaml' };

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of what an editor does, a few lines each
function editing(
	connection: ProtocolConnection,
	folder: string,
	addressOf: (path: string) => string,
): Omit<StdioEditor, 'connection' | 'serverCapabilities' | 'pid' | 'heard' | 'ended' | 'close' | 'kill'> {
	const open = new Map<string, TextDocument>();
	const uri = (path: string): string => addressOf(join(folder, path));
	const document = (path: string): TextDocument => {
		const found = open.get(path);
		if (!found) {
			throw new Error(`${path} is not open.`);
		}
		return found;
	};
	const at = (path: string, needle: string) => {
		const offset = offsetOf(document(path).getText(), needle);
		return { textDocument: { uri: uri(path) }, position: document(path).positionAt(offset), offset };
	};
	const changed = (path: string): Promise<void> =>
		connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(path), type: 2 }] });
	const lineAfter = (path: string, offset: number, edits: readonly TextEdit[]): string => {
		const [first] = edits;
		const start = first ? document(path).offsetAt(first.range.start) : offset;
		return lineAround(TextDocument.applyEdits(document(path), [...edits]), start);
	};

	return {
		uri,
		changed,
		request: (method, params) => connection.sendRequest(method, params),
		async write(path, text) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), text);
			await changed(path);
		},
		async remove(path) {
			await rm(join(folder, path), { recursive: true });
			await changed(path);
		},
		async open(path) {
			if (!open.has(path)) {
				const text = await readFile(join(folder, path), 'utf8');
				const languageId = LANGUAGES[extname(path)] ?? 'markdown';
				open.set(path, TextDocument.create(uri(path), languageId, 1, text));
				const item = { uri: uri(path), languageId, version: 1, text };
				await connection.sendNotification('textDocument/didOpen', { textDocument: item });
			}
		},
		text: async (path) => document(path).getText(),
		async replace(path, before, after) {
			const start = offsetOf(document(path).getText(), before.replaceAll('|', ''));
			const range = { start: document(path).positionAt(start), end: document(path).positionAt(start + before.length) };
			const version = document(path).version + 1;
			TextDocument.update(document(path), [{ range, text: after }], version);
			const params = { textDocument: { uri: uri(path), version }, contentChanges: [{ range, text: after }] };
			await connection.sendNotification('textDocument/didChange', params);
		},
		async completions(path, needle): Promise<SeenCompletion[]> {
			const { offset, ...params } = at(path, needle);
			const list = await connection.sendRequest<CompletionList | null>('textDocument/completion', params);
			return (list?.items ?? []).map((item: CompletionItem) => ({
				label: item.label,
				lineAfter: lineAfter(path, offset, editsOf(item, list)),
			}));
		},
		async hover(path, needle) {
			const { offset: _, ...params } = at(path, needle);
			const found = await connection.sendRequest<Hover | null>('textDocument/hover', params);
			return found ? [(found.contents as MarkupContent).value] : [];
		},
		async problems(path): Promise<SeenProblem[]> {
			const params = { textDocument: { uri: uri(path) } };
			const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', params);
			return ('items' in report ? report.items : []).map(({ code, message, range }) => ({
				code: String(code),
				message: typeof message === 'string' ? message : message.value,
				at: document(path).getText(range),
			}));
		},
		async fixes(path, needle): Promise<SeenFix[]> {
			const { offset, position, textDocument } = at(path, needle);
			const params = { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } };
			const actions = await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params);
			return (actions ?? []).map(({ title, isPreferred, edit }) => ({
				title,
				preferred: isPreferred === true,
				lineAfter: lineAfter(path, offset, edit?.changes?.[uri(path)] ?? []),
			}));
		},
		async definition(path, needle): Promise<SeenPlace[]> {
			const { offset: _, ...params } = at(path, needle);
			const links = await connection.sendRequest<LocationLink[] | null>('textDocument/definition', params);
			return Promise.all((links ?? []).map((link) => placeOf(folder, link)));
		},
	};
}

/** What an item replaces stands in it, or in the list for all items; in the order of the text. */
function editsOf(
	{ label, textEdit, textEditText, additionalTextEdits = [] }: CompletionItem,
	list: CompletionList | null,
): TextEdit[] {
	const range = list?.itemDefaults?.editRange;
	if (textEdit) {
		return [...additionalTextEdits, textEdit as TextEdit];
	}
	const shared = range && 'start' in range ? [{ range, newText: textEditText ?? label }] : [];
	return [...additionalTextEdits, ...shared];
}

async function placeOf(folder: string, link: LocationLink): Promise<SeenPlace> {
	const path = fileURLToPath(link.targetUri);
	const lines = (await readFile(path, 'utf8')).split('\n');
	return {
		path: relative(folder, path).replaceAll('\\', '/'),
		line: (lines[link.targetRange.start.line] ?? '').trim(),
	};
}
