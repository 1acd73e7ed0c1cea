# cmake -DOUT=<file.cpp> -DFILES=<a.h|b.h|…> -P EmbedKernel.cmake
#
# Writes the kernel headers into one C++ source that defines parc::native::kernel_files()
# (declared in codegen/native/kernel_files.h), so that the compiler needs no header on disk.
string(REPLACE "|" ";" files "${FILES}")
set(text "#include \"codegen/native/kernel_files.h\"\n\nnamespace parc::native {\n\n")
string(APPEND text "std::vector<KernelFile> kernel_files() {\n  return {\n")
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  # One literal a line of the header keeps the generated file readable to tools.
  string(REGEX REPLACE "\\\\x0a" "\\\\x0a\"\n      \"" bytes "${bytes}")
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(APPEND text "    {\"${name}\", {\n      \"${bytes}\", ${size}}},\n")
endforeach()
string(APPEND text "  };\n}\n\n}  // namespace parc::native\n")
file(WRITE ${OUT} "${text}")
