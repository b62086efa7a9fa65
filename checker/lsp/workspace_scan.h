// All the articles of the workspace, checked one at a time between messages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "checker/lsp/json_text.h"

namespace bylint::lsp {

struct Session;

struct WorkspaceScan {
  enum class Purpose {
    kReport,   // workspace/diagnostic: answered with the reports of all files
    kPublish,  // the command bylint.checkWorkspace: diagnostics are pushed, the answer is a count
  };
  Purpose purpose = Purpose::kReport;
  Json id = {};                                                        // of the request to be answered
  std::map<std::string, std::string, std::less<>> known_results = {};  // result ids that the client has, by URI
  std::vector<std::string> files = {};
  size_t next = 0;
  size_t findings = 0;
  JsonText items = {};  // reports, comma-separated
  bool first = true;    // of them
};

// Queues a scan of the session's folders; the handler answers later.
void StartScan(Session& session, WorkspaceScan scan);
// Checks the next file of the first scan, or answers it when none is left; false when there is no scan.
bool ScanNext(Session& session);
// Forgets the scan that the request asked for; true when there was one.
bool CancelScan(Session& session, const Json& id);
// Answers all scans as cancelled.
void CancelAllScans(Session& session);

}  // namespace bylint::lsp
