#include "bylint/names_list.h"

#include "checker/analysis/folded_name.h"
#include "checker/analysis/names_measure.h"
#include "checker/analysis/names_table.h"

namespace bylint {
namespace {

using internal::FoldedName;

// Of the right forms of an entry the one that a wrong one was most likely meant to be: `Zelensky` for `Zelenksy`, where
// `Zelenskyy` is preferred. The preferred one unless only another is one slip away.
const NamesTable::Form* MeantBy(const NamesTable& table, const NamesTable::Form& wrong) {
  const NamesTable::Entry* entry = table.EntryOf(wrong);
  if (entry == nullptr) return nullptr;
  const FoldedName written(table.Text(wrong.text, wrong.size));
  for (uint32_t f = entry->preferred; f < entry->preferred + entry->forms; ++f) {
    const NamesTable::Form* form = table.FormAt(f);
    if (form == nullptr || form->verdict == NameVerdict::kWrong) continue;
    const FoldedName right(table.Text(form->text, form->size));
    if (internal::CompareSpelling(written.view(), right.view()).edits == 1) return form;
  }
  return table.FormAt(entry->preferred);
}

NameJudgement Describe(const NamesTable& table, const NamesTable::Form& form, NameVerdict verdict) {
  const NamesTable::Entry* entry = table.EntryOf(form);
  const NamesTable::Form* preferred = entry == nullptr ? nullptr : table.FormAt(entry->preferred);
  if (preferred == nullptr) return {};
  return {.verdict = verdict,
          .preferred = table.Text(preferred->text, preferred->size),
          .spelling = table.Text(form.text, form.size),
          .note = table.Text(entry->note, entry->note_size)};
}

// What the table says of a name that reads like `form`.
NameJudgement DescribeWritten(const NamesTable& table, const NamesTable::Form& form) {
  if (form.verdict != NameVerdict::kWrong) return Describe(table, form, form.verdict);
  const NamesTable::Form* meant = MeantBy(table, form);
  return meant == nullptr ? NameJudgement() : Describe(table, *meant, NameVerdict::kWrong);
}

const NamesTable::Form* FindForm(const NamesTable& table, std::string_view name) {
  const FoldedName folded(name);
  return table.FormAt(table.Find(folded.view(), folded.hash()));
}

// What `house` says of the person whom the base knows by `form`: a house entry beats the built-in one.
NameJudgement Overrule(const NamesTable& house, const NamesTable& base, const NamesTable::Form& form) {
  const NamesTable::Entry* entry = base.EntryOf(form);
  if (entry == nullptr) return {};
  for (uint32_t f = entry->preferred; f < entry->preferred + entry->forms; ++f) {
    const NamesTable::Form* other = base.FormAt(f);
    if (other == nullptr || other->verdict == NameVerdict::kWrong) continue;
    const NamesTable::Form* own = FindForm(house, base.Text(other->text, other->size));
    if (own == nullptr || own->verdict == NameVerdict::kWrong) continue;
    const NamesTable::Entry* house_entry = house.EntryOf(*own);
    const NamesTable::Form* preferred = house_entry == nullptr ? nullptr : house.FormAt(house_entry->preferred);
    if (preferred != nullptr) return Describe(house, *preferred, NameVerdict::kWrong);
  }
  return {};
}

// `viktor yanukovych` for `viktor f. yanukovych`; empty where nothing stands between.
std::string WithoutMiddle(std::string_view folded) {
  const size_t first = folded.find(' ');
  const size_t last = folded.rfind(' ');
  if (first == last) return "";
  return std::string(folded.substr(0, first)).append(folded.substr(last));
}

NameJudgement JudgeNear(const NamesTable& table, std::string_view folded) {
  const size_t last = folded.rfind(' ');
  if (last == std::string_view::npos) return {};
  const NamesTable::Form* form =
      table.FormAt(table.FindNear(folded.substr(0, folded.find(' ')), folded.substr(last + 1)));
  return form == nullptr ? NameJudgement() : Describe(table, *form, NameVerdict::kNearMiss);
}

}  // namespace

NamesList::NamesList(std::unique_ptr<const NamesTable> table, const NamesList* base)
    : table_(std::move(table)), base_(base) {}
NamesList::NamesList(NamesList&&) noexcept = default;
NamesList& NamesList::operator=(NamesList&&) noexcept = default;
NamesList::~NamesList() = default;

NamesList NamesList::Make(const std::vector<NameEntry>& entries, const NamesList* base) {
  return NamesList(NamesTable::Make(entries), base);
}

absl::Status NamesList::Save(const std::string& path) const { return table_->Save(path); }

absl::StatusOr<NamesList> NamesList::Map(const std::string& path, const NamesList* base) {
  absl::StatusOr<std::unique_ptr<const NamesTable>> table = NamesTable::Map(path);
  if (!table.ok()) return table.status();
  return NamesList(*std::move(table), base);
}

NameJudgement NamesList::Judge(std::string_view name) const {
  const FoldedName folded(name);
  if (const NamesTable::Form* form = table_->FormAt(table_->Find(folded.view(), folded.hash()))) {
    return DescribeWritten(*table_, *form);
  }
  if (base_ != nullptr) {
    const NamesTable& base = *base_->table_;
    if (const NamesTable::Form* form = base.FormAt(base.Find(folded.view(), folded.hash()))) {
      const NameJudgement overruled = Overrule(*table_, base, *form);
      return overruled.verdict != NameVerdict::kUnknown ? overruled : DescribeWritten(base, *form);
    }
  }
  if (const std::string ends = WithoutMiddle(folded.view()); !ends.empty()) return Judge(ends);
  const NameJudgement near = JudgeNear(*table_, folded.view());
  if (near.verdict != NameVerdict::kUnknown || base_ == nullptr) return near;
  return JudgeNear(*base_->table_, folded.view());
}

bool NamesList::KnowsWord(std::string_view word) const {
  const uint64_t hash = FoldedName(word).hash();
  return table_->KnowsWord(hash) || (base_ != nullptr && base_->table_->KnowsWord(hash));
}

NameKind NamesList::KindOf(std::string_view name) const {
  for (const NamesList* list = this; list != nullptr; list = list->base_) {
    const NamesTable::Form* form = FindForm(*list->table_, name);
    const NamesTable::Entry* entry = form == nullptr ? nullptr : list->table_->EntryOf(*form);
    if (entry != nullptr && form->verdict != NameVerdict::kWrong) return entry->kind;
  }
  return NameKind::kUnknown;
}

size_t NamesList::size() const { return table_->size(); }

}  // namespace bylint
