// JSON Lines: each line is a finding in the shape of `--format json`, with the version in front.
#include "checker/report/findings_writer.h"
#include "checker/report/json.h"

namespace bylint::internal {
namespace {

class JsonLinesWriter final : public FindingsWriter {
 public:
  void File(const FileReport& file, std::string& out) override {
    for (const LocatedFinding& item : file.findings) {
      Json line = {{"version", 1}};
      line.update(ToJson(file.path, item));
      out += Dump(line);
      out += '\n';
    }
  }
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeJsonLinesWriter(const WriterOptions& /*options*/) {
  return std::make_unique<JsonLinesWriter>();
}

}  // namespace bylint::internal
