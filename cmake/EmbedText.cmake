# cmake -DOUT=<file.cpp> -DFILE=<text> -DHEADER=<header> -DNAME=<function> -P EmbedText.cmake
#
# Writes a text file into a C++ source that defines parc::report::NAME(), declared in HEADER.
file(READ ${FILE} text)
file(WRITE ${OUT} "#include \"${HEADER}\"\n\nnamespace parc::report {\n\n"
     "std::string_view ${NAME}() { return R\"text(${text})text\"; }\n\n}  // namespace parc::report\n")
