// Compiles data/names/*.txt into the table of entries that checker/analysis/names_list_built_in.cpp includes.
//
//   compile_names OUTPUT FILE...
//
// A line is `Preferred Name | ok: Accepted, Accepted | wrong: Wrong, Wrong`, the fields after the first optional and
// in this order; `#` starts a comment. The file's name says what the names are of: people, places, organisations.
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace {

const std::map<std::string, std::string_view> kKinds = {
    {"people.txt", "kPerson"}, {"places.txt", "kPlace"}, {"organisations.txt", "kOrganisation"}};

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

class Compiler {
 public:
  explicit Compiler(std::ostream& out) : out_(out) {}

  bool Compile(const std::string& path) {
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
      if (const std::string problem = CompileLine(kind->second, content); !problem.empty()) {
        std::cerr << path << ":" << number << ": " << problem << "\n";
        return false;
      }
    }
    return true;
  }

 private:
  std::string CompileLine(std::string_view kind, std::string_view line) {
    const std::string_view preferred = TakeField(line);
    std::string_view accepted;
    std::string_view wrong;
    while (!line.empty()) {
      const std::string_view field = TakeField(line);
      if (field.starts_with("ok:")) {
        accepted = Trim(field.substr(3));
      } else if (field.starts_with("wrong:")) {
        wrong = Trim(field.substr(6));
      } else {
        return "`" + std::string(field) + "` is neither `ok:` nor `wrong:`";
      }
    }
    if (preferred.find('"') != std::string_view::npos) return "a quotation mark in a name";
    if (!seen_.insert(std::string(preferred)).second) return "`" + std::string(preferred) + "` stands twice";
    out_ << "    {NameKind::" << kind << ", \"" << preferred << "\", \"" << accepted << "\", \"" << wrong << "\"},\n";
    return "";
  }

  std::ostream& out_;
  std::set<std::string> seen_;
};

}  // namespace

int main(int argc, char** argv) {
  std::ofstream out(argv[1]);
  out << "// Made by tools/compile_names from data/names; do not edit.\n"
      << "constexpr BuiltInEntry kEntries[] = {\n";
  Compiler compiler(out);
  for (int i = 2; i < argc; ++i) {
    if (!compiler.Compile(argv[i])) return 1;
  }
  out << "};\n";
  if (!out) std::cerr << argv[1] << ": cannot be written\n";
  return out ? 0 : 1;
}
