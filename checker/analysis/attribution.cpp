#include "checker/analysis/passes.h"

namespace bylint::internal {

void AttributeQuotations(const Document& /*document*/, const AnalysisOptions& /*options*/, Analysis& /*analysis*/) {}

}  // namespace bylint::internal
