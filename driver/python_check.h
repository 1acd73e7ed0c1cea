// The second opinion on a file's syntax: that of the CPython which will run the module.
#pragma once

#include <sys/types.h>

#include <string>

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

// Asks an interpreter whether it compiles a text. It runs beside the compiler until the answer is
// wanted; nothing of the text is executed.
class PythonCheck {
 public:
  // Without an interpreter ("") there is no second opinion.
  PythonCheck(const std::string& interpreter, const std::string& masked_text);
  PythonCheck(const PythonCheck&) = delete;
  PythonCheck& operator=(const PythonCheck&) = delete;
  ~PythonCheck() { wait(); }

  // Waits for the answer. When it is no: false, with an error in the file.
  bool accepts(const SourceMap& sources, FileId file, Diagnostics& diagnostics);

 private:
  int wait();  // the exit status, -1 when the interpreter did not run

  std::string interpreter_;
  MemoryFile input_, output_;
  pid_t process_ = -1;
};

}  // namespace parc::driver
