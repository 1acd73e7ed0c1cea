#include "driver/module_note.h"

#include <elf.h>

#include <cstring>
#include <fstream>

#include "support/text_writer.h"

namespace parc::driver {
namespace {

constexpr char kName[] = "parc";
constexpr uint32_t kType = 1;

// Reads `size` bytes at `offset`; false at the end of the file.
bool read_at(std::ifstream& stream, uint64_t offset, void* to, size_t size) {
  stream.seekg(static_cast<std::streamoff>(offset));
  stream.read(static_cast<char*>(to), static_cast<std::streamsize>(size));
  return stream.good();
}

// Whether one of the notes in a segment is ours.
bool is_our_note(std::ifstream& stream, const Elf64_Phdr& segment) {
  auto aligned = [](uint64_t size) { return (size + 3) & ~uint64_t{3}; };
  for (uint64_t at = 0; at + sizeof(Elf64_Nhdr) <= segment.p_filesz;) {
    Elf64_Nhdr note;
    char name[sizeof kName];
    if (!read_at(stream, segment.p_offset + at, &note, sizeof note)) return false;
    if (note.n_type == kType && note.n_namesz == sizeof kName &&
        read_at(stream, segment.p_offset + at + sizeof note, name, sizeof name) &&
        std::memcmp(name, kName, sizeof kName) == 0) {
      return true;
    }
    at += sizeof note + aligned(note.n_namesz) + aligned(note.n_descsz);
  }
  return false;
}

}  // namespace

std::string module_note_text(const std::string& version) {
  TextWriter out;
  out.line("// Marks the module as one that parc made.");
  out.line("static const struct { parc_u32 name_size, text_size, type; char name[8], text[",
           (version.size() + 4) / 4 * 4, "]; } parc_module_note");
  out.line("    __attribute__((used, aligned(4), section(\".note.parc\"))) = {", sizeof kName, ", ",
           version.size() + 1, ", ", kType, ", \"", kName, "\", \"", version, "\"};");
  return out.take();
}

bool has_module_note(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  Elf64_Ehdr header;
  if (!stream || !read_at(stream, 0, &header, sizeof header)) return false;
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_ident[EI_CLASS] != ELFCLASS64 ||
      header.e_type != ET_DYN) {
    return false;
  }
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr segment;
    if (!read_at(stream, header.e_phoff + uint64_t{i} * header.e_phentsize, &segment,
                 sizeof segment)) {
      return false;
    }
    if (segment.p_type == PT_NOTE && is_our_note(stream, segment)) return true;
  }
  return false;
}

}  // namespace parc::driver
