#include <string>
#include <utility>

#include "bylint/rule.h"

namespace bylint {

Reporter::Builder Reporter::At(TextSpan at, std::string message) {
  Finding& finding = out_.emplace_back();
  finding.rule = info_->name;
  finding.group = info_->group;
  finding.level = level_;
  finding.span = document_.ToSource(at);
  finding.message = std::move(message);
  return Builder(document_, finding);
}

Reporter::Builder& Reporter::Builder::Label(TextSpan at, std::string text) {
  finding_.labels.push_back({document_.ToSource(at), std::move(text)});
  return *this;
}

Reporter::Builder& Reporter::Builder::Help(std::string text) {
  finding_.help = std::move(text);
  return *this;
}

Reporter::Builder& Reporter::Builder::AtLevel(Level level) {
  finding_.level = level;
  return *this;
}

Reporter::Builder& Reporter::Builder::Fix(std::string title, Safety safety, TextSpan at, std::string replacement) {
  const std::pair<TextSpan, std::string> edit{at, std::move(replacement)};
  return Fix(std::move(title), safety, {&edit, 1});
}

Reporter::Builder& Reporter::Builder::Fix(std::string title, Safety safety,
                                          std::span<const std::pair<TextSpan, std::string>> edits) {
  bylint::Fix fix{.title = std::move(title), .safety = safety, .edits = {}};
  for (const auto& [at, replacement] : edits) {
    if (!document_.IsVerbatim(at)) return *this;
    fix.edits.push_back({document_.ToSource(at), replacement});
  }
  finding_.fixes.push_back(std::move(fix));
  return *this;
}

std::string_view ToString(Level level) {
  switch (level) {
    case Level::kNote:
      return "note";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      return "error";
  }
  return "";
}

std::string_view ToString(Group group) {
  switch (group) {
    case Group::kQuotation:
      return "quotation";
    case Group::kAttribution:
      return "attribution";
    case Group::kNames:
      return "names";
    case Group::kCopy:
      return "copy";
    case Group::kHouse:
      return "house";
  }
  return "";
}

}  // namespace bylint
