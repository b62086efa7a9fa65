// Findings of today that are accepted, so that only new ones count.
//
// An entry holds file, rule and a fingerprint of the marked words and their surroundings; never a line. Edits elsewhere
// do not shift it, and a fix and a new fault do not cancel out.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "checker/report/located.h"

namespace bylint {

inline constexpr std::string_view kBaselineFileName = "bylint-baseline.json";

class Baseline {
 public:
  // `path` is where the file is or will be: names of articles are kept relative to its folder.
  explicit Baseline(std::string path) : path_(std::move(path)) {}

  // NotFound: there is no such file. InvalidArgument: it is no baseline.
  static absl::StatusOr<Baseline> Read(const std::string& path);
  // Whole or not at all; a finding a line, sorted, so that changes of it read well.
  absl::Status Write() const;

  void Add(const FileReport& file);
  // Takes the accepted findings out of the report; how many they were.
  size_t Hide(FileReport& file) const;
  // Drops what `seen` does not hold, for the files that it was made of; how many they were. Files that are gone are
  // dropped.
  size_t Prune(const Baseline& seen, const std::set<std::string>& checked);

  size_t size() const { return entries_.size(); }
  const std::string& path() const { return path_; }
  // The name of the article in the baseline.
  std::string NameOf(const std::string& article) const;

 private:
  struct Key {
    std::string file;
    std::string rule;
    std::string fingerprint;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  static Key KeyOf(const std::string& name, const LocatedFinding& item);

  std::string path_;
  std::map<Key, std::string> entries_;  // to the message, for those who read the file
};

}  // namespace bylint
