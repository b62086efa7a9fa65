// The list of data/names, compiled in as the table it is looked up in.
#include <cstdint>
#include <memory>

#include "bylint/names_list.h"
#include "checker/analysis/names_table.h"

namespace bylint {
namespace {

#include "names.inc"  // made by tools/compile_names

}  // namespace

const NamesList& NamesList::BuiltIn() {
  static const NamesList& list =
      *new NamesList(NamesTable::Wrap({reinterpret_cast<const char*>(kNames), sizeof kNames}), nullptr);
  return list;
}

}  // namespace bylint
