# cmake -DOUT=<file.cpp> -DFOLDER=<docs/diagnostics> -P EmbedPages.cmake
#
# Writes the pages of `parc explain` into one C++ source that defines parc::explain_pages()
# (declared in support/explain.h), so that the compiler needs no file on disk.
file(GLOB files ${FOLDER}/PAR*.md)
list(SORT files)
set(text "#include \"support/explain.h\"\n\nnamespace parc {\n\n")
string(APPEND text "std::vector<ExplainPage> explain_pages() {\n  return {\n")
foreach(file IN LISTS files)
  get_filename_component(code ${file} NAME_WE)
  file(READ ${file} page)
  string(APPEND text "      {\"${code}\", R\"page(${page})page\"},\n")
endforeach()
string(APPEND text "  };\n}\n\n}  // namespace parc\n")
file(WRITE ${OUT} "${text}")
