// One versioned object: {"version":1,"findings":[...]}, a finding a line.
#include "checker/report/findings_writer.h"
#include "checker/report/json.h"

namespace bylint {
namespace {

Json FixJson(const Fix& fix, const std::vector<Range>& ranges) {
  Json edits = Json::array();
  for (size_t i = 0; i < fix.edits.size(); ++i) {
    edits.push_back({{"range", ToJson(ranges[i])}, {"replacement", fix.edits[i].replacement}});
  }
  const bool safe = fix.safety == Safety::kSafe;
  return {{"title", fix.title}, {"safety", safe ? "safe" : "suggested"}, {"edits", std::move(edits)}};
}

}  // namespace

Json ToJson(std::string_view path, const LocatedFinding& item) {
  const Finding& finding = item.finding;
  Json labels = Json::array();
  for (size_t i = 0; i < finding.labels.size(); ++i) {
    labels.push_back({{"range", ToJson(item.labels[i])}, {"text", finding.labels[i].text}});
  }
  Json fixes = Json::array();
  for (size_t i = 0; i < finding.fixes.size(); ++i) fixes.push_back(FixJson(finding.fixes[i], item.edits[i]));
  return {{"file", path},
          {"rule", finding.rule},
          {"group", ToString(finding.group)},
          {"level", ToString(finding.level)},
          {"message", finding.message},
          {"range", ToJson(item.range)},
          {"labels", std::move(labels)},
          {"help", finding.help.empty() ? Json(nullptr) : Json(finding.help)},
          {"fixes", std::move(fixes)}};
}

namespace internal {
namespace {

class JsonWriter final : public FindingsWriter {
 public:
  void Begin(std::string& out) override { out += R"({"version":1,"findings":[)"; }

  void File(const FileReport& file, std::string& out) override {
    for (const LocatedFinding& item : file.findings) {
      out += first_ ? "\n" : ",\n";
      first_ = false;
      out += Dump(ToJson(file.path, item));
    }
  }

  void End(const RunSummary& /*summary*/, std::string& out) override { out += first_ ? "]}\n" : "\n]}\n"; }

 private:
  bool first_ = true;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeJsonWriter(const WriterOptions& /*options*/) {
  return std::make_unique<JsonWriter>();
}

}  // namespace internal
}  // namespace bylint
