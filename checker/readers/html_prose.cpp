// Gumbo reads the page as a browser would; this walks over its tree and takes the prose out. Gumbo says where
// each text stands in the file but not where each of its characters does, so text and file are read side by
// side: they differ in character references, line ends, and tags that gumbo dropped.
#include "checker/readers/html_prose.h"

#include <gumbo.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <vector>

#include "checker/base/utf8.h"
#include "checker/readers/entities.h"
#include "checker/readers/html_limits.h"
#include "checker/readers/html_page.h"
#include "checker/readers/template_mask.h"

namespace bylint::internal {
namespace {

// What an element does to the prose.
enum class Role : uint8_t {
  kInline,  // followed, in the block it stands in
  kBlock,   // followed; its text is blocks of their own
  kMasked,  // not followed
  kObject,  // not followed, leaves an object in running text
  kLineBreak,
  kQuotation,  // `<q>`
};

struct ElementRole {
  GumboTag tag;
  Role role;
};

constexpr ElementRole kRoles[] = {
    {GUMBO_TAG_ADDRESS, Role::kBlock},   {GUMBO_TAG_ARTICLE, Role::kBlock},    {GUMBO_TAG_ASIDE, Role::kMasked},
    {GUMBO_TAG_AUDIO, Role::kObject},    {GUMBO_TAG_BLOCKQUOTE, Role::kBlock}, {GUMBO_TAG_BODY, Role::kBlock},
    {GUMBO_TAG_BR, Role::kLineBreak},    {GUMBO_TAG_BUTTON, Role::kMasked},    {GUMBO_TAG_CANVAS, Role::kObject},
    {GUMBO_TAG_CAPTION, Role::kBlock},   {GUMBO_TAG_CENTER, Role::kBlock},     {GUMBO_TAG_CODE, Role::kObject},
    {GUMBO_TAG_DD, Role::kBlock},        {GUMBO_TAG_DEL, Role::kMasked},       {GUMBO_TAG_DETAILS, Role::kBlock},
    {GUMBO_TAG_DIV, Role::kBlock},       {GUMBO_TAG_DL, Role::kBlock},         {GUMBO_TAG_DT, Role::kBlock},
    {GUMBO_TAG_EMBED, Role::kObject},    {GUMBO_TAG_FIELDSET, Role::kBlock},   {GUMBO_TAG_FIGCAPTION, Role::kBlock},
    {GUMBO_TAG_FIGURE, Role::kBlock},    {GUMBO_TAG_FOOTER, Role::kMasked},    {GUMBO_TAG_FORM, Role::kBlock},
    {GUMBO_TAG_H1, Role::kBlock},        {GUMBO_TAG_H2, Role::kBlock},         {GUMBO_TAG_H3, Role::kBlock},
    {GUMBO_TAG_H4, Role::kBlock},        {GUMBO_TAG_H5, Role::kBlock},         {GUMBO_TAG_H6, Role::kBlock},
    {GUMBO_TAG_HEAD, Role::kMasked},     {GUMBO_TAG_HEADER, Role::kBlock},     {GUMBO_TAG_HGROUP, Role::kBlock},
    {GUMBO_TAG_HR, Role::kBlock},        {GUMBO_TAG_HTML, Role::kBlock},       {GUMBO_TAG_IFRAME, Role::kMasked},
    {GUMBO_TAG_IMG, Role::kObject},      {GUMBO_TAG_KBD, Role::kObject},       {GUMBO_TAG_LI, Role::kBlock},
    {GUMBO_TAG_MAIN, Role::kBlock},      {GUMBO_TAG_MATH, Role::kObject},      {GUMBO_TAG_NAV, Role::kMasked},
    {GUMBO_TAG_NOSCRIPT, Role::kMasked}, {GUMBO_TAG_OBJECT, Role::kObject},    {GUMBO_TAG_OL, Role::kBlock},
    {GUMBO_TAG_P, Role::kBlock},         {GUMBO_TAG_PRE, Role::kMasked},       {GUMBO_TAG_Q, Role::kQuotation},
    {GUMBO_TAG_SAMP, Role::kObject},     {GUMBO_TAG_SCRIPT, Role::kMasked},    {GUMBO_TAG_SECTION, Role::kBlock},
    {GUMBO_TAG_SELECT, Role::kMasked},   {GUMBO_TAG_STYLE, Role::kMasked},     {GUMBO_TAG_SUMMARY, Role::kBlock},
    {GUMBO_TAG_SVG, Role::kObject},      {GUMBO_TAG_TABLE, Role::kBlock},      {GUMBO_TAG_TBODY, Role::kBlock},
    {GUMBO_TAG_TD, Role::kBlock},        {GUMBO_TAG_TEMPLATE, Role::kMasked},  {GUMBO_TAG_TEXTAREA, Role::kMasked},
    {GUMBO_TAG_TFOOT, Role::kBlock},     {GUMBO_TAG_TH, Role::kBlock},         {GUMBO_TAG_THEAD, Role::kBlock},
    {GUMBO_TAG_TITLE, Role::kMasked},    {GUMBO_TAG_TR, Role::kBlock},         {GUMBO_TAG_UL, Role::kBlock},
    {GUMBO_TAG_VIDEO, Role::kObject}};

Role RoleOf(GumboTag tag) {
  const auto* found = std::ranges::find(kRoles, tag, &ElementRole::tag);
  return found == std::end(kRoles) ? Role::kInline : found->role;
}

std::string_view View(GumboStringPiece piece) { return {piece.data, piece.length}; }

bool HasValue(const GumboElement& element, const char* attribute, std::string_view value) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, attribute);
  return found != nullptr && std::string_view(found->value).find(value) != std::string_view::npos;
}

// Neither shown to readers nor part of what the article says.
bool IsHidden(const GumboElement& element) {
  return gumbo_get_attribute(&element.attributes, "hidden") != nullptr || HasValue(element, "aria-hidden", "true") ||
         HasValue(element, "role", "navigation");
}

bool IsSkipped(const GumboElement& element) { return IsHidden(element) || IsFurniture(element); }

// Footnote numbers: `<sup><a href="#note-1">1</a></sup>`.
bool IsNoteReference(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_SUP || element.children.length != 1) return false;
  const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
  return child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_A;
}

const GumboVector* ChildrenOf(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
      return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
      return &node->v.element.children;
    default:
      return nullptr;
  }
}

using GumboTree = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

GumboTree ParseHtml(std::string_view html, const GumboOptions& options) {
  const std::string_view readable = html.substr(0, ReadablePrefix(html));
  return {gumbo_parse_with_options(&options, readable.data(), readable.size()),
          [](GumboOutput* tree) { gumbo_destroy_output(&kGumboDefaultOptions, tree); }};
}

std::vector<const GumboNode*> NodesOf(const GumboNode* node) {
  const GumboVector* children = ChildrenOf(node);
  std::vector<const GumboNode*> nodes;
  for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
    nodes.push_back(static_cast<const GumboNode*>(children->data[i]));
  }
  return nodes;
}

std::vector<const GumboNode*> ElementsOf(const GumboNode* node) {
  std::vector<const GumboNode*> elements = NodesOf(node);
  std::erase_if(elements, [](const GumboNode* child) { return child->type != GUMBO_NODE_ELEMENT; });
  return elements;
}

class HtmlWalker {
 public:
  // `base` is the offset of the HTML in the builder's source.
  HtmlWalker(std::string_view html, uint32_t base, uint8_t quote_depth, DocumentBuilder& builder)
      : html_(html.data()), base_(base), last_(base), builder_(builder) {
    const BlockKind kind = quote_depth > 0 ? BlockKind::kBlockQuote : BlockKind::kParagraph;
    contexts_.push_back({.kind = kind, .quote_depth = quote_depth});
  }

  // Depth first, by the links between nodes: a deep page must not use up the stack.
  void Walk(const GumboNode* root) {
    const GumboNode* node = root;
    while (true) {
      const GumboVector* children = ChildrenOf(node);
      if (Enter(node) && children != nullptr && children->length > 0) {
        node = static_cast<const GumboNode*>(children->data[0]);
        continue;
      }
      Leave(node);
      while (node != root && IsLastChild(node)) Leave(node = node->parent);
      if (node == root) break;
      node = static_cast<const GumboNode*>(ChildrenOf(node->parent)->data[node->index_within_parent + 1]);
    }
    builder_.EndBlock();
  }

  // Those that are its children.
  void AddCommentsOf(const GumboNode* node) {
    for (const GumboNode* child : NodesOf(node)) {
      if (child->type == GUMBO_NODE_COMMENT) AddComment(child->v.text.original_text);
    }
  }

 private:
  static bool IsLastChild(const GumboNode* node) {
    return node->index_within_parent + 1 >= ChildrenOf(node->parent)->length;
  }

  // Returns whether to go on with its children.
  bool Enter(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
        AppendText(node->v.text);
        return false;
      case GUMBO_NODE_WHITESPACE:
        if (Offset(node->v.text.original_text) != kNowhere) builder_.AppendSource(Span(node->v.text.original_text));
        return false;
      case GUMBO_NODE_COMMENT:
        AddComment(node->v.text.original_text);
        return false;
      case GUMBO_NODE_ELEMENT:
        return EnterElement(node->v.element);
      case GUMBO_NODE_DOCUMENT:
        return true;
      default:
        return false;
    }
  }

  bool EnterElement(const GumboElement& element) {
    if (IsSkipped(element) || IsNoteReference(element)) return false;
    switch (RoleOf(element.tag)) {
      case Role::kInline:
        return true;
      case Role::kMasked:
        // `<footer>` in a block quotation says where it is from.
        return element.tag == GUMBO_TAG_FOOTER && contexts_.back().quote_depth > 0;
      case Role::kObject:
        builder_.AppendObject(Span(element.original_tag));
        return false;
      case Role::kLineBreak:
        builder_.AppendDecoded("\n", Span(element.original_tag));
        return false;
      case Role::kQuotation:
        AppendDecoded(quotation_depth_++ % 2 == 0 ? "“" : "‘", Span(element.original_tag));
        return true;
      case Role::kBlock:
        builder_.EndBlock();
        contexts_.push_back(ContextOf(element));
        return true;
    }
    return true;
  }

  void Leave(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboElement& element = node->v.element;
    if (IsSkipped(element)) return;
    const Role role = RoleOf(element.tag);
    if (role == Role::kQuotation) {
      AppendDecoded(--quotation_depth_ % 2 == 0 ? "”" : "’", Span(element.original_end_tag));
    } else if (role == Role::kBlock) {
      builder_.EndBlock();
      contexts_.pop_back();
    }
  }

  Block ContextOf(const GumboElement& element) const {
    Block context = contexts_.back();
    switch (element.tag) {
      case GUMBO_TAG_BLOCKQUOTE:
        context.kind = BlockKind::kBlockQuote;
        if (context.quote_depth < UINT8_MAX) ++context.quote_depth;
        break;
      case GUMBO_TAG_CAPTION:
      case GUMBO_TAG_FIGCAPTION:
        context.kind = BlockKind::kCaption;
        break;
      case GUMBO_TAG_DD:
      case GUMBO_TAG_LI:
      case GUMBO_TAG_TD:
        context.kind = BlockKind::kListItem;
        break;
      case GUMBO_TAG_DT:
      case GUMBO_TAG_TH:
        context.kind = BlockKind::kHeading;
        break;
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6:
        context.heading_level = static_cast<uint8_t>(element.tag - GUMBO_TAG_H1 + 1);
        context.kind =
            element.tag == GUMBO_TAG_H1 && !builder_.has_headline() ? BlockKind::kHeadline : BlockKind::kHeading;
        break;
      default:
        break;
    }
    if (HasValue(element, "class", "byline")) context.kind = BlockKind::kByline;
    return context;
  }

  void BeginBlockIfNone() {
    if (!builder_.in_block()) builder_.BeginBlock(contexts_.back());
  }

  void AppendDecoded(std::string_view text, SourceSpan span) {
    BeginBlockIfNone();
    builder_.AppendDecoded(text, span);
  }

  // The text as gumbo read it, found again in the file character by character.
  void AppendText(const GumboText& node) {
    if (Offset(node.original_text) == kNowhere) return;
    const std::string_view text = node.text;
    const std::string_view source = View(node.original_text);
    const uint32_t base = Offset(node.original_text);
    if (!builder_.in_block() && text.find_first_not_of(" \t\r\n\f") == std::string_view::npos) return;
    BeginBlockIfNone();
    size_t verbatim = 0;  // start of the stretch of `source` that is yet to be appended
    size_t at = 0;
    const auto flush = [&](size_t end, size_t next) {
      builder_.AppendSource({base + static_cast<uint32_t>(verbatim), base + static_cast<uint32_t>(end)});
      verbatim = next;
    };
    for (size_t i = 0; i < text.size() && at < source.size();) {
      if (source[at] == '&') {
        const Decoded decoded = DecodeAt(source, at, text.substr(i));
        if (decoded.source_size > 0) {
          flush(at, at + decoded.source_size);
          builder_.AppendDecoded(
              text.substr(i, decoded.text_size),
              {base + static_cast<uint32_t>(at), base + static_cast<uint32_t>(at + decoded.source_size)});
          at += decoded.source_size;
          i += decoded.text_size;
          continue;
        }
      }
      if (source[at] == '<' && text[i] != '<') {  // a tag that gumbo dropped
        const size_t end = std::min(source.find('>', at), source.size() - 1) + 1;
        flush(at, end);
        at = end;
        continue;
      }
      if (source[at] == '\r' && text[i] == '\n') {
        // CR LF is one line end to gumbo; the CR stays in the prose, where it is white space.
        if (at + 1 == source.size() || source[at + 1] != '\n') ++i;
        ++at;
        continue;
      }
      if (IsReplaced(source.substr(at), text.substr(i))) {
        at += DecodeUtf8(source, at).size;
        i += kReplacement.size();
        continue;
      }
      ++at;
      ++i;
    }
    // Where the two went apart after all, never within a character.
    while (at < source.size() && IsContinuation(source[at])) ++at;
    flush(at, at);
    last_ = base + static_cast<uint32_t>(at);
  }

  struct Decoded {
    size_t source_size = 0;  // 0: the `&` is an ampersand
    size_t text_size = 0;
  };

  static Decoded DecodeAt(std::string_view source, size_t at, std::string_view text) {
    const Reference known = ReadReference(source.substr(at, 64));
    if (known.size > 0 && text.starts_with(known.text)) return {known.size, known.text.size()};
    if (text.starts_with(source.substr(at, std::min<size_t>(2, source.size() - at)))) return {};
    if (text.starts_with('&') && IsReplaced(source.substr(at + 1), text.substr(1))) return {};
    // A name that only gumbo knows: one character or two, then text and source go on alike.
    size_t end = at + 1;
    while (end < source.size() && end - at < 40 && IsAlphanumeric(source[end])) ++end;
    if (end < source.size() && source[end] == ';') ++end;
    size_t size = DecodeUtf8(text, 0).size;
    const bool two = size < text.size() && end < source.size() && text[size] != source[end] && source[end] != '&' &&
                     source[end] != '<';
    if (two) size += DecodeUtf8(text, size).size;
    return {end - at, size};
  }

  // Control characters, and code points that are none, are U+FFFD to gumbo.
  static constexpr std::string_view kReplacement = "\uFFFD";
  static bool IsReplaced(std::string_view source, std::string_view text) {
    return text.starts_with(kReplacement) && !source.starts_with(kReplacement);
  }

  static bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

  static bool IsAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  void AddComment(GumboStringPiece original) {
    if (Offset(original) == kNowhere || !View(original).starts_with("<!--")) return;
    SourceSpan content = Span(original);
    content.begin += 4;
    if (View(original).ends_with("-->") && content.size() >= 3) content.end -= 3;
    builder_.AddComment(Span(original), content);
  }

  // Nodes that gumbo made up stand nowhere in the file.
  static constexpr uint32_t kNowhere = UINT32_MAX;
  uint32_t Offset(GumboStringPiece piece) const {
    return piece.data == nullptr ? kNowhere : base_ + static_cast<uint32_t>(piece.data - html_);
  }
  SourceSpan Span(GumboStringPiece piece) const {
    const uint32_t begin = Offset(piece);
    if (begin == kNowhere) return {last_, last_};
    return {begin, begin + static_cast<uint32_t>(piece.length)};
  }

  const char* html_;
  uint32_t base_;
  uint32_t last_ = 0;  // where the last text ended
  DocumentBuilder& builder_;
  std::vector<Block> contexts_;
  unsigned quotation_depth_ = 0;
};

}  // namespace

void AppendHtmlPage(uint32_t begin, DocumentBuilder& builder) {
  // Pages of site generators hold template code too.
  MaskedTemplates masked = MaskTemplates(builder.source().text(), begin);
  builder.Mask(std::move(masked.stretches));
  const std::string_view html = masked.body.empty() ? builder.source().text().substr(begin) : masked.body;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const GumboTree tree = ParseHtml(html, options);
  const PageParts parts = FindArticle(tree->root);
  HtmlWalker walker(html, begin, /*quote_depth=*/0, builder);
  walker.AddCommentsOf(tree->document);
  // The walk passes the head by, and the body where the article is a part of it.
  for (const GumboNode* part : ElementsOf(tree->root)) {
    if (part->v.element.tag == GUMBO_TAG_HEAD || parts.article != tree->root) walker.AddCommentsOf(part);
  }
  if (parts.headline != nullptr) walker.Walk(parts.headline);
  walker.Walk(parts.article);
}

void AppendHtmlFragment(std::string_view fragment, uint32_t begin, uint8_t quote_depth, DocumentBuilder& builder) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_BODY;
  const GumboTree tree = ParseHtml(fragment, options);
  HtmlWalker(fragment, begin, quote_depth, builder).Walk(tree->document);
}

void AppendInlineTag(SourceSpan tag, DocumentBuilder& builder) {
  const std::string_view text = builder.source().Text(tag);
  if (text.starts_with("<!--")) {
    const uint32_t end = text.ends_with("-->") && text.size() >= 7 ? tag.end - 3 : tag.end;
    return builder.AddComment(tag, {tag.begin + 4, end});
  }
  const bool closes = text.starts_with("</");
  const size_t name_at = closes ? 2 : 1;
  const std::string_view name = text.substr(name_at, text.find_first_of(" \t\r\n/>", name_at) - name_at);
  if (name == "br" || name == "BR") return builder.AppendDecoded("\n", tag);
  if (name == "q" || name == "Q") return builder.AppendDecoded(closes ? "”" : "“", tag);
  if (name == "img" || name == "IMG") return builder.AppendObject(tag);
}

}  // namespace bylint::internal
