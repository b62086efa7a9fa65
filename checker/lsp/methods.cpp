#include "checker/lsp/methods.h"

namespace bylint::lsp {
namespace {

constexpr RequestMethod kRequests[] = {
    {"textDocument/diagnostic", DocumentDiagnostic, true},
};

constexpr NotificationMethod kNotifications[] = {
    {"initialized", Initialized},
    {"textDocument/didChange", DidChange},
    {"textDocument/didClose", DidClose},
    {"textDocument/didOpen", DidOpen},
    {"textDocument/didSave", DidSave},
};

}  // namespace

std::span<const RequestMethod> RequestMethods() { return kRequests; }
std::span<const NotificationMethod> NotificationMethods() { return kNotifications; }

}  // namespace bylint::lsp
