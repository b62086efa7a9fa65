// What a request handler answers.
#pragma once

#include <string>
#include <utility>

#include "checker/lsp/json.h"

namespace bylint::lsp {

enum class ErrorCode : int {
  kNone = 0,
  kParseError = -32700,
  kInvalidRequest = -32600,
  kMethodNotFound = -32601,
  kInvalidParams = -32602,
  kServerNotInitialized = -32002,
  kContentModified = -32801,
  kRequestCancelled = -32800,
  kServerCancelled = -32802,
  kRequestFailed = -32803,
};

struct Reply {
  Json result;
  std::string text;  // the result as JSON; empty where `result` holds it
  ErrorCode error = ErrorCode::kNone;
  std::string message;  // of the error
  bool later = false;   // the handler keeps the id and answers when it is ready
};

inline Reply Answer(Json result) { return {.result = std::move(result), .text = {}, .message = {}}; }
inline Reply AnswerText(std::string json) { return {.result = {}, .text = std::move(json), .message = {}}; }
inline Reply Refuse(ErrorCode code, std::string message) {
  return {.result = {}, .text = {}, .error = code, .message = std::move(message)};
}
inline Reply AnswerLater() { return {.result = {}, .text = {}, .message = {}, .later = true}; }

}  // namespace bylint::lsp
