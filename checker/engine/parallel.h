// Work spread over threads, results handed over in the order of the items: output is the same for any number of
// threads.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace bylint {

// Calls `work(i)` for each i below `count` on up to `jobs` threads, and `consume(i, result)` on this thread, in order.
// `tick` is called on this thread about ten times a second. Stops early when `consume` returns false. No more than a
// few results for each thread wait at a time, so memory stays bounded.
template <typename Work, typename Consume>
void ForEachInOrder(size_t count, size_t jobs, Work work, Consume consume, const std::function<void()>& tick) {
  if (jobs <= 1 || count <= 1) {
    for (size_t i = 0; i < count; ++i) {
      if (!consume(i, work(i))) return;
      tick();
    }
    return;
  }

  using Result = decltype(work(size_t{}));
  std::mutex mutex;
  std::condition_variable done;   // a result is there
  std::condition_variable space;  // the consumer has come nearer
  std::map<size_t, Result> results;
  size_t next = 0;
  size_t consumed = 0;
  bool stop = false;
  const size_t ahead = jobs * 8;

  const auto run = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      space.wait(lock, [&] { return stop || next >= count || next < consumed + ahead; });
      if (stop || next >= count) return;
      const size_t i = next++;
      lock.unlock();
      Result result = work(i);
      lock.lock();
      results.emplace(i, std::move(result));
      if (i == consumed) done.notify_one();
    }
  };

  std::vector<std::jthread> threads;
  for (size_t i = 0; i < std::min(jobs, count); ++i) {
    try {
      threads.emplace_back(run);
    } catch (const std::system_error&) {
      break;  // fewer threads than asked for do as well
    }
  }
  if (threads.empty()) return ForEachInOrder(count, 1, work, consume, tick);

  std::unique_lock lock(mutex);
  while (consumed < count) {
    const bool ready = done.wait_for(lock, std::chrono::milliseconds(100), [&] { return results.contains(consumed); });
    if (!ready) {
      lock.unlock();
      tick();
      lock.lock();
      continue;
    }
    auto node = results.extract(consumed);
    lock.unlock();
    const bool go_on = consume(node.key(), std::move(node.mapped()));
    tick();
    lock.lock();
    ++consumed;
    stop = !go_on;
    space.notify_all();
    if (stop) break;
  }
}

}  // namespace bylint
