;; Emacs 29 and newer, or 28 with Eglot from GNU ELPA; and markdown-mode from NonGNU ELPA. In init.el.
(require 'eglot)
(add-to-list 'eglot-server-programs '((markdown-mode bibtex-mode) . ("paper-notes" "lsp")))
(setq-default eglot-workspace-configuration '(:paperNotes (:syntaxes ["paper"])))
(add-hook 'markdown-mode-hook #'eglot-ensure)
