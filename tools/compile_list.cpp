// Compiles a list of data/, one entry a line, into an array that C++ includes.
//
//   compile_list OUTPUT NAME FILE
//
// Writes `constexpr std::string_view NAME[]`. Blank lines and lines that start with `# ` are left out.
#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: compile_list OUTPUT NAME FILE\n";
    return 2;
  }
  std::ifstream in(argv[3]);
  std::ofstream out(argv[1]);
  out << "constexpr std::string_view " << argv[2] << "[] = {\n";
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("# ") || line == "#") continue;
    out << "    R\"entry(" << line << ")entry\",\n";
  }
  out << "};\n";
  if (in.bad() || !out.flush()) {
    std::cerr << "compile_list: " << argv[3] << ": cannot be compiled\n";
    return 1;
  }
}
