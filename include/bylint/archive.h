// Many articles judged together: which names they use, and how often.
//
//   ArchiveFacts facts;                              // collect: one article after the other, on any machine
//   facts.Add(path, modified, content_hash, CollectNamesOf(article));
//   facts.Merge(other);                              // in any order and grouping: the same bytes in the end
//   const ArchiveIndex index = ArchiveIndex::Make(facts);   // conclude: what is dominant, what is rare
//   index.Judge("Anna Lindqivst");                   // -> `Anna Lindqvist`, in 41 articles
//
// A document is known by its path. Facts of two versions of it merge to those of the later one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "bylint/article.h"
#include "bylint/names_list.h"

namespace bylint {

// A full name of an article and how often it stands there.
struct NameCount {
  std::string name;  // given name and surname, without what stands between
  NameKind kind = NameKind::kUnknown;
  uint32_t count = 0;

  friend auto operator<=>(const NameCount&, const NameCount&) = default;
};

// What the archive calls the one mentioned: first given name and surname. Empty where the mention has no given name.
std::string ArchiveNameOf(const Article& article, const Mention& mention);

// The full names of the article, sorted.
std::vector<NameCount> CollectNamesOf(const Article& article);

// Movable, never copied: what it holds points into itself.
class ArchiveFacts {
 public:
  ArchiveFacts() = default;
  ArchiveFacts(ArchiveFacts&&) = default;
  ArchiveFacts& operator=(ArchiveFacts&&) = default;
  ArchiveFacts(const ArchiveFacts&) = delete;
  ArchiveFacts& operator=(const ArchiveFacts&) = delete;

  // Adds a document, or replaces its older version. `content` is a hash of its bytes.
  void Add(std::string_view path, int64_t modified, uint64_t content, const std::vector<NameCount>& names);
  void Merge(const ArchiveFacts& other);

  // The facts as text: versioned, sorted, with a checksum. The same facts give the same bytes.
  std::string Serialize() const;
  // DataLoss: not the facts of this version, or damaged; says where.
  static absl::StatusOr<ArchiveFacts> Parse(std::string_view text);

  size_t documents() const { return documents_.size(); }
  // True when the path is known with this content: nothing needs to be read again.
  bool Knows(std::string_view path, uint64_t content) const;

  // Every name with the number of its documents and mentions, sorted by name.
  struct NameUse {
    std::string_view name;
    NameKind kind = NameKind::kUnknown;
    uint32_t documents = 0;
    uint64_t mentions = 0;
  };
  std::vector<NameUse> Names() const;

 private:
  struct Use {
    uint32_t name = 0;  // index into names_
    uint32_t count = 0;
    NameKind kind = NameKind::kUnknown;
  };
  struct Document {
    int64_t modified = 0;
    uint64_t content = 0;
    std::vector<Use> uses;
  };
  using NameIndex = std::map<std::string, uint32_t, std::less<>>;

  uint32_t Intern(std::string_view name);
  // The document to fill; null when a later version of it is known.
  Document* Replace(std::string_view path, int64_t modified, uint64_t content);

  NameIndex by_name_;
  std::vector<NameIndex::const_iterator> names_;  // by index; a map's iterators stay valid
  std::map<std::string, Document, std::less<>> documents_;
};

// What the archive says about a name.
struct ArchiveJudgement {
  std::string_view dominant;  // empty: nothing. As long as the index lives
  uint32_t dominant_documents = 0;
  uint32_t documents = 0;  // with the name as written
};

// Immutable; any thread may ask.
class ArchiveIndex {
 public:
  static constexpr uint32_t kRare = 2;    // documents, at most
  static constexpr uint32_t kRatio = 20;  // dominant documents for each rare one, at least

  static ArchiveIndex Make(const ArchiveFacts& facts);
  ArchiveIndex(ArchiveIndex&&) noexcept;
  ~ArchiveIndex();

  // Judges a full name as written in an article, which the archive may or may not hold.
  ArchiveJudgement Judge(std::string_view full_name) const;

 private:
  struct Tables;
  explicit ArchiveIndex(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// A names.toml that starts a house with its own usage: the most frequent spelling of each name first, the rare ones
// near it in comments, with counts.
std::string ExportNames(const ArchiveFacts& facts);

}  // namespace bylint
