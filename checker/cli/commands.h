// The sub-commands; each has its file. They return the exit code.
#pragma once

namespace bylint {

struct Arguments;

inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitFailed = 2;  // the job could not be done, or not all of it

int RunCheck(const Arguments& arguments);
int RunQuotes(const Arguments& arguments);
int RunNames(const Arguments& arguments);
int RunChecklist(const Arguments& arguments);
int RunArchive(const Arguments& arguments);
int RunRules(const Arguments& arguments);
int RunExplain(const Arguments& arguments);
int RunLsp(const Arguments& arguments);
int RunInit(const Arguments& arguments);
int RunConfig(const Arguments& arguments);
int RunBaseline(const Arguments& arguments);
int RunCompletions(const Arguments& arguments);
int RunMan(const Arguments& arguments);
int RunReference(const Arguments& arguments);

}  // namespace bylint
