#include "checker/report/listings.h"

#include <utf8proc.h>

#include <algorithm>

#include "checker/base/utf8.h"
#include "checker/report/printable.h"

namespace bylint {

std::string_view ListingBegin(ListingFormat format, std::string_view csv_header) {
  if (format == ListingFormat::kCsv) return csv_header;
  return format == ListingFormat::kJson ? R"({"version":1,"documents":[)" : "";
}

std::string_view ListingSeparator(ListingFormat format) {
  switch (format) {
    case ListingFormat::kJson:
      return ",\n";
    case ListingFormat::kText:
      return "\n";
    case ListingFormat::kConcise:
    case ListingFormat::kCsv:
      return "";
  }
  return "";
}

std::string_view ListingEnd(ListingFormat format) { return format == ListingFormat::kJson ? "]}\n" : ""; }

std::string TextTable::Render(std::string_view indent) const {
  std::vector<int> widths;
  for (const std::vector<std::string>& row : rows_) {
    if (row.size() > widths.size()) widths.resize(row.size());
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  std::string out;
  for (const std::vector<std::string>& row : rows_) {
    out += indent;
    for (size_t i = 0; i < row.size(); ++i) {
      out += row[i];
      if (i + 1 < row.size()) out.append(static_cast<size_t>(widths[i] - DisplayWidth(row[i])) + 2, ' ');
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out;
}

std::string Shorten(std::string_view text, int width) {
  std::string out;
  int used = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeUtf8(text, i);
    std::string piece;
    used += AppendPrintable(c.value, piece);
    if (used > width - 1 && i + c.size < text.size()) return out + "…";
    out += piece;
    i += c.size;
  }
  return out;
}

std::string CsvField(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(field);
  std::string out = "\"";
  for (const char c : field) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

bool EqualIgnoringCase(std::string_view a, std::string_view b) {
  const auto lower = [](const CodePoint& c) { return utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value)); };
  size_t i = 0;
  size_t k = 0;
  while (i < a.size() && k < b.size()) {
    const CodePoint left = DecodeUtf8(a, i);
    const CodePoint right = DecodeUtf8(b, k);
    if (lower(left) != lower(right)) return false;
    i += left.size;
    k += right.size;
  }
  return i == a.size() && k == b.size();
}

}  // namespace bylint
