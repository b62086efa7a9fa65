// Work spread over threads, results handed over in the order of the items: output is the same for any number of
// threads.
#pragma once

#include <algorithm>
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
// `tick` is called on this thread about ten times a second. Stops early when `consume` returns false. Threads take a
// few items at a time and hand their results over together: waking this thread costs as much as a short article. No
// more than a few results for each thread wait at a time, so memory stays bounded.
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
  const size_t share = std::clamp<size_t>(count / (jobs * 16), 1, 4);
  const size_t ahead = jobs * 4 * share;

  const auto run = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      space.wait(lock, [&] { return stop || next >= count || next < consumed + ahead; });
      if (stop || next >= count) return;
      const size_t begin = next;
      const size_t end = next = std::min(count, begin + share);
      lock.unlock();
      std::vector<Result> made;
      made.reserve(share);
      for (size_t i = begin; i < end; ++i) made.push_back(work(i));
      lock.lock();
      for (size_t i = begin; i < end; ++i) results.emplace(i, std::move(made[i - begin]));
      if (results.contains(consumed)) done.notify_one();
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
    const auto has_next = [&] { return results.contains(consumed); };
    if (!done.wait_for(lock, std::chrono::milliseconds(100), has_next)) {
      lock.unlock();
      tick();
      lock.lock();
      continue;
    }
    std::vector<Result> ready;
    for (auto node = results.extract(consumed); !node.empty(); node = results.extract(consumed + ready.size())) {
      ready.push_back(std::move(node.mapped()));
    }
    lock.unlock();
    bool go_on = true;
    for (size_t i = 0; i < ready.size() && go_on; ++i) {
      go_on = consume(consumed + i, std::move(ready[i]));
      tick();
    }
    lock.lock();
    consumed += ready.size();
    stop = !go_on;
    space.notify_all();
    if (stop) break;
  }
}

}  // namespace bylint
