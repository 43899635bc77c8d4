/** The real Emacs with Eglot and the configuration that the README shows, in one run without a window. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { commandEnvironment } from '../support/commandEnvironment.ts';
import { installedVersion, notInstalled } from '../support/installed.ts';
import { entry, serverCase } from '../support/serverCase.ts';
import { ROOT } from '../support/sources.ts';

const CONFIG = join(ROOT, 'editors/emacs.el');

/** Acts in the note and prints what is there after each step. `wait` polls until something is true. */
const SESSION = `
(setq eglot-sync-connect 30 make-backup-files nil)
(defun wait (what) (with-timeout (30 (error "Waited for %S" what)) (while (not (funcall what)) (accept-process-output nil 0.02))))
(defun told () (length (flymake-diagnostics)))
(defun at (text) (goto-char (point-min)) (search-forward text) (backward-char 2))
(defun show (name value) (princ (format "%s: %s\\n" name value)))
(find-file "note.md")
(unless (eglot-current-server) (apply #'eglot (eglot--guess-contact)))
(flymake-start)
(wait (lambda () (flymake-start) (> (told) 0)))
(show "problem" (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
(goto-char (point-max))
(insert "See @paper[author verif")
(completion-at-point)
(show "completed" (buffer-substring (line-beginning-position) (line-end-position)))
(at "ash2001")
(eglot-hover-eldoc-function (lambda (card &rest _) (setq shown card)))
(wait (lambda () (bound-and-true-p shown)))
(show "card" (string-trim (car (split-string shown "\\n")) "[*]+" "[* ]+"))
(xref-backend-identifier-at-point 'eglot)
(show "references" (length (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot))))
(at "ash2002")
;; As if a key had been pressed: else Emacs shows a menu of the mouse, which a batch has not.
(cl-letf (((symbol-function 'completing-read) (lambda (_ actions &rest _) (car (all-completions "" actions))))
          (last-nonmenu-event ?.))
  (eglot-code-actions (line-beginning-position) (line-end-position) "quickfix" t))
(goto-char (point-min))
(show "mended" (buffer-substring (point) (line-end-position)))
(at "ash2001")
;; Emacs tells of its edits when it is idle, which it never is in a batch.
(eglot--signal-textDocument/didChange)
;; Emacs asks before it changes several files.
(cl-letf (((symbol-function 'y-or-n-p) #'always)) (eglot-rename "ash2001leaves"))
(show "note" (mapconcat #'identity (split-string (buffer-string) "\\n") "/"))
(show "other" (with-current-buffer (find-file-noselect "other.md") (buffer-substring (point-min) (line-end-position))))
(show "record" (with-current-buffer (find-file-noselect "refs.bib") (string-match-p "ash2001leaves," (buffer-string))))
`;

const isInstalled =
	spawnSync('emacs', ['-q', '--batch', '--eval', "(progn (require 'eglot) (require 'markdown-mode))"]).status === 0;
const skip = isInstalled ? false : notInstalled('emacs', 'emacs-nox elpa-eglot elpa-markdown-mode');

test(`${installedVersion('emacs') ?? 'Emacs'} completes, checks, shows, mends, finds and renames`, {
	skip,
}, (context) => {
	const { folder } = serverCase(context, {
		'refs.bib': entry('ash2001', 'Leaves in autumn') + entry('zeng2025rlve', 'Verifiable environments'),
		'note.md': 'Leaves fall @paper[ash2002].\nThey fall @paper[ash2001].\n\n',
		'other.md': 'Again @paper[ash2001, p. 3].\n',
	});
	const args = ['-q', '--batch', '--eval', "(require 'markdown-mode)", '-l', CONFIG, '--eval', `(progn ${SESSION})`];
	const { stdout, stderr } = spawnSync('emacs', args, { cwd: folder, env: commandEnvironment(), encoding: 'utf8' });
	assert.deepEqual(
		stdout.trim().split('\n'),
		[
			'problem: (paper-notes [unknown-paper]: No paper has the key "ash2002". Did you mean "ash2001"?)',
			'completed: See @paper[zeng2025rlve]',
			'card: Leaves in autumn',
			'references: 3',
			'mended: Leaves fall @paper[ash2001].',
			'note: Leaves fall @paper[ash2001leaves]./They fall @paper[ash2001leaves].//See @paper[zeng2025rlve]',
			'other: Again @paper[ash2001leaves, p. 3].',
			'record: 9',
		],
		stderr,
	);
});
