// toml++ as all of bylint includes it: without exceptions. Two ways in one program break the rule of one definition.
#pragma once

#ifdef TOML_EXCEPTIONS
#undef TOML_EXCEPTIONS
#endif
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
// It asserts, and in release builds assumes, what broken input can reach (`[[[`, a NUL after `[`), and gives the error
// itself in the lines that follow.
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT
#define TOML_ASSERT(condition) static_assert(true)
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(condition) static_assert(true)
#include <toml++/toml.h>
