// textDocument/definition, references, documentHighlight: where a person stands in the article.
#include "checker/lsp/methods.h"
#include "checker/lsp/place.h"

namespace bylint::lsp {
namespace {

struct FoundPerson {
  Place place;
  PersonIndex person;
};

std::optional<FoundPerson> FindPerson(Session& session, const Json& params) {
  const std::optional<Place> place = PlaceOf(session, params);
  if (!place) return std::nullopt;
  const PersonIndex person = PersonAt(place->article(), place->offset);
  if (person == kNone) return std::nullopt;
  return FoundPerson{*place, person};
}

}  // namespace

Reply Definition(Session& session, const Json& params) {
  const std::optional<FoundPerson> found = FindPerson(session, params);
  if (!found) return Answer(Json());
  const Article& article = found->place.article();
  const Mention& fullest = article.mentions()[article.people()[found->person].fullest];
  return Answer(LocationOf(found->place, session.client, fullest.span));
}

Reply References(Session& session, const Json& params) {
  const std::optional<FoundPerson> found = FindPerson(session, params);
  if (!found) return Answer(Json());
  const Article& article = found->place.article();
  const MentionIndex definition = article.people()[found->person].fullest;
  const bool with_definition = BoolOr(At(params, {"context", "includeDeclaration"}), true);
  Json locations = Json::array();
  for (MentionIndex i = 0; i < article.mentions().size(); ++i) {
    if (article.mentions()[i].person != found->person) continue;
    if (i == definition && !with_definition) continue;
    locations.push_back(LocationOf(found->place, session.client, article.mentions()[i].span));
  }
  for (const Quotation& quotation : article.quotations()) {
    if (!quotation.has_speaker() || quotation.speaker.person != found->person) continue;
    locations.push_back(LocationOf(found->place, session.client, quotation.span));
  }
  return Answer(std::move(locations));
}

Reply DocumentHighlight(Session& session, const Json& params) {
  const std::optional<Place> place = PlaceOf(session, params);
  if (!place) return Answer(Json());
  const Article& article = place->article();
  const MentionIndex at = MentionAt(article, place->offset);
  if (at == kNone || article.mentions()[at].person == kNone) return Answer(Json());
  Json highlights = Json::array();
  for (const Mention& mention : article.mentions()) {
    if (mention.person != article.mentions()[at].person) continue;
    highlights.push_back({{"range", RangeOf(*place, session.client, mention.span)}});
  }
  return Answer(std::move(highlights));
}

}  // namespace bylint::lsp
