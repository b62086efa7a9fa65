// Compiles data/names/*.txt into the table that checker/analysis/names_list_built_in.cpp includes: the bytes of a saved
// list, as numbers of this machine's byte order.
//
//   compile_names OUTPUT FILE...
//
// A line is `Preferred Name | ok: Accepted, Accepted | wrong: Wrong, Wrong`, the fields after the first optional and
// in this order; `#` starts a comment. The file's name says what the names are of: people, places, organisations.
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checker/analysis/names_table.h"

namespace {

using bylint::NameEntry;
using bylint::NameKind;

const std::map<std::string, NameKind> kKinds = {{"people.txt", NameKind::kPerson},
                                                {"places.txt", NameKind::kPlace},
                                                {"organisations.txt", NameKind::kOrganisation}};

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The field up to the next `|`, which is taken off `line`.
std::string_view TakeField(std::string_view& line) {
  const size_t bar = line.find('|');
  const std::string_view field = Trim(line.substr(0, bar));
  line = bar == std::string_view::npos ? std::string_view() : line.substr(bar + 1);
  return field;
}

// The names between commas.
std::vector<std::string> Split(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const size_t comma = list.find(',');
    const std::string_view name = Trim(list.substr(0, comma));
    if (!name.empty()) names.emplace_back(name);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
  return names;
}

class Reader {
 public:
  bool Read(const std::string& path) {
    const auto kind = kKinds.find(path.substr(path.find_last_of('/') + 1));
    std::ifstream in(path);
    if (kind == kKinds.end() || !in) {
      std::cerr << path << ": cannot be read, or names no kind of names\n";
      return false;
    }
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      const std::string_view content = Trim(std::string_view(line).substr(0, line.find('#')));
      if (content.empty()) continue;
      if (const std::string problem = ReadLine(kind->second, content); !problem.empty()) {
        std::cerr << path << ":" << number << ": " << problem << "\n";
        return false;
      }
    }
    return true;
  }

  const std::vector<NameEntry>& entries() const { return entries_; }

 private:
  std::string ReadLine(NameKind kind, std::string_view line) {
    NameEntry entry{.kind = kind, .preferred = std::string(TakeField(line))};
    while (!line.empty()) {
      const std::string_view field = TakeField(line);
      if (field.starts_with("ok:")) {
        entry.accepted = Split(field.substr(3));
      } else if (field.starts_with("wrong:")) {
        entry.never = Split(field.substr(6));
      } else {
        return "`" + std::string(field) + "` is neither `ok:` nor `wrong:`";
      }
    }
    if (!seen_.insert(entry.preferred).second) return "`" + entry.preferred + "` stands twice";
    entries_.push_back(std::move(entry));
    return "";
  }

  std::vector<NameEntry> entries_;
  std::set<std::string> seen_;
};

bool Write(const std::string& path, std::string_view bytes) {
  std::ofstream out(path);
  out << "// Made by tools/compile_names from data/names; do not edit.\nconstexpr uint64_t kNames[] = {" << std::hex;
  for (size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    uint64_t number = 0;
    std::memcpy(&number, bytes.data() + at, 8);
    out << (at % 64 == 0 ? "\n    " : " ") << "0x" << number << ",";
  }
  out << "\n};\n";
  if (!out) std::cerr << path << ": cannot be written\n";
  return static_cast<bool>(out);
}

}  // namespace

int main(int argc, char** argv) {
  Reader reader;
  for (int i = 2; i < argc; ++i) {
    if (!reader.Read(argv[i])) return 1;
  }
  return Write(argv[1], bylint::NamesTable::Make(reader.entries())->bytes()) ? 0 : 1;
}
