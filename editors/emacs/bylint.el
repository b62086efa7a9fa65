;;; bylint.el --- bylint in Emacs, by eglot -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.3") (eglot "1.9"))
;; Keywords: languages, convenience

;;; Commentary:

;; Findings of bylint while you write, in text, Markdown and HTML buffers:
;;
;;   (require 'bylint)
;;   (add-hook 'text-mode-hook #'bylint-ensure)
;;
;; `eglot-code-actions' offers fixes, `bylint-fix-all' applies the safe ones, ElDoc says who said a quotation,
;; `imenu' lists quotations under their speakers, `xref-find-definitions' goes from "he" to the full name and
;; `eglot-rename' changes a person's spelling.

;;; Code:

(require 'eglot)

(defgroup bylint nil
  "A lint for news articles."
  :group 'tools)

(defcustom bylint-command '("bylint" "lsp")
  "Program and arguments that serve the language server protocol."
  :type '(repeat string))

(defcustom bylint-modes '(text-mode markdown-mode html-mode mhtml-mode adoc-mode rst-mode)
  "Major modes in which bylint is offered to eglot."
  :type '(repeat symbol))

(defcustom bylint-settings nil
  "Settings as a property list: `:inlayHints' t, `:renameInWorkspace' t, `:renameInQuotations' \"ask\"."
  :type 'plist)

(defun bylint-contact (&optional _interactive)
  "How eglot is to start the server."
  (if bylint-settings
      (append bylint-command (list :initializationOptions bylint-settings))
    bylint-command))

(dolist (mode bylint-modes)
  (add-to-list 'eglot-server-programs (cons mode #'bylint-contact)))

;;;###autoload
(defun bylint-ensure ()
  "Check this buffer with bylint."
  (when (and buffer-file-name (memq major-mode bylint-modes))
    (eglot-ensure)))

(defun bylint-fix-all ()
  "Apply all safe fixes of bylint to this buffer."
  (interactive)
  (let* ((server (eglot--current-server-or-lose))
         (actions (jsonrpc-request
                   server :textDocument/codeAction
                   (list :textDocument (eglot--TextDocumentIdentifier)
                         :range (list :start (eglot--pos-to-lsp-position (point-min))
                                      :end (eglot--pos-to-lsp-position (point-max)))
                         :context (list :diagnostics [] :only ["source.fixAll.bylint"])))))
    (if (zerop (length actions))
        (message "bylint: nothing to fix")
      (eglot--apply-workspace-edit (plist-get (aref actions 0) :edit)))))

(provide 'bylint)
;;; bylint.el ends here
