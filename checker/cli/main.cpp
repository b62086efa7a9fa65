// First version: `check` and `quotes` as JSON.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "checker/base/utf8.h"
#include "checker/engine/registry.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

using nlohmann::json;

json PositionJson(const SourceText& source, uint32_t offset) {
  static thread_local const char* of = nullptr;
  static thread_local uint32_t at = 0, line = 1, column = 1;
  if (of != source.text().data() || offset < at) of = source.text().data(), at = 0, line = 1, column = 1;
  for (uint32_t& i = at; i < offset;) {
    const CodePoint c = DecodeUtf8(source.text(), i);
    ++column;
    if (c.value == '\n') ++line, column = 1;
    i += c.size;
  }
  return {{"byte", offset}, {"line", line}, {"column", column}};
}

json RangeJson(const SourceText& source, SourceSpan span) {
  return {{"start", PositionJson(source, span.begin)}, {"end", PositionJson(source, span.end)}};
}

json SpanJson(const Article& article, TextSpan span) {
  if (span.empty()) return nullptr;
  return {{"text", article.Text(span)},
          {"range", RangeJson(article.document().source(), article.document().ToSource(span))}};
}

json Check(const std::string& path, const Article& article) {
  std::vector<Finding> findings;
  Reporter report(article.document(), findings);
  for (const RegisteredRule& rule : BuiltInRules()) {
    report.Begin(*rule.info, rule.info->level);
    (*rule.make(RuleOptions()))->Check(article, report);
  }
  json out = json::array();
  for (const Finding& f : findings) {
    out.push_back({{"file", path},
                   {"rule", f.rule},
                   {"group", ToString(f.group)},
                   {"level", ToString(f.level)},
                   {"message", f.message},
                   {"help", f.help},
                   {"range", RangeJson(article.document().source(), f.span)}});
  }
  return out;
}

json Quotes(const std::string& path, const Article& article) {
  json quotes = json::array();
  for (const Quotation& q : article.quotations()) {
    json speaker = SpanJson(article, q.speaker.span);
    if (!speaker.is_null()) {
      speaker["name"] = q.speaker.person == kNone ? article.Text(q.speaker.span) : article.NameOf(q.speaker.person);
    }
    json item = SpanJson(article, q.span);
    item["verdict"] = ToString(q.verdict);
    item["speaker"] = speaker;
    item["cue"] = SpanJson(article, q.cue);
    item["credit"] = SpanJson(article, q.credit);
    item["why"] = q.sieve;
    quotes.push_back(item);
  }
  return {{"file", path}, {"quotes", quotes}};
}

int Main(int argc, char** argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  json items = json::array();
  for (int i = 2; i < argc; ++i) {
    const std::string path = argv[i];
    if (path == "--format") {
      ++i;
      continue;
    }
    std::ifstream in(path, std::ios::binary);
    absl::StatusOr<SourceText> source = DecodeSource(std::string(std::istreambuf_iterator<char>(in), {}));
    if (!source.ok()) {
      std::cerr << "error: " << path << ": " << source.status().message() << "\n";
      continue;
    }
    const Article article = Analyze(ReadDocument(path, *std::move(source)), {});
    if (command == "quotes") {
      items.push_back(Quotes(path, article));
    } else {
      for (json& f : Check(path, article)) items.push_back(std::move(f));
    }
  }
  std::cout << json{{"version", 1}, {command == "quotes" ? "documents" : "findings", items}}.dump() << "\n";
  return 0;
}

}  // namespace
}  // namespace bylint

int main(int argc, char** argv) { return bylint::Main(argc, argv); }
