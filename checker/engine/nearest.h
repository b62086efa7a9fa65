// "did you mean": the nearest valid word.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bylint {

// The word of `candidates` that is fewest edits away from `word`, or an empty view when none is close.
std::string_view NearestWord(std::string_view word, std::span<const std::string_view> candidates);

// ", did you mean `X`?" or nothing.
std::string DidYouMean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace bylint
