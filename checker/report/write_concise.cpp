// One line a finding: `file:line:column: level: message [rule]`, as compilers write it and editors read it.
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/report/findings_writer.h"
#include "checker/report/printable.h"

namespace bylint::internal {
namespace {

class ConciseWriter final : public FindingsWriter {
 public:
  void File(const FileReport& file, std::string& out) override {
    const std::string path = Printable(file.path);
    for (const LocatedFinding& item : file.findings) {
      absl::StrAppend(&out, path, ":", item.range.start.line, ":", item.range.start.column, ": ",
                      ToAbsl(ToString(item.finding.level)), ": ", Printable(item.finding.message), " [",
                      ToAbsl(item.finding.rule), "]\n");
    }
  }
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeConciseWriter(const WriterOptions& /*options*/) {
  return std::make_unique<ConciseWriter>();
}

}  // namespace bylint::internal
