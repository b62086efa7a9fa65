#include "checker/engine/cache/results_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "absl/strings/str_cat.h"
#include "checker/base/packed.h"
#include "checker/base/stable_hash.h"
#include "checker/base/to_absl.h"

namespace bylint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "bylint results 1\n";
constexpr std::string_view kEnding = ".results";
constexpr std::string_view kTemporaryEnding = ".results-tmp";
constexpr size_t kHashSize = sizeof(uint64_t);
constexpr uint64_t kMostBytes = uint64_t{256} << 20;      // of one cache; what comes after is not kept
constexpr uint64_t kMostInFolder = uint64_t{1024} << 20;  // of all caches
constexpr auto kLeftBehind = std::chrono::hours(24);      // after which a temporary file has no writer any more

std::string BytesOf(uint64_t number) { return {reinterpret_cast<const char*>(&number), sizeof number}; }

std::string Header(uint64_t key) { return absl::StrCat(std::string(kMagic), BytesOf(key)); }

// One record: what it is about, and what is left of `in`.
std::optional<std::pair<std::string_view, ResultsCache::Entry>> ReadRecord(std::string_view record) {
  PackedReader in(record);
  const std::string_view path = in.String();
  ResultsCache::Entry entry;
  entry.settings = in.Number();
  entry.state = ReadState(in);
  entry.content = in.Number();
  entry.result = in.String();
  entry.record = record;
  if (!in.ok() || !in.AtEnd()) return std::nullopt;
  return std::pair(path, entry);
}

// The oldest caches go until those that stay are small enough.
void Prune(const std::string& folder) {
  struct Kept {
    fs::file_time_type written;
    uint64_t size = 0;
    fs::path path;
  };
  std::vector<Kept> caches;
  std::error_code error;
  const auto now = fs::file_time_type::clock::now();
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;
    const Kept file = {.written = it->last_write_time(gone), .size = it->file_size(gone), .path = it->path()};
    if (gone) continue;
    if (file.path.extension() == kEnding) caches.push_back(file);
    if (file.path.extension() == kTemporaryEnding && now - file.written > kLeftBehind) fs::remove(file.path, gone);
  }
  std::ranges::sort(caches, std::ranges::greater(), &Kept::written);
  uint64_t total = 0;
  for (const Kept& cache : caches) {
    total += cache.size;
    if (total > kMostInFolder) fs::remove(cache.path, error);
  }
}

}  // namespace

// A cache as it grows, in a file that nobody knows of yet.
class ResultsCache::Writer {
 public:
  Writer(const std::string& path, uint64_t key)
      : temporary_(absl::StrCat(path, ".", getpid(), ToAbsl(kTemporaryEnding))) {
    const int file = open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file >= 0) file_ = fdopen(file, "wb");
    failed_ = file_ == nullptr;
    XXH3_64bits_reset(&hash_);
    Write(Header(key));
  }
  ~Writer() {
    if (file_ == nullptr) return;
    fclose(file_);
    unlink(temporary_.c_str());
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void Add(std::string_view record) {
    std::string size;
    PutNumber(record.size(), size);
    if (written_ + size.size() + record.size() > kMostBytes) return;
    Write(size);
    Write(record);
  }

  void Finish(const std::string& path) {
    if (failed_) return;
    Write(BytesOf(XXH3_64bits_digest(&hash_)));
    failed_ = fclose(file_) != 0 || failed_;
    file_ = nullptr;
    if (failed_ || rename(temporary_.c_str(), path.c_str()) != 0) unlink(temporary_.c_str());
  }

 private:
  void Write(std::string_view bytes) {
    if (failed_) return;
    XXH3_64bits_update(&hash_, bytes.data(), bytes.size());
    written_ += bytes.size();
    failed_ = fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size();
  }

  std::string temporary_;
  FILE* file_ = nullptr;
  XXH3_state_t hash_{};
  uint64_t written_ = 0;
  bool failed_ = false;
};

ResultsCache::ResultsCache(std::string folder, uint64_t key)
    : folder_(std::move(folder)),
      path_(absl::StrCat(folder_, "/", absl::Hex(key, absl::kZeroPad16), ToAbsl(kEnding))),
      key_(key),
      old_(path_) {
  if (!Index()) entries_.clear();
}

ResultsCache::~ResultsCache() = default;

bool ResultsCache::Index() {
  std::string_view bytes = old_.bytes();
  const std::string header = Header(key_);
  if (bytes.size() < header.size() + kHashSize || !bytes.starts_with(header)) return false;
  const std::string_view hash = bytes.substr(bytes.size() - kHashSize);
  bytes.remove_suffix(kHashSize);
  if (BytesOf(StableHash(bytes)) != hash) return false;
  PackedReader in(bytes.substr(header.size()));
  while (in.ok() && !in.AtEnd()) {
    const auto entry = ReadRecord(in.String());
    if (!entry) return false;
    entries_.insert(*entry);
  }
  return in.ok();
}

const ResultsCache::Entry* ResultsCache::Find(std::string_view path) const {
  const auto it = entries_.find(path);
  return it == entries_.end() ? nullptr : &it->second;
}

std::string ResultsCache::MakeRecord(std::string_view path, const Entry& entry) {
  std::string record;
  PutString(path, record);
  PutNumber(entry.settings, record);
  PutState(entry.state, record);
  PutNumber(entry.content, record);
  PutString(entry.result, record);
  return record;
}

bool ResultsCache::IsOld(std::string_view record) const {
  const std::string_view old = old_.bytes();
  return std::less_equal()(old.data(), record.data()) && std::less()(record.data(), old.data() + old.size());
}

void ResultsCache::Keep(std::string_view record) {
  if (writer_ == nullptr && IsOld(record)) {
    kept_.push_back(record);
    return;
  }
  if (writer_ == nullptr) {
    std::error_code ignored;
    fs::create_directories(folder_, ignored);
    writer_ = std::make_unique<Writer>(path_, key_);
    for (const std::string_view old : kept_) writer_->Add(old);
  }
  writer_->Add(record);
}

void ResultsCache::Save() {
  if (writer_ == nullptr) return;
  writer_->Finish(path_);
  Prune(folder_);
}

}  // namespace bylint
