// Runs the real binary, without a shell, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace bylint::test {

struct Ran {
  int exit_code = 0;
  long peak_kilobytes = 0;  // of resident memory
  std::string out;
  std::string err;
};

// A folder that is gone when the test is.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path path() const { return path_; }
  // Writes a file, folders above it included.
  void Write(std::string_view name, std::string_view bytes) const;
  std::string Read(std::string_view name) const;
  bool Has(std::string_view name) const { return std::filesystem::exists(path_ / std::string(name)); }

  // `bylint arguments...` in this folder.
  Ran Bylint(std::vector<std::string> arguments, std::string_view standard_input = {}) const;
  // The same by a user who may not open that folder, whoever runs the tests.
  Ran BylintWithoutRights(const std::vector<std::string>& arguments, const std::string& closed) const;
  // Any program; REQUIRES: it can be found in PATH.
  Ran Run(std::vector<std::string> arguments, std::string_view standard_input = {}) const;
  // `git arguments...`, as somebody, signing nothing.
  Ran Git(std::vector<std::string> arguments) const;

 private:
  std::filesystem::path path_;
};

// An article with one fault of `unattributed-quote`, on its second line.
inline constexpr std::string_view kFaulty =
    "The council met on Monday.\n“The road opens in May, the work is done.” Work began last year.\n";
inline constexpr std::string_view kClean =
    "The council met on Monday.\n“The road opens in May, the work is done,” said Anna Berg, the mayor.\n";

// A bylint.toml with one rule, which reports `utilize` wherever it stands.
inline constexpr std::string_view kHouse =
    "select = [\"house\"]\n[[house]]\nname = \"plain-words\"\nwords = [\"utilize\"]\nmessage = \"`$0` is not plain\"\n"
    "replacement = \"use\"\nscope = \"anywhere\"\n";

// A names.toml with one person and what she is never called.
inline constexpr std::string_view kNames = "[[person]]\npreferred = \"Anna Lindkvist\"\nnever = [\"Anna Lindqvist\"]\n";

size_t Count(std::string_view text, std::string_view part);
bool Contains(std::string_view text, std::string_view part);

}  // namespace bylint::test
