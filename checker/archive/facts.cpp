// Facts as a set of documents, each with its names: a set has no order, so merging has none either.
#include <algorithm>

#include "bylint/archive.h"

namespace bylint {
// `John F. Kennedy` and `John Kennedy` are one name here. Initials alone say too little.
std::string ArchiveNameOf(const Article& article, const Mention& mention) {
  std::string_view given = article.Text(mention.given);
  given = given.substr(0, given.find_first_of(" \t\r\n"));
  if (given.size() < 2 || given.ends_with('.')) return "";
  std::string name(given);
  name += ' ';
  for (const char c : article.Text(mention.surname)) name += static_cast<unsigned char>(c) <= ' ' ? ' ' : c;
  return name;
}

std::vector<NameCount> CollectNamesOf(const Article& article) {
  std::vector<NameCount> names;
  for (const Mention& mention : article.mentions()) {
    std::string name = ArchiveNameOf(article, mention);
    if (!name.empty()) names.push_back({std::move(name), article.people()[mention.person].kind, 1});
  }
  std::ranges::sort(names);
  size_t kept = 0;
  for (size_t i = 0; i < names.size(); ++i) {
    if (kept > 0 && names[kept - 1].name == names[i].name) {
      names[kept - 1].count += names[i].count;
    } else if (kept++ != i) {
      names[kept - 1] = std::move(names[i]);
    }
  }
  names.resize(kept);
  return names;
}

uint32_t ArchiveFacts::Intern(std::string_view name) {
  const auto known = by_name_.find(name);
  if (known != by_name_.end()) return known->second;
  const auto index = static_cast<uint32_t>(names_.size());
  names_.push_back(by_name_.emplace(std::string(name), index).first);
  return index;
}

ArchiveFacts::Document* ArchiveFacts::Replace(std::string_view path, int64_t modified, uint64_t content) {
  auto it = documents_.find(path);
  if (it == documents_.end()) {
    it = documents_.emplace(std::string(path), Document{}).first;
  } else if (std::pair(modified, content) <= std::pair(it->second.modified, it->second.content)) {
    return nullptr;
  }
  it->second = {.modified = modified, .content = content, .uses = {}};
  return &it->second;
}

void ArchiveFacts::Add(std::string_view path, int64_t modified, uint64_t content, const std::vector<NameCount>& names) {
  Document* document = Replace(path, modified, content);
  if (document == nullptr) return;
  document->uses.reserve(names.size());
  for (const NameCount& name : names) document->uses.push_back({Intern(name.name), name.count, name.kind});
}

void ArchiveFacts::Merge(const ArchiveFacts& other) {
  std::vector<uint32_t> index_of(other.names_.size());
  for (size_t i = 0; i < index_of.size(); ++i) index_of[i] = Intern(other.names_[i]->first);
  for (const auto& [path, from] : other.documents_) {
    Document* document = Replace(path, from.modified, from.content);
    if (document == nullptr) continue;
    document->uses = from.uses;
    for (Use& use : document->uses) use.name = index_of[use.name];
  }
}

bool ArchiveFacts::Knows(std::string_view path, uint64_t content) const {
  const auto it = documents_.find(path);
  return it != documents_.end() && it->second.content == content;
}

std::vector<ArchiveFacts::NameUse> ArchiveFacts::Names() const {
  std::vector<NameUse> by_index(names_.size());
  for (const auto& [path, document] : documents_) {
    for (const Use& use : document.uses) {
      NameUse& sum = by_index[use.name];
      sum.kind = sum.documents == 0 ? use.kind : std::min(sum.kind, use.kind);
      ++sum.documents;
      sum.mentions += use.count;
    }
  }
  std::vector<NameUse> names;
  names.reserve(names_.size());
  for (const auto& [name, index] : by_name_) {
    if (by_index[index].documents == 0) continue;
    names.push_back(by_index[index]);
    names.back().name = name;
  }
  return names;
}

}  // namespace bylint
