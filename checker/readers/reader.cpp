#include "checker/readers/reader.h"

#include <utility>

namespace bylint {

Document ReadDocument(std::string_view /*path*/, SourceText source) {
  return internal::ReadPlainText(std::move(source));
}

}  // namespace bylint
