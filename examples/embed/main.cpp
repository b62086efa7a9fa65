// embed FILE...: what bylint finds in articles, and who says what in them, from another program.
#include <bylint/engine.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void Show(const std::string& path, const bylint::LintedArticle& linted) {
  const bylint::Article& article = linted.article;
  const std::string_view text = article.document().source().text();
  for (const bylint::Finding& finding : linted.findings) {
    const auto line = 1 + std::ranges::count(text.substr(0, finding.span.begin), '\n');
    std::cout << path << ":" << line << ": " << finding.message << " [" << finding.rule << "]\n";
  }
  for (const bylint::Quotation& quotation : article.quotations()) {
    if (quotation.verdict != bylint::Verdict::kAttributed) continue;
    std::cout << article.NameOf(quotation.speaker.person) << ": " << article.Text(quotation.span) << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  const absl::StatusOr<bylint::Linter> linter = bylint::Linter::Make();
  if (!linter.ok()) {
    std::cerr << linter.status().message() << "\n";
    return 2;
  }
  for (int i = 1; i < argc; ++i) {
    const absl::StatusOr<bylint::LintedArticle> linted = linter->Lint(argv[i], ReadFile(argv[i]));
    if (linted.ok()) {
      Show(argv[i], *linted);
    } else {
      std::cerr << argv[i] << ": " << linted.status().message() << "\n";
    }
  }
}
