;;; Emacs with eglot and editors/emacs: the finding stands on exactly the faulty mark, and the fix mends it. -*- lexical-binding: t; -*-

(setq eglot-sync-connect 10
      eglot-autoshutdown t
      eglot-confirm-server-initiated-edits nil
      flymake-no-changes-timeout 0.05)
(require 'bylint)
(setq bylint-command (list (getenv "BYLINT") "lsp"))

(defun fail (format &rest arguments)
  (princ (concat "emacs: " (apply #'format format arguments) "\n") #'external-debugging-output)
  (kill-emacs 1))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 15)))
    (while (not (funcall condition))
      (when (> (float-time) end) (fail "waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(find-file (getenv "ARTICLE"))
(text-mode)
(eglot '(text-mode) (cons 'transient default-directory) 'eglot-lsp-server (bylint-contact) "plaintext")
(wait-for "the server" #'eglot-current-server)
(unless flymake-mode (flymake-mode 1))
(wait-for "the finding" (lambda () (flymake-start) (flymake-diagnostics)))

(let* ((found (flymake-diagnostics))
       (finding (car found))
       (marked (buffer-substring-no-properties (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding)))
       (before (buffer-substring-no-properties (point-min) (flymake-diagnostic-beg finding))))
  (unless (= (length found) 1) (fail "expected one finding, got %S" (mapcar #'flymake-diagnostic-text found)))
  (unless (and (equal marked "“") (string-suffix-p "in May," before))
    (fail "the finding marks `%s' behind `%s'" marked before)))

(bylint-fix-all)
(goto-char (point-min))
(unless (search-forward "in May,” said Anna Berg" nil t)
  (fail "after the fix the text is: %s" (buffer-string)))
;; A batch Emacs is never idle, which is when eglot would send the change.
(eglot--signal-textDocument/didChange)
(wait-for "the finding to go" (lambda () (flymake-start) (accept-process-output nil 0.1) (null (flymake-diagnostics))))
(set-buffer-modified-p nil)
(princ "emacs: ok\n")
(kill-emacs 0)
