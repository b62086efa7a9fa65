// Colours by meaning, in one table. Nothing is said by colour alone.
#pragma once

#include <string>
#include <string_view>

#include "bylint/finding.h"

namespace bylint {

enum class Paint : uint8_t { kPlace, kError, kWarning, kNote, kMessage, kRule, kGutter, kMark, kLabel, kHelp };

class Palette {
 public:
  explicit Palette(bool colored) : colored_(colored) {}

  // Appends `text` in the colour of `paint`, or plain.
  void Append(Paint paint, std::string_view text, std::string& out) const {
    if (!colored_ || text.empty()) {
      out += text;
      return;
    }
    out += kCodes[static_cast<size_t>(paint)];
    out += text;
    out += "\x1b[0m";
  }

 private:
  static constexpr std::string_view kCodes[] = {
      "\x1b[1m",     // kPlace: bold
      "\x1b[1;31m",  // kError: red
      "\x1b[1;33m",  // kWarning: yellow
      "\x1b[1;36m",  // kNote: cyan
      "\x1b[1m",     // kMessage: bold
      "\x1b[2m",     // kRule: dim
      "\x1b[34m",    // kGutter: blue
      "\x1b[1;32m",  // kMark: green
      "\x1b[36m",    // kLabel: cyan
      "\x1b[36m",    // kHelp: cyan
  };
  bool colored_;
};

inline Paint PaintOf(Level level) {
  switch (level) {
    case Level::kError:
      return Paint::kError;
    case Level::kWarning:
      return Paint::kWarning;
    case Level::kNote:
      return Paint::kNote;
  }
  return Paint::kNote;
}

}  // namespace bylint
