// What checking each file came to, kept from one run to the next, so that a file that is as it was need not be read.
//
// A cache belongs to one way of asking, its `key`: the program, the folder, the paths and options. It is one file in
// the user's cache folder, written beside and renamed, so that runs at the same time see an old one or a new one; it
// ends with a hash of all that is before. One that is broken, cut off or of another key is as good as none. What cannot
// be written is left: the next run takes the longer way.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checker/base/mapped_file.h"
#include "checker/engine/cache/file_state.h"

namespace bylint {

class ResultsCache {
 public:
  struct Entry {
    uint64_t settings = 0;         // of all that was in force for the file
    FileState state = {};          // unknown when it was too young
    uint64_t content = 0;          // StableHash of its bytes
    std::string_view result = {};  // in the caller's form; lives as long as the cache
    std::string_view record = {};  // all of it
  };

  // Reads what is kept under `key` in `folder`.
  ResultsCache(std::string folder, uint64_t key);
  ~ResultsCache();
  ResultsCache(const ResultsCache&) = delete;
  ResultsCache& operator=(const ResultsCache&) = delete;

  // What is kept for the path, or nullptr. Any thread may ask.
  const Entry* Find(std::string_view path) const;

  // A record of what was found out about a file, to be given to `Keep`.
  static std::string MakeRecord(std::string_view path, const Entry& entry);

  // For one thread: the records that the cache is to hold after `Save`, those of `Entry::record` that still hold and
  // new ones. Others are gone.
  void Keep(std::string_view record);
  // Puts the new cache in the place of the old one, unless nothing has changed, and drops the oldest caches of a folder
  // that has grown too large.
  void Save();

 private:
  class Writer;

  bool Index();
  bool IsOld(std::string_view record) const;

  std::string folder_;
  std::string path_;
  uint64_t key_ = 0;
  MappedFile old_;
  std::unordered_map<std::string_view, Entry> entries_;
  std::vector<std::string_view> kept_;  // until the first new record, which starts the writing
  std::unique_ptr<Writer> writer_;
};

}  // namespace bylint
