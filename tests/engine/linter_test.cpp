#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "bylint/engine.h"

namespace bylint {
namespace {

constexpr std::string_view kFaulty =
    "The council met on Monday.\n\n“The road opens in May, the work is done.” Work began last year.\n";

std::string WriteConfig(std::string_view text) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "bylint-linter-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "bylint.toml", std::ios::binary) << text;
  return folder / "bylint.toml";
}

TEST_CASE("linter: finds what the program finds, and hands the article over") {
  const absl::StatusOr<Linter> linter = Linter::Make();
  REQUIRE(linter.ok());
  const absl::StatusOr<LintedArticle> linted = linter->Lint("a.md", std::string(kFaulty));
  REQUIRE(linted.ok());
  REQUIRE(linted->findings.size() == 1);
  CHECK(linted->findings[0].rule == "unattributed-quote");
  CHECK(linted->article.quotations().size() == 1);
  CHECK(linter->Lint("a.md", "<!-- bylint: ignore-next all -->\n" + std::string(kFaulty.substr(28)))->findings.empty());
  CHECK(linter->Lint("a.txt", std::string("a\0b", 3)).status().code() == absl::StatusCode::kFailedPrecondition);
  CHECK(linter->Lint("a.txt", "Caf\xE9").status().code() == absl::StatusCode::kInvalidArgument);
}

TEST_CASE("linter: a configuration is in force, or what is wrong with it is said") {
  const absl::StatusOr<Linter> linter =
      Linter::Make(WriteConfig("[[paths]]\nfiles = [\"letters/**\"]\nignore = [\"attribution\"]\n"));
  REQUIRE(linter.ok());
  const std::string folder = std::filesystem::temp_directory_path() / "bylint-linter-test";
  CHECK(linter->Lint(folder + "/news/a.txt", std::string(kFaulty))->findings.size() == 1);
  CHECK(linter->Lint(folder + "/letters/a.txt", std::string(kFaulty))->findings.empty());
  const absl::StatusOr<Linter> broken = Linter::Make(WriteConfig("ignroe = []\n"));
  REQUIRE_FALSE(broken.ok());
  CHECK(std::string(broken.status().message()).find("did you mean `ignore`?") != std::string::npos);
}

TEST_CASE("linter: any number of threads may use one") {
  const absl::StatusOr<Linter> linter = Linter::Make();
  REQUIRE(linter.ok());
  std::vector<size_t> found(8);
  std::vector<std::thread> threads;
  for (size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] { found[i] = linter->Lint("a.txt", std::string(kFaulty))->findings.size(); });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found == std::vector<size_t>(8, 1));
}

}  // namespace
}  // namespace bylint
