/** What only code inside the page can see: where on the screen the editor's text stands. Types: `inPage.d.ts`. */

/** The active editor's visible lines and wavy lines. Sent to the page as its own source text: it imports nothing. */
export function editorView() {
	const editor = document.querySelector('.editor-group-container.active .monaco-editor');
	const all = (selector) => [...(editor?.querySelectorAll(selector) ?? [])];
	const range = document.createRange();
	const middleOf = (node, index) => {
		range.setStart(node, index);
		range.setEnd(node, index + 1);
		const { left, right } = range.getBoundingClientRect();
		return (left + right) / 2;
	};
	const middlesIn = (line) => {
		const middles = [];
		const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const { length } = texts.currentNode;
			for (let index = 0; index < length; index++) {
				middles.push(middleOf(texts.currentNode, index));
			}
		}
		return middles;
	};
	const lines = all('.view-line').map((line) => {
		const { top, bottom } = line.getBoundingClientRect();
		// The editor draws every space as a no-break space.
		return { text: line.textContent.replaceAll('\u00a0', ' '), top, bottom, middles: middlesIn(line) };
	});
	const squiggles = all('.cdr[class*="squiggly-"]').map((squiggle) => {
		const { left, right, top, bottom } = squiggle.getBoundingClientRect();
		return { severity: /squiggly-(\w+)/.exec(squiggle.className)[1], left, right, middle: (top + bottom) / 2 };
	});
	const cursor = all('.cursors-layer > .cursor')[0]?.getBoundingClientRect();
	const caret = cursor && { x: cursor.left, y: (cursor.top + cursor.bottom) / 2 };
	return { caret, lines: lines.sort((a, b) => a.top - b.top), squiggles };
}

/** The colour of the piece of the editor's text that holds `text`; sent to the page like `editorView`. */
export function colourOf(text) {
	const pieces = [...document.querySelectorAll('.editor-group-container.active .view-line span[class^="mtk"]')];
	const piece = pieces.find((candidate) => candidate.textContent.includes(text));
	return piece && getComputedStyle(piece).color;
}

/** From now on, notes down each list of suggestions that comes up; sent to the page like `editorView`. */
export function watchLists() {
	window.listsSeen = [];
	let isOpen = document.querySelector('.suggest-widget.visible') !== null;
	const look = (mutations) => {
		for (const { target } of mutations) {
			if (target.matches('.suggest-widget')) {
				const wasOpen = isOpen;
				isOpen = target.matches('.visible');
				if (isOpen && !wasOpen) {
					const rows = [...target.querySelectorAll('.monaco-list-row')];
					window.listsSeen.push(rows.map((row) => row.getAttribute('aria-label')).join(' | '));
				}
			}
		}
	};
	window.listWatch?.disconnect();
	window.listWatch = new MutationObserver(look);
	window.listWatch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] });
}

/** Those that have come up since; sent to the page like `editorView`. */
export function listsSeen() {
	return window.listsSeen;
}

/** Puts `text` into a box as if it had been typed there, whatever has the focus; sent to the page like `editorView`. */
export function putText(box, text) {
	box.value = text;
	box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
