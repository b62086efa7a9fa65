// Assertions for bugs of bylint itself; what is wrong with an article is a finding, what is wrong with a file
// or a setting is a Status.
#pragma once

#include <cstdio>
#include <cstdlib>

// Aborts with the condition and its place when `condition` is false, in every build.
#define BYLINT_CHECK(condition)                                                                    \
  do {                                                                                             \
    if (!(condition)) [[unlikely]] {                                                               \
      std::fprintf(stderr, "bylint: internal error: %s:%d: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                                \
    }                                                                                              \
  } while (false)

// The same in debug builds only: for hot loops.
#ifdef NDEBUG
#define BYLINT_DCHECK(condition) \
  do {                           \
  } while (false && (condition))
#else
#define BYLINT_DCHECK(condition) BYLINT_CHECK(condition)
#endif
