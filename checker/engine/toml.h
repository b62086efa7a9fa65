// toml++ as all of bylint includes it: without exceptions. Two ways in one program break the rule of one definition.
#pragma once

#ifdef TOML_EXCEPTIONS
#undef TOML_EXCEPTIONS
#endif
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>
