// Facts as text. Lines, fields separated by tabs; a tab, a line break or a backslash in a path is written with a
// backslash. The last line holds a checksum of all before it.
//
//   bylint-facts	1
//   names	2
//   Anna Lindqvist
//   Tomas Okereke
//   documents	1
//   2026/road.txt	1790000000	9f86d081884c7d65	0:3p 1:1u
//   end	5d41402abc4b2a76
#include <charconv>

#include "absl/strings/str_cat.h"
#include "bylint/archive.h"
#include "checker/base/eight_bytes.h"

namespace bylint {
namespace {

constexpr std::string_view kFirstLine = "bylint-facts\t1";
constexpr std::string_view kKinds = "poau";  // person, organisation, place (area), unknown: in the order of NameKind

uint64_t Checksum(std::string_view text) {
  // Eight bytes at a time: facts are read at every run.
  uint64_t hash = 0x9e3779b97f4a7c15u ^ text.size();
  const auto mix = [&hash](uint64_t value) {
    hash = (hash ^ value) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  };
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) mix(LoadEight(text.data() + i));
  for (; i < text.size(); ++i) mix(static_cast<unsigned char>(text[i]));
  return hash;
}

void AppendEscaped(std::string_view path, std::string& out) {
  for (const char c : path) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
}

std::string Unescape(std::string_view field) {
  std::string out;
  for (size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\' || i + 1 == field.size()) {
      out += field[i];
      continue;
    }
    const char c = field[++i];
    out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return out;
}

void AppendHex(uint64_t value, std::string& out) {
  char digits[16];
  for (size_t i = 0; i < 16; ++i) digits[i] = "0123456789abcdef"[value >> (60 - 4 * i) & 15];
  out.append(digits, sizeof digits);
}

// Takes text apart; every function returns false at what does not belong there.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool TakeLine(std::string_view& line) {
    const size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return false;
    line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    ++number_;
    return true;
  }
  size_t number() const { return number_; }
  size_t left() const { return rest_.size(); }

  static std::string_view TakeField(std::string_view& line, char separator = '\t') {
    const size_t end = std::min(line.find(separator), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field;
  }
  template <typename Number>
  static bool ReadNumber(std::string_view field, Number& out, int base = 10) {
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), out, base);
    return error == std::errc() && end == field.data() + field.size();
  }

 private:
  std::string_view rest_;
  size_t number_ = 0;
};

absl::Status Damaged(const Cursor& cursor, std::string_view what) {
  return absl::DataLossError(absl::StrCat("line ", cursor.number(), ": ", std::string(what)));
}

// `names<TAB>COUNT`
bool ReadHeading(std::string_view line, std::string_view word, size_t& count) {
  return Cursor::TakeField(line) == word && Cursor::ReadNumber(line, count);
}

}  // namespace

std::string ArchiveFacts::Serialize() const {
  const std::vector<NameUse> names = Names();
  std::vector<uint32_t> rank(names_.size());
  std::string out(kFirstLine);
  absl::StrAppend(&out, "\nnames\t", names.size(), "\n");
  for (size_t i = 0; i < names.size(); ++i) {
    rank[by_name_.find(names[i].name)->second] = static_cast<uint32_t>(i);
    out.append(names[i].name).push_back('\n');
  }
  absl::StrAppend(&out, "documents\t", documents_.size(), "\n");
  for (const auto& [path, document] : documents_) {
    AppendEscaped(path, out);
    absl::StrAppend(&out, "\t", document.modified, "\t");
    AppendHex(document.content, out);
    char separator = '\t';
    for (const Use& use : document.uses) {  // sorted by name already
      out += separator;
      absl::StrAppend(&out, rank[use.name], ":", use.count);
      out += kKinds[static_cast<size_t>(use.kind)];
      separator = ' ';
    }
    out += '\n';
  }
  const uint64_t checksum = Checksum(out);
  out += "end\t";
  AppendHex(checksum, out);
  out += '\n';
  return out;
}

absl::StatusOr<ArchiveFacts> ArchiveFacts::Parse(std::string_view text) {
  Cursor cursor(text);
  std::string_view line;
  size_t count = 0;
  if (!cursor.TakeLine(line) || line != kFirstLine) {
    return absl::DataLossError("these are not archive facts of version 1; collect them again");
  }
  ArchiveFacts facts;
  if (!cursor.TakeLine(line) || !ReadHeading(line, "names", count)) return Damaged(cursor, "number of names expected");
  for (size_t i = 0; i < count; ++i) {
    if (!cursor.TakeLine(line) || line.empty()) return Damaged(cursor, "name expected");
    const auto at = facts.by_name_.emplace_hint(facts.by_name_.end(), std::string(line), static_cast<uint32_t>(i));
    if (at->second != i) return Damaged(cursor, "name stands twice");
    facts.names_.push_back(at);
  }
  if (!cursor.TakeLine(line) || !ReadHeading(line, "documents", count)) {
    return Damaged(cursor, "number of documents expected");
  }
  for (size_t i = 0; i < count; ++i) {
    if (!cursor.TakeLine(line)) return Damaged(cursor, "document expected");
    const auto path =
        facts.documents_.emplace_hint(facts.documents_.end(), Unescape(Cursor::TakeField(line)), Document{});
    Document& document = path->second;
    if (!Cursor::ReadNumber(Cursor::TakeField(line), document.modified) ||
        !Cursor::ReadNumber(Cursor::TakeField(line), document.content, 16)) {
      return Damaged(cursor, "time and hash of a document expected");
    }
    while (!line.empty()) {
      std::string_view field = Cursor::TakeField(line, ' ');
      Use use;
      const size_t kind = field.empty() ? std::string_view::npos : kKinds.find(field.back());
      if (kind == std::string_view::npos) return Damaged(cursor, "kind of a name expected");
      field.remove_suffix(1);
      use.kind = static_cast<NameKind>(kind);
      if (!Cursor::ReadNumber(Cursor::TakeField(field, ':'), use.name) || !Cursor::ReadNumber(field, use.count) ||
          use.name >= facts.names_.size()) {
        return Damaged(cursor, "name and count expected");
      }
      document.uses.push_back(use);
    }
  }
  const uint64_t checksum = Checksum(text.substr(0, text.size() - cursor.left()));
  uint64_t stored = 0;
  if (!cursor.TakeLine(line) || Cursor::TakeField(line) != "end" || !Cursor::ReadNumber(line, stored, 16) ||
      stored != checksum || cursor.left() != 0) {
    return Damaged(cursor, "the checksum does not agree: the file was changed or cut short");
  }
  return facts;
}

}  // namespace bylint
