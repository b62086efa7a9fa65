// Where the page of a rule can be read.
#pragma once

#include <string>
#include <string_view>

namespace bylint::lsp {

// For one thread. URI of the rule's page as it was installed with the program, or stands in the tree that it was built
// in; empty where there is none.
std::string RulePageUri(std::string_view rule);

}  // namespace bylint::lsp
