# parc in a CMake project. In CMakeLists.txt:
#
#   find_package(Python REQUIRED COMPONENTS Interpreter)
#   execute_process(COMMAND ${Python_EXECUTABLE} -m parc config --cmakedir
#                   OUTPUT_VARIABLE parc_DIR OUTPUT_STRIP_TRAILING_WHITESPACE)
#   find_package(parc CONFIG REQUIRED)
#
# parc_add_module(<target> <file.py> [CPU <cpu>] [DESTINATION <folder>])
#
# A target, built with the rest, that makes the extension module, its stub and libomp.so.5 of a Python
# file, again whenever the file or a module that it imports was edited. CPU is what --cpu of
# `parc compile` takes; PARC_CPU is what it is where none is given, `portable` at first. DESTINATION
# installs these files, with the Python file, into a folder. The property PARC_MODULE of the target is
# the module's path.

set(PARC_CPU "portable" CACHE STRING "The CPU that parc makes code for")

if(DEFINED Python_EXECUTABLE)
  set(PARC_COMMAND ${Python_EXECUTABLE} -m parc)
else()
  find_program(PARC_PROGRAM parc REQUIRED)
  set(PARC_COMMAND ${PARC_PROGRAM})
endif()
execute_process(COMMAND ${PARC_COMMAND} config --suffix --resources
  OUTPUT_VARIABLE parc_answers RESULT_VARIABLE parc_status OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT parc_status EQUAL 0)
  set(parc_FOUND FALSE)
  set(parc_NOT_FOUND_MESSAGE "`${PARC_COMMAND} config` failed")
  return()
endif()
string(REPLACE "\n" ";" parc_answers "${parc_answers}")
list(GET parc_answers 0 PARC_SUFFIX)
list(GET parc_answers 1 PARC_RESOURCES)

function(parc_add_module target source)
  cmake_parse_arguments(ARG "" "CPU;DESTINATION" "" ${ARGN})
  if(ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "parc_add_module: what is ${ARG_UNPARSED_ARGUMENTS}?")
  endif()
  if(NOT ARG_CPU)
    set(ARG_CPU ${PARC_CPU})
  endif()
  get_filename_component(source ${source} ABSOLUTE)
  get_filename_component(stem ${source} NAME_WE)
  # One folder a target: files of one name are in several packages.
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/parc/${target})
  set(module ${folder}/${stem}${PARC_SUFFIX})
  set(stub ${folder}/${stem}.pyi)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(
    OUTPUT ${module}
    BYPRODUCTS ${stub} ${folder}/libomp.so.5
    COMMAND ${PARC_COMMAND} compile --quiet --cpu=${ARG_CPU} --beside-source -o ${module}
      --depfile ${module}.d ${source}
    DEPENDS ${source} ${PARC_RESOURCES}/libparc_runtime.a
    DEPFILE ${module}.d
    COMMENT "Compiling ${stem}.py with parc"
    VERBATIM)
  add_custom_target(${target} ALL DEPENDS ${module})
  set_property(TARGET ${target} PROPERTY PARC_MODULE ${module})
  if(ARG_DESTINATION)
    install(FILES ${source} ${module} ${stub} ${folder}/libomp.so.5 DESTINATION ${ARG_DESTINATION})
  endif()
endfunction()
