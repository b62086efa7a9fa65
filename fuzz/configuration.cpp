// bylint.toml: an error or a configuration, never a crash. Files that it extends are not there.
#include <memory>
#include <vector>

#include "checker/engine/config/config_file.h"
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace bylint;
  std::vector<std::string> errors;
  const std::shared_ptr<const ConfigFile> config =
      ParseConfig(fuzz::View(data, size), "/nonexistent/bylint.toml", errors);
  BYLINT_CHECK(config != nullptr || !errors.empty());
  return 0;
}
