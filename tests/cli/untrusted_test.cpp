// What a configuration that anybody wrote can make bylint read.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

constexpr std::string_view kArticle = "The seat went to Anna Lindqvist on Monday.\n";

// A repository `site` and a file beside it.
void WriteSite(const Folder& folder) {
  folder.Write("beside.toml", kNames);
  folder.Write("site/news/a.txt", kArticle);
  REQUIRE(folder.Git({"init", "-q", "site"}).exit_code == 0);
}

}  // namespace

TEST_CASE("untrusted: a configuration names no file outside of its repository") {
  const Folder folder;
  WriteSite(folder);
  const std::string absolute = (folder.path() / "beside.toml").string();
  std::filesystem::create_symlink("../beside.toml", folder.path() / "site/link.toml");
  for (const std::string key : {"names", "archive", "baseline"}) {
    for (const std::string& path : {std::string("../beside.toml"), absolute, std::string("link.toml")}) {
      folder.Write("site/bylint.toml", key + " = \"" + path + "\"\n");
      const Ran ran = folder.Bylint({"check", "site"});
      INFO(key << " " << path << "\n" << ran.err);
      CHECK(ran.exit_code == 2);
      CHECK(Contains(ran.err, "site/bylint.toml:1:"));
      CHECK(Contains(ran.err, "error: `" + key + "` is outside of the repository of this file"));
      CHECK(ran.out.empty());
    }
  }
}

TEST_CASE("untrusted: in its repository, and by `extend`, a configuration names what it likes") {
  const Folder folder;
  WriteSite(folder);
  folder.Write("site/names/house.toml", kNames);
  folder.Write("site/news/bylint.toml", "names = \"../names/house.toml\"\n");
  CHECK(Contains(folder.Bylint({"check", "site"}).out, "should be `Lindkvist`"));

  folder.Write("house/bylint.toml", "names = \"names.toml\"\n");
  folder.Write("house/names.toml", kNames);
  folder.Write("site/news/bylint.toml", "extend = \"../../house/bylint.toml\"\n");
  CHECK(Contains(folder.Bylint({"check", "site"}).out, "should be `Lindkvist`"));
}

TEST_CASE("untrusted: without a repository, the folder of the configuration is what it may name files of") {
  const Folder folder;
  folder.Write("beside.toml", kNames);
  folder.Write("news/a.txt", kArticle);
  folder.Write("news/bylint.toml", "names = \"../beside.toml\"\n");
  CHECK(folder.Bylint({"check", "news"}).exit_code == 2);
  folder.Write("news/mine.toml", kNames);
  folder.Write("news/bylint.toml", "names = \"mine.toml\"\n");
  CHECK(Contains(folder.Bylint({"check", "news"}).out, "should be `Lindkvist`"));
}
