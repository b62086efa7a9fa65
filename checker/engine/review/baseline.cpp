#include "checker/engine/review/baseline.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "checker/base/status.h"
#include "checker/engine/load.h"
#include "checker/engine/review/atomic_write.h"
#include "checker/report/fingerprint.h"

namespace bylint {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr uint64_t kLargestBaseline = uint64_t{1} << 30;

fs::path Absolute(const std::string& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal();
}

std::string TextOf(const Json& entry, const char* field) {
  const auto it = entry.find(field);
  return it != entry.end() && it->is_string() ? it->get<std::string>() : std::string();
}

}  // namespace

std::string Baseline::NameOf(const std::string& article) const {
  return Absolute(article).lexically_relative(Absolute(path_).parent_path()).generic_string();
}

Baseline::Key Baseline::KeyOf(const std::string& name, const LocatedFinding& item) {
  return {.file = name, .rule = std::string(item.finding.rule), .fingerprint = ToHex(item.fingerprint)};
}

absl::StatusOr<Baseline> Baseline::Read(const std::string& path) {
  const absl::StatusOr<std::string> text = ReadFileBytes(path, kLargestBaseline);
  if (!text.ok()) return AtPath(path, text.status());
  const Json json = Json::parse(*text, nullptr, false);
  const bool good =
      json.is_object() && json.value("version", 0) == 1 && json.contains("findings") && json["findings"].is_array();
  if (!good) return absl::InvalidArgumentError(absl::StrCat(path, ": is no baseline of version 1"));
  Baseline baseline(path);
  for (const Json& entry : json["findings"]) {
    if (!entry.is_object()) continue;
    baseline.entries_[{TextOf(entry, "file"), TextOf(entry, "rule"), TextOf(entry, "fingerprint")}] =
        TextOf(entry, "message");
  }
  return baseline;
}

absl::Status Baseline::Write() const {
  std::string out = "{\"version\":1,\"findings\":[";
  bool first = true;
  for (const auto& [key, message] : entries_) {
    const Json entry = {{"file", key.file}, {"rule", key.rule}, {"fingerprint", key.fingerprint}, {"message", message}};
    absl::StrAppend(&out, first ? "\n" : ",\n", entry.dump(-1, ' ', false, Json::error_handler_t::replace));
    first = false;
  }
  return WriteWhole(path_, out + "\n]}\n");
}

void Baseline::Add(const FileReport& file) {
  const std::string name = NameOf(file.path);
  for (const LocatedFinding& item : file.findings) entries_[KeyOf(name, item)] = item.finding.message;
}

size_t Baseline::Hide(FileReport& file) const {
  if (entries_.empty() || file.findings.empty()) return 0;
  const std::string name = NameOf(file.path);
  return std::erase_if(file.findings, [&](const LocatedFinding& item) { return entries_.contains(KeyOf(name, item)); });
}

size_t Baseline::Prune(const Baseline& seen, const std::set<std::string>& checked) {
  const fs::path folder = Absolute(path_).parent_path();
  return std::erase_if(entries_, [&](const auto& entry) {
    std::error_code error;
    if (!fs::exists(folder / entry.first.file, error)) return true;
    return checked.contains(entry.first.file) && !seen.entries_.contains(entry.first);
  });
}

}  // namespace bylint
