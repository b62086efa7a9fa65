#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "bylint/names_list.h"
#include "checker/analysis/names_evidence.h"
#include "checker/analysis/names_measure.h"
#include "checker/analysis/names_skeleton.h"
#include "checker/engine/names_file.h"

namespace bylint {
namespace {

constexpr std::string_view kHouse =
    "[[person]]\npreferred = \"Volodymyr Zelensky\"\nnever = [\"Zelenskiy\"]\nsince = 2022-03-01\nnote = \"his own\"\n"
    "[[place]]\npreferred = \"Lake Okwari\"\naccepted = [\"Okwari Lake\"]\n";

TEST_CASE("names list: a wrong form is corrected to the right one that was meant") {
  const NamesList list = NamesList::Make(
      {{.preferred = "Olena Zelenskyy", .accepted = {"Olena Zelensky"}, .never = {"Olena Zelenksy", "Olena Selenski"}}},
      nullptr);
  CHECK(list.Judge("Olena Zelenksy").spelling == "Olena Zelensky");
  CHECK(list.Judge("Olena Selenski").spelling == "Olena Zelenskyy");
}

TEST_CASE("names list: capitals and apostrophes do not matter") {
  const NamesList list = NamesList::Make({{.preferred = "Conan O'Brien", .never = {"Conan O'Brian"}}}, nullptr);
  CHECK(list.Judge("CONAN O’BRIEN").verdict == NameVerdict::kPreferred);
  CHECK(list.Judge("Conan O’Brian").verdict == NameVerdict::kWrong);
  CHECK(list.Judge("Conan O’Brian").preferred == "Conan O'Brien");
}

TEST_CASE("names list: one letter off a full name, the given name equal") {
  const NamesList list = NamesList::Make({{.preferred = "Volodymyr Zelenskyy"}, {.preferred = "John Kerry"}}, nullptr);
  for (const char* wrong :
       {"Volodymyr Zalenskyy", "Volodymyr Zelensky", "Volodymyr Zelesnkyy", "Volodymyr Zelenskkyy"}) {
    CAPTURE(wrong);
    CHECK(list.Judge(wrong).verdict == NameVerdict::kNearMiss);
  }
  for (const char* other :
       {"Boris Zalenskyy", "Zalenskyy", "Volodymyr Zalanskyy", "John Kerr", "John Berry", "", " "}) {
    CAPTURE(other);
    CHECK(list.Judge(other).verdict == NameVerdict::kUnknown);
  }
}

TEST_CASE("names list: the house beats the built-in list") {
  const absl::StatusOr<NamesList> house = ParseNames(kHouse, "names.toml");
  REQUIRE(house.ok());
  CHECK(house->Judge("Volodymyr Zelensky").verdict == NameVerdict::kPreferred);
  CHECK(house->Judge("Volodymyr Zelenskyy").verdict == NameVerdict::kWrong);
  CHECK(house->Judge("Zelenskiy").note == "his own, since 2022-03-01");
  CHECK(house->Judge("Okwari Lake").verdict == NameVerdict::kAccepted);
  CHECK(house->Judge("Vladimir Putin").verdict == NamesList::BuiltIn().Judge("Vladimir Putin").verdict);
}

TEST_CASE("names.toml: what is wrong is said with its place") {
  const auto message = [](std::string_view text) {
    const absl::StatusOr<NamesList> list = ParseNames(text, "names.toml");
    return list.ok() ? std::string() : std::string(list.status().message());
  };
  CHECK(message("[[person]]\nprefered = \"A B\"\n").starts_with("names.toml:2:1: unknown key `prefered`"));
  CHECK(message("[[persons]]\n").starts_with("names.toml:1:"));
  CHECK(message("[[person]]\n").find("needs `preferred`") != std::string::npos);
  CHECK(message("[[person]]\npreferred = 3\n").starts_with("names.toml:2:13: a string expected"));
  CHECK(message("[[person]\n").starts_with("names.toml:1:"));
  CHECK(message("").empty());
}

TEST_CASE("names list: a saved list is mapped back, a damaged one refused") {
  const absl::StatusOr<NamesList> list = ParseNames(kHouse, "names.toml");
  REQUIRE(list.ok());
  std::string path = std::filesystem::temp_directory_path() / "bylint-names-XXXXXX";
  const int descriptor = mkstemp(path.data());
  REQUIRE(descriptor >= 0);
  close(descriptor);
  REQUIRE(list->Save(path).ok());
  const absl::StatusOr<NamesList> mapped = NamesList::Map(path, nullptr);
  REQUIRE(mapped.ok());
  CHECK(mapped->Judge("Zelenskiy").preferred == "Volodymyr Zelensky");
  std::FILE* file = std::fopen(path.c_str(), "ab");
  REQUIRE(file != nullptr);
  std::fputs("x", file);
  std::fclose(file);
  CHECK_FALSE(NamesList::Map(path, nullptr).ok());
  std::remove(path.c_str());
  CHECK_FALSE(NamesList::Map(path, nullptr).ok());
}

TEST_CASE("name measure: slips and transliterations are nearer than other letters") {
  using internal::CompareSpelling;
  CHECK(CompareSpelling("lindqivst", "lindqvist").how == Spelling::kTransposed);
  CHECK(CompareSpelling("okerreke", "okereke").how == Spelling::kDoubled);
  CHECK(CompareSpelling("manfort", "manafort").how == Spelling::kDropped);
  CHECK(CompareSpelling("zalensky", "zelensky").how == Spelling::kVowel);
  CHECK(CompareSpelling("arevalo", "arévalo").how == Spelling::kAccent);
  CHECK(CompareSpelling("zelenskiy", "zelensky").how == Spelling::kTransliteration);
  CHECK(CompareSpelling("osama", "obama").cost >= internal::kPlainEdit);
  CHECK(CompareSpelling("lindqvist", "lindqvist").cost == 0);
  CHECK(CompareSpelling(std::string(60, 'a'), "a").cost == internal::kFarApart);
}

TEST_CASE("name evidence: words of one family are no spellings of each other") {
  using internal::IsDerived;
  for (const auto& [a, b] : {std::pair("clintons", "clinton"),
                             {"orlova", "orlov"},
                             {"trumpian", "trump"},
                             {"kansans", "kansas"},
                             {"rican", "rico"},
                             {"satanist", "satanism"},
                             {"angels", "angeles"}}) {
    CAPTURE(a, b);
    CHECK(IsDerived(a, b));
    CHECK(IsDerived(b, a));
  }
  CHECK_FALSE(IsDerived("abbott", "abbot"));
  CHECK_FALSE(IsDerived("lindqivst", "lindqvist"));
}

TEST_CASE("name skeleton: transliterations of a name have one") {
  using internal::MayBeOneName;
  using internal::SkeletonOf;
  CHECK(SkeletonOf("mohammed") == SkeletonOf("muhamad"));
  CHECK(SkeletonOf("chernov") == SkeletonOf("tchernov"));
  CHECK(MayBeOneName("Ayman Al Zawahiri", "Aiman al-Zawahri"));
  CHECK_FALSE(MayBeOneName("Ayman Al Zawahiri", "Hasan Nasrallah"));
  CHECK_FALSE(MayBeOneName("Anna", "Anna"));
}

}  // namespace
}  // namespace bylint
