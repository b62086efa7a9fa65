#include "checker/lsp/workspace_scan.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/engine/discovery.h"
#include "checker/lsp/diagnostic.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/uri.h"

namespace bylint::lsp {
namespace {

void Report(Session& session, WorkspaceScan& scan, OpenDocument& document, const Json& version) {
  const auto known = scan.known_results.find(document.uri());
  std::string report = DiagnosticReport(session, document, known == scan.known_results.end() ? "" : known->second);
  report.pop_back();  // the object goes on
  scan.items.Comma(scan.first).Raw(report);
  scan.items.Raw(R"(,"uri":)").String(document.uri()).Raw(R"(,"version":)").Value(version).Raw("}");
}

void PublishClosed(Session& session, WorkspaceScan& scan, OpenDocument& document) {
  const Checked* checked = document.Check(session.checker);
  const size_t count = checked == nullptr ? 0 : checked->findings.size();
  scan.findings += count;
  const bool was_published = session.published_closed.erase(document.uri()) > 0;
  if (count == 0 && !was_published) return;
  if (count > 0) session.published_closed.insert(document.uri());
  Publish(session, document, std::nullopt);
}

void ScanFile(Session& session, WorkspaceScan& scan, const std::string& path) {
  if (OpenDocument* open = session.FindByPath(path)) {
    if (scan.purpose == WorkspaceScan::Purpose::kReport) return Report(session, scan, *open, open->version());
    const Checked* checked = open->Check(session.checker);  // its diagnostics have been pushed already
    scan.findings += checked == nullptr ? 0 : checked->findings.size();
    return;
  }
  std::optional<std::string> text = ReadClosedFile(path);
  if (!text) return;
  OpenDocument document(UriOfPath(path), "", 0, *std::move(text));
  if (scan.purpose == WorkspaceScan::Purpose::kReport) return Report(session, scan, document, Json());
  PublishClosed(session, scan, document);
}

Reply ResultOf(WorkspaceScan& scan) {
  if (scan.purpose == WorkspaceScan::Purpose::kReport) {
    return AnswerText(absl::StrCat(R"({"items":[)", scan.items.Take(), "]}"));
  }
  return Answer({{"files", scan.files.size()}, {"findings", scan.findings}});
}

}  // namespace

void StartScan(Session& session, WorkspaceScan scan) {
  for (InputFile& file : DiscoverFiles(session.folders).files) scan.files.push_back(std::move(file.path));
  session.scans.push_back(std::move(scan));
}

bool ScanNext(Session& session) {
  if (session.reported_revision != session.revision) {
    for (WorkspaceScan& scan : std::exchange(session.waiting_scans, {})) {
      session.reported_revision = session.revision;
      StartScan(session, std::move(scan));
    }
  }
  if (session.scans.empty()) return false;
  WorkspaceScan& scan = session.scans.front();
  if (scan.next < scan.files.size()) {
    ScanFile(session, scan, scan.files[scan.next++]);
    return true;
  }
  session.Respond(scan.id, ResultOf(scan));
  session.scans.pop_front();
  return true;
}

bool CancelScan(Session& session, const Json& id) {
  const auto asked_by = [&](const WorkspaceScan& scan) { return scan.id == id; };
  return std::erase_if(session.scans, asked_by) + std::erase_if(session.waiting_scans, asked_by) > 0;
}

void CancelAllScans(Session& session) {
  const auto cancel = [&](const WorkspaceScan& scan) {
    session.Respond(scan.id, Refuse(ErrorCode::kServerCancelled, "the server shuts down"));
  };
  std::ranges::for_each(std::exchange(session.scans, {}), cancel);
  std::ranges::for_each(std::exchange(session.waiting_scans, {}), cancel);
}

// workspace/diagnostic.
Reply WorkspaceDiagnostic(Session& session, const Json& params) {
  WorkspaceScan scan{.id = session.current_id};
  const Json& known = At(params, "previousResultIds");
  if (known.is_array()) {
    for (const Json& entry : known) {
      scan.known_results.emplace(StringOr(At(entry, "uri")), StringOr(At(entry, "value")));
    }
  }
  // Clients ask again as soon as they are answered: while nothing has changed, the answer waits.
  if (session.client.watches_files && session.reported_revision == session.revision) {
    session.waiting_scans.push_back(std::move(scan));
    return AnswerLater();
  }
  session.reported_revision = session.revision;
  StartScan(session, std::move(scan));
  return AnswerLater();
}

// workspace/executeCommand.
Reply ExecuteCommand(Session& session, const Json& params) {
  if (StringOr(At(params, "command")) != kCheckWorkspaceCommand) {
    return Refuse(ErrorCode::kInvalidParams, "unknown command");
  }
  StartScan(session, {.purpose = WorkspaceScan::Purpose::kPublish, .id = session.current_id});
  return AnswerLater();
}

}  // namespace bylint::lsp
