#include "runtime/python/races.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <string>
#include <utility>

#include "runtime/core/recorder.h"
#include "runtime/python/place.h"

namespace parc::runtime {
namespace {

void add(std::string& text, const std::string& field) { text += field + kRaceField; }

void add_place(std::string& text, const parc_frame* frame) {
  add(text, absolute_path(frame->file));
  add(text, std::to_string(frame->line));
}

void add_access(std::string& text, const RecordedAccess& access) {
  add_place(text, access.frame);
  add(text, std::to_string(access.value));
  add(text, access.write ? "write" : "read");
}

// In one write: several processes may report into one file.
void write_record(std::string text) {
  text.back() = kRaceEnd;
  const int file = open(getenv("PARC_RACE_REPORT"), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (file < 0) return;
  [[maybe_unused]] ssize_t written = write(file, text.data(), text.size());
  close(file);
}

void write_loop(const parc_frame& loop) {
  std::string text;
  add_place(text, &loop);
  write_record(std::move(text));
}

void write_collision(const Collision& collision) {
  std::string text;
  add_place(text, collision.loop);
  add(text, collision.variable);
  std::string element = collision.array;
  for (size_t axis = 0; axis < collision.subscripts.size(); ++axis) {
    element += (axis ? ", " : "[") + std::to_string(collision.subscripts[axis]);
  }
  add(text, element + (collision.subscripts.empty() ? "" : "]"));
  add_access(text, collision.first);
  add_access(text, collision.second);
  write_record(std::move(text));
}

}  // namespace

bool report_races() {
  if (!getenv("PARC_RACE_REPORT")) return false;
  set_recorder_sinks({write_loop, write_collision});
  return true;
}

}  // namespace parc::runtime
