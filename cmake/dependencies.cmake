# Libraries as Debian 12 packages them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(absl REQUIRED)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)  # its header alone
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)

include(${CMAKE_CURRENT_LIST_DIR}/archives.cmake)
bylint_prefer_archives()
