// toml++ builds a tree, some 2 KB for an entry. So that a list of a million names needs no gigabytes, the text is
// parsed in pieces that begin at a `[[…]]` line; such a line inside a multi-line string is the one thing that this
// does not read.
#include "checker/engine/names_file.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "checker/base/stable_hash.h"
#include "checker/base/status.h"
#include "checker/base/to_absl.h"
#include "checker/engine/cache/file_state.h"
#include "checker/engine/load.h"
#include "checker/engine/toml.h"

namespace bylint {
namespace {

constexpr size_t kPiece = size_t{1} << 18;           // bytes parsed at a time, about
constexpr size_t kWorthCompiling = size_t{1} << 20;  // bytes; below, parsing takes a few milliseconds
constexpr uint64_t kLargestFile = uint64_t{1} << 30;

class NamesReader {
 public:
  NamesReader(std::string_view text, std::string_view path) : text_(text), path_(path) {}

  absl::StatusOr<std::vector<NameEntry>> Read() {
    while (!text_.empty()) {
      const std::string_view piece = text_.substr(0, EndOfPiece());
      if (absl::Status status = ReadPiece(piece); !status.ok()) return status;
      lines_before_ += static_cast<size_t>(std::ranges::count(piece, '\n'));
      text_.remove_prefix(piece.size());
    }
    return std::move(entries_);
  }

 private:
  size_t EndOfPiece() const {
    if (text_.size() <= kPiece) return text_.size();
    const size_t end = text_.find("\n[[", kPiece);
    return end == std::string_view::npos ? text_.size() : end + 1;
  }

  absl::Status ReadPiece(std::string_view piece) {
    const toml::parse_result parsed = toml::parse(piece);
    if (!parsed) return Wrong(parsed.error().source(), std::string(parsed.error().description()));
    for (const auto& [key, node] : parsed.table()) {
      if (absl::Status status = ReadKind(key, node); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status ReadKind(const toml::key& key, const toml::node& node) {
    NameKind kind = NameKind::kUnknown;
    if (key.str() == "person") kind = NameKind::kPerson;
    if (key.str() == "place") kind = NameKind::kPlace;
    if (key.str() == "organisation") kind = NameKind::kOrganisation;
    const toml::array* array = node.as_array();
    if (kind == NameKind::kUnknown || array == nullptr) {
      return Wrong(key.source(),
                   absl::StrCat("`", ToAbsl(key.str()), "` is none of [[person]], [[place]], [[organisation]]"));
    }
    for (const toml::node& item : *array) {
      const toml::table* entry = item.as_table();
      if (entry == nullptr) return Wrong(item.source(), "a table expected");
      if (absl::Status status = ReadEntry(kind, *entry); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status ReadEntry(NameKind kind, const toml::table& table) {
    NameEntry entry;
    entry.kind = kind;
    std::string since;
    for (const auto& [key, node] : table) {
      absl::Status status;
      if (key.str() == "preferred") {
        status = ReadString(node, entry.preferred);
      } else if (key.str() == "accepted") {
        status = ReadStrings(node, entry.accepted);
      } else if (key.str() == "never") {
        status = ReadStrings(node, entry.never);
      } else if (key.str() == "note") {
        status = ReadString(node, entry.note);
      } else if (key.str() == "since") {
        status = ReadDate(node, since);
      } else {
        status = Wrong(key.source(), absl::StrCat("unknown key `", ToAbsl(key.str()),
                                                  "`; there are preferred, accepted, never, since, note"));
      }
      if (!status.ok()) return status;
    }
    if (entry.preferred.empty()) return Wrong(table.source(), "an entry needs `preferred`");
    if (!since.empty()) absl::StrAppend(&entry.note, entry.note.empty() ? "" : ", ", "since ", since);
    entries_.push_back(std::move(entry));
    return absl::OkStatus();
  }

  absl::Status ReadString(const toml::node& node, std::string& out) const {
    const auto* value = node.as_string();
    if (value == nullptr || value->get().empty()) return Wrong(node.source(), "a string expected");
    out = value->get();
    return absl::OkStatus();
  }

  absl::Status ReadStrings(const toml::node& node, std::vector<std::string>& out) const {
    const toml::array* array = node.as_array();
    if (array == nullptr) return Wrong(node.source(), "an array of strings expected");
    for (const toml::node& item : *array) {
      if (absl::Status status = ReadString(item, out.emplace_back()); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status ReadDate(const toml::node& node, std::string& out) const {
    const auto* date = node.as_date();
    if (date == nullptr) return Wrong(node.source(), "a date expected: 2022-03-01");
    char text[16];
    std::snprintf(text, sizeof text, "%04u-%02u-%02u", unsigned{date->get().year}, unsigned{date->get().month},
                  unsigned{date->get().day});
    out = text;
    return absl::OkStatus();
  }

  absl::Status Wrong(const toml::source_region& where, const std::string& what) const {
    return absl::InvalidArgumentError(
        absl::StrCat(ToAbsl(path_), ":", lines_before_ + where.begin.line, ":", where.begin.column, ": ", what));
  }

  std::string_view text_;  // what is still to be read
  std::string_view path_;
  size_t lines_before_ = 0;
  std::vector<NameEntry> entries_;
};

}  // namespace

absl::StatusOr<NamesList> ParseNames(std::string_view text, std::string_view path) {
  absl::StatusOr<std::vector<NameEntry>> entries = NamesReader(text, path).Read();
  if (!entries.ok()) return entries.status();
  return NamesList::Make(*entries, &NamesList::BuiltIn());
}

namespace {

// Names of a compiled list in the cache. One is made of the file's content; the other, of what the file system says of
// the file, is a link to it and spares reading the file.
class CompiledNames {
 public:
  CompiledNames(std::string folder, const std::string& path) : folder_(std::move(folder)) {
    const FileState state = StateOf(path);
    std::error_code ignored;
    large_ = std::filesystem::file_size(path, ignored) >= kWorthCompiling && !ignored;
    if (!state.known()) return;
    std::string facts;
    PutState(state, facts);
    by_file_ = NameOf(StableHash(facts));
  }

  bool usable() const { return large_ && !folder_.empty(); }
  // Empty while the file is too young to be known by its time.
  const std::string& by_file() const { return by_file_; }
  std::string ByContent(std::string_view text) const { return NameOf(StableHash(text)); }

  // Failures are ignored: the next run takes the longer way again.
  void Link(const std::string& by_content) const {
    std::error_code ignored;
    if (!by_file_.empty()) std::filesystem::create_hard_link(by_content, by_file_, ignored);
  }

 private:
  std::string NameOf(uint64_t hash) const {
    return absl::StrCat(folder_, "/names-", absl::Hex(hash, absl::kZeroPad16), ".list");
  }

  std::string folder_;
  std::string by_file_;
  bool large_ = false;
};

}  // namespace

absl::StatusOr<NamesList> LoadNamesFile(const std::string& path, const std::string& cache_folder) {
  const CompiledNames compiled(cache_folder, path);
  if (compiled.usable() && !compiled.by_file().empty()) {
    if (auto mapped = NamesList::Map(compiled.by_file(), &NamesList::BuiltIn()); mapped.ok()) return mapped;
  }
  const absl::StatusOr<std::string> text = ReadFileBytes(path, kLargestFile);
  if (!text.ok()) return AtPath(path, text.status());
  if (!compiled.usable()) return ParseNames(*text, path);
  const std::string by_content = compiled.ByContent(*text);
  absl::StatusOr<NamesList> list = NamesList::Map(by_content, &NamesList::BuiltIn());
  if (!list.ok()) {
    list = ParseNames(*text, path);
    std::error_code ignored;  // without a cache the next run parses again
    std::filesystem::create_directories(cache_folder, ignored);
    if (list.ok()) list->Save(by_content).IgnoreError();
  }
  if (list.ok()) compiled.Link(by_content);
  return list;
}

}  // namespace bylint
