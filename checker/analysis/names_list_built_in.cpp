// The list of data/names, compiled in as lines and made into a table at first use.
#include "bylint/names_list.h"

namespace bylint {
namespace {

struct BuiltInEntry {
  NameKind kind;
  std::string_view preferred;
  std::string_view accepted;  // separated by commas
  std::string_view wrong;
};

#include "names.inc"  // made by tools/compile_names

std::vector<std::string> SplitAtCommas(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const size_t comma = list.find(',');
    std::string_view name = list.substr(0, comma);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (!name.empty()) names.emplace_back(name);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
  return names;
}

}  // namespace

const NamesList& NamesList::BuiltIn() {
  static const NamesList& list = *[] {
    std::vector<NameEntry> entries;
    entries.reserve(std::size(kEntries));
    for (const BuiltInEntry& entry : kEntries) {
      entries.push_back({.kind = entry.kind,
                         .preferred = std::string(entry.preferred),
                         .accepted = SplitAtCommas(entry.accepted),
                         .never = SplitAtCommas(entry.wrong),
                         .note = {}});
    }
    return new NamesList(Make(entries, nullptr));
  }();
  return list;
}

}  // namespace bylint
