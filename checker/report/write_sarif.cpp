// SARIF 2.1.0, with the rules and their help, fixes, and fingerprints that outlive edits elsewhere in the file.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/report/findings_writer.h"
#include "checker/report/fingerprint.h"
#include "checker/report/json.h"
#include "checker/report/uri.h"

namespace bylint::internal {
namespace {

Json Region(const Range& range) {
  return {{"startLine", range.start.line},  {"startColumn", range.start.column},
          {"endLine", range.end.line},      {"endColumn", range.end.column},
          {"byteOffset", range.start.byte}, {"byteLength", range.end.byte - range.start.byte}};
}

Json Location(std::string_view uri, const Range& range) {
  return {{"physicalLocation", {{"artifactLocation", {{"uri", uri}}}, {"region", Region(range)}}}};
}

// Examples under a rule's reasons, as its page has them.
std::string HelpMarkdown(const RuleInfo& info) {
  std::string out = absl::StrCat(ToAbsl(info.why), "\n");
  for (const auto& [title, examples] : {std::pair("Reported", info.bad), std::pair("Not reported", info.good)}) {
    if (examples.empty()) continue;
    absl::StrAppend(&out, "\n**", title, "**\n");
    for (const Example& example : examples) absl::StrAppend(&out, "\n```\n", ToAbsl(example.text), "\n```\n");
  }
  return out;
}

// Sentences in SARIF begin with a capital and end in a full stop.
std::string Sentence(std::string_view words) {
  if (words.empty()) return "A rule of the house.";
  std::string out(words);
  if (out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 'a' + 'A');
  if (!out.ends_with('.')) out += '.';
  return out;
}

// `unbalanced-quote` as SARIF's viewers like names: `UnbalancedQuote`.
std::string FriendlyName(std::string_view name) {
  std::string out;
  bool start = true;
  for (const char c : name) {
    if (c != '-') out += start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    start = c == '-';
  }
  return out;
}

Json RuleJson(const RuleInfo& info) {
  const std::string why(info.why.empty() ? info.summary : info.why);
  return {{"id", info.name},
          {"name", FriendlyName(info.name)},
          {"shortDescription", {{"text", Sentence(info.summary)}}},
          {"fullDescription", {{"text", Sentence(why)}}},
          {"help", {{"text", why.empty() ? "A rule of the house." : why}, {"markdown", HelpMarkdown(info)}}},
          {"defaultConfiguration", {{"enabled", info.enabled}, {"level", ToString(info.level)}}},
          {"properties", {{"tags", {ToString(info.group)}}}}};
}

Json FixJson(std::string_view uri, const Fix& fix, const std::vector<Range>& ranges) {
  Json replacements = Json::array();
  for (size_t i = 0; i < fix.edits.size(); ++i) {
    replacements.push_back(
        {{"deletedRegion", Region(ranges[i])}, {"insertedContent", {{"text", fix.edits[i].replacement}}}});
  }
  return {{"description", {{"text", fix.title}}},
          {"artifactChanges", {{{"artifactLocation", {{"uri", uri}}}, {"replacements", std::move(replacements)}}}}};
}

class SarifWriter final : public FindingsWriter {
 public:
  explicit SarifWriter(const WriterOptions& options) : rules_(options.rules), version_(options.version) {}

  void Begin(std::string& out) override {
    Json rules = Json::array();
    for (const RuleInfo* info : rules_) rules.push_back(RuleJson(*info));
    const Json driver = {{"name", "bylint"}, {"semanticVersion", version_}, {"rules", std::move(rules)}};
    absl::StrAppend(&out, R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{)",
                    R"("columnKind":"unicodeCodePoints","tool":{"driver":)", Dump(driver), R"(},"results":[)");
  }

  void File(const FileReport& file, std::string& out) override {
    const std::string uri = ToUri(file.path);
    for (const LocatedFinding& item : file.findings) {
      out += first_ ? "\n" : ",\n";
      first_ = false;
      out += Dump(Result(uri, item));
    }
  }

  void End(const RunSummary& summary, std::string& out) override {
    Json notifications = Json::array();
    for (const std::string& error : summary.errors) {
      notifications.push_back({{"level", "error"}, {"message", {{"text", error}}}});
    }
    const Json invocation = {{"executionSuccessful", summary.errors.empty()},
                             {"toolExecutionNotifications", std::move(notifications)}};
    absl::StrAppend(&out, "],\n\"invocations\":[", Dump(invocation), "]}]}\n");
  }

 private:
  Json Result(const std::string& uri, const LocatedFinding& item) const {
    const Finding& finding = item.finding;
    std::string text = finding.message;
    if (!finding.help.empty()) absl::StrAppend(&text, "; ", finding.help);
    Json result = {{"ruleId", finding.rule},
                   {"level", ToString(finding.level)},
                   {"message", {{"text", std::move(text)}}},
                   {"locations", {Location(uri, item.range)}},
                   {"partialFingerprints", {{"bylint/v1", ToHex(item.fingerprint)}}}};
    const auto rule = std::ranges::find(rules_, finding.rule, &RuleInfo::name);
    if (rule != rules_.end()) result["ruleIndex"] = rule - rules_.begin();
    for (size_t i = 0; i < finding.labels.size(); ++i) {
      Json related = Location(uri, item.labels[i]);
      related["id"] = i + 1;
      related["message"] = {{"text", finding.labels[i].text}};
      result["relatedLocations"].push_back(std::move(related));
    }
    for (size_t i = 0; i < finding.fixes.size(); ++i) {
      result["fixes"].push_back(FixJson(uri, finding.fixes[i], item.edits[i]));
    }
    return result;
  }

  std::span<const RuleInfo* const> rules_;
  std::string version_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeSarifWriter(const WriterOptions& options) {
  return std::make_unique<SarifWriter>(options);
}

}  // namespace bylint::internal
