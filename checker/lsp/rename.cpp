// textDocument/prepareRename and rename: one word of a person's name, wherever this person is named with it.
//
// Possessive endings stay, and what stands inside quotation marks is left alone unless the user's settings say
// otherwise: quoted words are the speaker's.
#include <algorithm>
#include <map>

#include "absl/strings/match.h"
#include "checker/base/to_absl.h"
#include "checker/engine/discovery.h"
#include "checker/lsp/edits.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/place.h"
#include "checker/lsp/uri.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kQuotedAnnotation = "inside-quotation";
constexpr std::string_view kNothingHere = "there is no name of a person here";

struct NameWord {
  PersonIndex person;
  TextSpan span;  // without a possessive ending
};

std::optional<NameWord> NameWordAt(const Article& article, uint32_t offset) {
  const MentionIndex index = MentionAt(article, offset);
  if (index == kNone || article.mentions()[index].person == kNone) return std::nullopt;
  const Mention& mention = article.mentions()[index];
  for (const Token& token : article.Tokens(mention.tokens)) {
    if (!token.IsWord() || !Touches(article.document().ToSource(token.Stem()), offset)) continue;
    return NameWord{mention.person, token.Stem()};
  }
  return std::nullopt;
}

// What is to be written anew: a spelling of one person.
struct Renaming {
  std::string old_word;
  std::string new_word;
  std::string full_name;  // of the person, who is the same one in other files when it is the same there
  QuotedRename in_quotations = QuotedRename::kNever;
};

// Edits of one article, in order.
Json EditsOf(const CheckedDocument& in, const ClientFeatures& client, const Renaming& renaming, PersonIndex person,
             bool& annotated) {
  const Article& article = in.checked.article;
  Json edits = Json::array();
  for (const Mention& mention : article.mentions()) {
    if (mention.person != person) continue;
    if (mention.in_quotation && renaming.in_quotations == QuotedRename::kNever) continue;
    for (const Token& token : article.Tokens(mention.tokens)) {
      const TextSpan word = token.Stem();
      if (article.Text(word) != renaming.old_word || !article.document().IsVerbatim(word)) continue;
      Json edit = {{"range", RangeOf(in, client, word)}, {"newText", renaming.new_word}};
      if (mention.in_quotation && renaming.in_quotations == QuotedRename::kAsk) {
        edit["annotationId"] = kQuotedAnnotation;
        annotated = true;
      }
      edits.push_back(std::move(edit));
    }
  }
  return edits;
}

PersonIndex PersonNamed(const Article& article, std::string_view full_name) {
  for (PersonIndex i = 0; i < article.people().size(); ++i) {
    if (article.NameOf(i) == full_name) return i;
  }
  return kNone;
}

// Texts of the workspace that are not open and hold the word, by path.
std::map<std::string, std::string> ClosedTextsWith(Session& session, std::string_view word) {
  std::map<std::string, std::string> texts;
  for (const InputFile& file : DiscoverFiles(session.folders).files) {
    if (session.FindByPath(file.path) != nullptr) continue;
    std::optional<std::string> text = ReadClosedFile(file.path);
    if (!text || !absl::StrContains(*text, ToAbsl(word))) continue;
    texts.emplace(file.path, *std::move(text));
  }
  return texts;
}

class WorkspaceRenaming {
 public:
  WorkspaceRenaming(Session& session, const Renaming& renaming) : session_(session), renaming_(renaming) {}

  void Add(const CheckedDocument& in, PersonIndex person, std::optional<int64_t> version) {
    if (person == kNone) return;
    Json edits = EditsOf(in, session_.client, renaming_, person, annotated_);
    if (!edits.empty()) documents_.push_back({in.document.uri(), version, std::move(edits)});
  }
  void AddOthers(std::string_view uri) {
    for (auto& [other_uri, document] : session_.documents) {
      const Checked* checked = other_uri == uri ? nullptr : document.Check(session_.checker);
      if (checked != nullptr) AddNamed({document, *checked}, document.version());
    }
    for (auto& [path, text] : ClosedTextsWith(session_, renaming_.old_word)) {
      OpenDocument document(UriOfPath(path), "", 0, text);
      const Checked* checked = document.Check(session_.checker);
      if (checked != nullptr) AddNamed({document, *checked}, std::nullopt);
    }
  }
  Json Result() && {
    Json annotations;
    if (annotated_) {
      annotations = {{kQuotedAnnotation,
                      {{"label", "Inside quotation marks"},
                       {"needsConfirmation", true},
                       {"description", "the words of the one who is quoted"}}}};
    }
    return WorkspaceEditJson(session_.client, std::move(documents_), std::move(annotations));
  }

 private:
  void AddNamed(const CheckedDocument& in, std::optional<int64_t> version) {
    Add(in, PersonNamed(in.checked.article, renaming_.full_name), version);
  }

  Session& session_;
  const Renaming& renaming_;
  std::vector<DocumentEdits> documents_;
  bool annotated_ = false;
};

bool IsName(std::string_view text) {
  return !text.empty() && text.find_first_of("\r\n\t") == std::string_view::npos &&
         text.find_first_not_of(' ') != std::string_view::npos;
}

// Asking needs a client that can ask.
QuotedRename InQuotations(const Session& session) {
  const QuotedRename wanted = session.settings.rename_in_quotations;
  const bool can_ask = session.client.annotated_edits && session.client.versioned_edits;
  return wanted == QuotedRename::kAsk && !can_ask ? QuotedRename::kNever : wanted;
}

}  // namespace

Reply PrepareRename(Session& session, const Json& params) {
  const std::optional<Place> place = PlaceOf(session, params);
  if (!place) return Answer(Json());
  const std::optional<NameWord> word = NameWordAt(place->article(), place->offset);
  if (!word) return Answer(Json());
  return Answer(
      {{"range", RangeOf(*place, session.client, word->span)}, {"placeholder", place->article().Text(word->span)}});
}

Reply Rename(Session& session, const Json& params) {
  const std::optional<Place> place = PlaceOf(session, params);
  if (!place) return Refuse(ErrorCode::kRequestFailed, std::string(kNothingHere));
  const Article& article = place->article();
  const std::optional<NameWord> word = NameWordAt(article, place->offset);
  if (!word) return Refuse(ErrorCode::kRequestFailed, std::string(kNothingHere));
  const std::string_view new_word = StringOr(At(params, "newName"));
  if (!IsName(new_word)) return Refuse(ErrorCode::kInvalidParams, "the new name is empty or has line breaks");
  const Renaming renaming{.old_word = std::string(article.Text(word->span)),
                          .new_word = std::string(new_word),
                          .full_name = std::string(article.NameOf(word->person)),
                          .in_quotations = InQuotations(session)};
  WorkspaceRenaming result(session, renaming);
  result.Add(*place, word->person, place->document.version());
  if (session.settings.rename_in_workspace) result.AddOthers(place->document.uri());
  return Answer(std::move(result).Result());
}

}  // namespace bylint::lsp
