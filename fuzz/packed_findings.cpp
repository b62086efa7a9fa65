// Results of the cache: findings, or nothing; what is read is written so that it reads the same.
#include "checker/report/packed_findings.h"
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace bylint;
  const auto any_rule = [](std::string_view name) { return name; };
  PackedReader in(fuzz::View(data, size));
  const auto findings = UnpackFindings(in, any_rule);
  if (!findings) return 0;
  std::string bytes;
  PackFindings(*findings, bytes);
  PackedReader again(bytes);
  const auto back = UnpackFindings(again, any_rule);
  std::string twice;
  if (back) PackFindings(*back, twice);
  BYLINT_CHECK(twice == bytes);
  return 0;
}
