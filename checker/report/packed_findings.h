// Located findings as bytes and back, for results that are kept from one run to the next.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/base/packed.h"
#include "checker/report/located.h"

namespace bylint {

void PackFindings(const std::vector<LocatedFinding>& findings, std::string& out);

// The rule's own name for a name that was read, which lives as long as the rule does; empty when there is no such rule.
using RuleNames = std::function<std::string_view(std::string_view)>;

// What was packed, or nothing when the bytes are not of that form or speak of a rule that is not there.
std::optional<std::vector<LocatedFinding>> UnpackFindings(PackedReader& in, const RuleNames& rules);

}  // namespace bylint
