#include "checker/lsp/methods.h"

namespace bylint::lsp {
namespace {

constexpr RequestMethod kRequests[] = {
    {"textDocument/codeAction", CodeAction, true},         {"textDocument/definition", Definition, true},
    {"textDocument/diagnostic", DocumentDiagnostic, true}, {"textDocument/documentHighlight", DocumentHighlight, true},
    {"textDocument/documentSymbol", DocumentSymbol, true}, {"textDocument/hover", Hover, true},
    {"textDocument/inlayHint", InlayHint, true},           {"textDocument/prepareRename", PrepareRename, true},
    {"textDocument/references", References, true},         {"textDocument/rename", Rename, true},
    {"workspace/diagnostic", WorkspaceDiagnostic},         {"workspace/executeCommand", ExecuteCommand},
};

constexpr NotificationMethod kNotifications[] = {
    {"initialized", Initialized},
    {"textDocument/didChange", DidChange},
    {"textDocument/didClose", DidClose},
    {"textDocument/didOpen", DidOpen},
    {"textDocument/didSave", DidSave},
    {"workspace/didChangeConfiguration", DidChangeConfiguration},
    {"workspace/didChangeWatchedFiles", DidChangeWatchedFiles},
    {"workspace/didChangeWorkspaceFolders", DidChangeWorkspaceFolders},
};

}  // namespace

std::span<const RequestMethod> RequestMethods() { return kRequests; }
std::span<const NotificationMethod> NotificationMethods() { return kNotifications; }

}  // namespace bylint::lsp
