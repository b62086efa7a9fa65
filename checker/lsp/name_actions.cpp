#include "checker/lsp/name_actions.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/base/to_absl.h"
#include "checker/lsp/diagnostic.h"
#include "checker/lsp/edits.h"
#include "checker/lsp/uri.h"

namespace bylint::lsp {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kListName = "names.toml";

// A spelling that the article has, and the one that it or the list has elsewhere, both as full as they are known.
struct OddName {
  NameKind kind = NameKind::kPerson;
  std::string odd;
  std::string usual;
};

std::string OnOneLine(std::string text) {
  std::ranges::replace_if(text, [](char c) { return absl::ascii_isspace(static_cast<unsigned char>(c)); }, ' ');
  return text;
}

const Mention* MentionWith(const Article& article, TextSpan word) {
  const auto holds = [&](const Mention& mention) { return mention.span.Contains(word); };
  const auto found = std::ranges::find_if(article.mentions(), holds);
  return found == article.mentions().end() ? nullptr : &*found;
}

// The whole name of whom that word of the article belongs to; the word where that is not known.
std::string FullName(const Article& article, const Mention* mention, TextSpan word) {
  if (mention == nullptr) return std::string(article.Text(word));
  const std::string_view full = article.NameOf(mention->person);
  return std::string(full.empty() ? article.Text(mention->span) : full);
}

OddName NamesOf(const Article& article, const NameFault& fault) {
  const bool listed = fault.kind == NameFaultKind::kMisspelled;
  const Mention* mention = MentionWith(article, listed ? fault.first() : fault.usual);
  const std::string word(listed ? std::string_view(fault.corrections.front().second) : article.Text(fault.usual));
  OddName name;
  if (mention != nullptr && mention->person != kNone) name.kind = article.people()[mention->person].kind;
  name.usual = OnOneLine(listed ? std::string(fault.full_name) : FullName(article, mention, fault.usual));
  name.odd = name.usual;
  const size_t at = name.odd.find(word);
  if (at == std::string::npos) {
    name.odd = OnOneLine(std::string(article.Text(fault.first())));
  } else {
    name.odd.replace(at, word.size(), article.Text(fault.first()));
  }
  return name;
}

// The house's list: the one in force, or one that is to be made beside the configuration or in the workspace.
std::string PathOfList(const Session& session, const CheckedDocument& in) {
  const Profile& profile = *in.checked.profile;
  std::error_code error;
  if (!profile.names_path.empty()) return fs::absolute(profile.names_path, error).lexically_normal();
  if (profile.config != nullptr) {
    return (fs::absolute(profile.config->path, error).parent_path() / kListName).lexically_normal();
  }
  const auto above = [&](const std::string& folder) { return in.document.path().starts_with(folder + "/"); };
  const auto folder = std::ranges::find_if(session.folders, above);
  return folder == session.folders.end() ? "" : (fs::path(*folder) / kListName).string();
}

std::string Quoted(std::string_view name) {
  return absl::StrCat("\"", absl::StrReplaceAll(ToAbsl(name), {{"\\", "\\\\"}, {"\"", "\\\""}}), "\"");
}

std::string Entry(NameKind kind, std::string_view preferred, std::string_view accepted) {
  const std::string_view table = kind == NameKind::kPlace          ? "place"
                                 : kind == NameKind::kOrganisation ? "organisation"
                                                                   : "person";
  std::string entry = absl::StrCat("[[", ToAbsl(table), "]]\npreferred = ", Quoted(preferred), "\n");
  if (!accepted.empty()) absl::StrAppend(&entry, "accepted = [", Quoted(accepted), "]\n");
  return entry;
}

// The edit that puts the entry behind all others; null where the client cannot make the file.
Json AppendEntry(Session& session, const std::string& path, const std::string& entry) {
  const OpenDocument* open = session.FindByPath(path);
  const std::optional<std::string> stored = open == nullptr ? ReadClosedFile(path) : std::string(open->text());
  if (!stored && !session.client.creates_files) return {};
  const std::string& text = stored ? *stored : "";
  const std::string_view gap = text.empty() ? "" : text.ends_with('\n') ? "\n" : "\n\n";
  const Json end =
      ToJson(LineIndex(text).ToPosition(text, static_cast<uint32_t>(text.size()), session.client.encoding));
  Json edits =
      Json::array({{{"range", {{"start", end}, {"end", end}}}, {"newText", absl::StrCat(ToAbsl(gap), entry)}}});
  const std::optional<int64_t> version = open == nullptr ? std::nullopt : std::optional(open->version());
  return WorkspaceEditJson(
      session.client, {{.uri = UriOfPath(path), .version = version, .edits = std::move(edits), .is_new = !stored}});
}

void AppendAction(Session& session, const std::string& path, std::string title, const std::string& entry,
                  const Json& diagnostics, Json& actions) {
  Json edit = AppendEntry(session, path, entry);
  if (edit.is_null()) return;
  actions.push_back(
      {{"title", std::move(title)}, {"kind", "quickfix"}, {"diagnostics", diagnostics}, {"edit", std::move(edit)}});
}

}  // namespace

void AppendNameActions(Session& session, const CheckedDocument& in, SourceSpan range, Json& actions) {
  if (in.checked.profile == nullptr) return;
  const std::string path = PathOfList(session, in);
  if (path.empty()) return;
  const Article& article = in.checked.article;
  for (const Finding& finding : in.checked.findings) {
    if (finding.group != Group::kNames || finding.span.begin > range.end || finding.span.end < range.begin) continue;
    const auto reported = [&](const NameFault& fault) {
      return article.document().ToSource(fault.first()) == finding.span;
    };
    const auto fault = std::ranges::find_if(article.name_faults(), reported);
    if (fault == article.name_faults().end()) continue;
    const OddName name = NamesOf(article, *fault);
    const Json diagnostics = DiagnosticsJson(session.client, ViewOf(in.document), {&finding, 1});
    const std::string list = fs::path(path).filename();
    AppendAction(session, path, absl::StrCat("Accept `", name.odd, "` in ", list),
                 Entry(name.kind, name.usual, name.odd), diagnostics, actions);
    AppendAction(session, path, absl::StrCat("Prefer `", name.odd, "` in ", list), Entry(name.kind, name.odd, ""),
                 diagnostics, actions);
  }
}

}  // namespace bylint::lsp
