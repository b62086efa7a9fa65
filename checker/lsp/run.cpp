#include "checker/lsp/run.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "checker/lsp/frames.h"
#include "checker/lsp/server.h"

namespace bylint::lsp {
namespace {

constexpr int kClientCheckMilliseconds = 10'000;

bool WriteAll(int output, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(output, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

enum class Input { kData, kQuiet, kEnd };

// Takes what has arrived, up to one buffer; waits for at most `milliseconds`.
Input ReadSome(int input, int milliseconds, FrameReader& frames) {
  pollfd waited{.fd = input, .events = POLLIN, .revents = 0};
  if (poll(&waited, 1, milliseconds) <= 0) return Input::kQuiet;
  std::array<char, 1 << 16> buffer;
  const ssize_t got = read(input, buffer.data(), buffer.size());
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return Input::kQuiet;
  if (got <= 0) return Input::kEnd;
  frames.Push({buffer.data(), static_cast<size_t>(got)});
  return Input::kData;
}

void TakeMessages(FrameReader& frames, Server& server) {
  while (std::optional<Frame> frame = frames.Next()) {
    if (frame->broken) {
      server.ReceiveBroken(frame->body);
    } else if (std::optional<Json> message = ParseMessage(frame->body)) {
      server.Receive(*std::move(message));
    } else {
      server.ReceiveBroken("the message is not JSON");
    }
  }
}

// A client that crashed may leave the pipe open in a child of its own.
bool ClientIsGone(const Server& server) {
  const int64_t process = server.client_process();
  return process > 0 && kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH;
}

}  // namespace

int RunServer(int input, int output, const std::string& cache_folder) {
  signal(SIGPIPE, SIG_IGN);
  bool can_write = true;
  const auto send = [&](std::string_view message) { can_write = can_write && WriteAll(output, ToFrame(message)); };
  Server server(send, cache_folder);
  FrameReader frames;
  bool busy = true;
  while (!server.exit_code()) {
    if (!can_write) return 1;
    const Input input_state = ReadSome(input, busy ? 0 : kClientCheckMilliseconds, frames);
    if (input_state == Input::kEnd) {
      while (server.Step()) {
      }
      return server.exit_code().value_or(server.exit_code_at_end_of_input());
    }
    if (input_state == Input::kQuiet && !busy && ClientIsGone(server)) return 1;
    TakeMessages(frames, server);
    busy = input_state == Input::kData || server.Step();
  }
  return *server.exit_code();
}

}  // namespace bylint::lsp
