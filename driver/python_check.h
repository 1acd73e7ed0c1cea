// The second opinion on a file's syntax: that of the CPython which will run the module.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "driver/driver.h"
#include "support/diagnostic.h"
#include "support/source.h"

namespace parc::driver {

// A file in memory that another process can read or write.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& text);
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();

  int descriptor() const { return descriptor_; }
  std::string text() const;

 private:
  int descriptor_;
};

// Asks CPython whether it compiles a text: an interpreter that runs beside the compiler until the
// answer is wanted, or the one of this process. Nothing of the text is executed.
class PythonCheck {
 public:
  // Without an interpreter ("") and a function there is no second opinion.
  PythonCheck(const Options& options, const std::string& masked_text);
  PythonCheck(const PythonCheck&) = delete;
  PythonCheck& operator=(const PythonCheck&) = delete;
  ~PythonCheck() { wait(); }

  // Waits for the answer. When it is no: false, with an error in the file.
  bool accepts(const SourceMap& sources, FileId file, Diagnostics& diagnostics);

 private:
  void start();
  SyntaxAnswer wait();

  const std::string interpreter_;
  std::optional<SyntaxAnswer> answer_;  // of this process
  MemoryFile input_, output_;
  pid_t process_ = -1;
};

}  // namespace parc::driver
