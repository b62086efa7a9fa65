// names.toml: an error or a list.
#include "checker/engine/names_file.h"
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  (void)bylint::ParseNames(bylint::fuzz::View(data, size), "names.toml");
  return 0;
}
