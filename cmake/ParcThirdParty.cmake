# Every library that is not ours, each behind one target. What is missing is installed by
# tools/setup.sh; nothing is downloaded here.

function(parc_require path what)
  if(NOT EXISTS ${path})
    message(FATAL_ERROR "${what} not found (${path}): run `make setup` first")
  endif()
endfunction()

# tree-sitter: the runtime is one translation unit, the grammar two.
set(PARC_TS_CORE ${PARC_THIRD_PARTY}/tree-sitter/vendor/tree-sitter/lib)
set(PARC_TS_PYTHON ${PARC_THIRD_PARTY}/tree-sitter-python/src)
parc_require(${PARC_TS_CORE}/src/lib.c "the tree-sitter runtime")
parc_require(${PARC_TS_PYTHON}/parser.c "the tree-sitter grammar of Python")
add_library(tree_sitter STATIC
  ${PARC_TS_CORE}/src/lib.c ${PARC_TS_PYTHON}/parser.c ${PARC_TS_PYTHON}/scanner.c)
target_include_directories(tree_sitter SYSTEM PUBLIC ${PARC_TS_CORE}/include)
target_include_directories(tree_sitter PRIVATE ${PARC_TS_CORE}/src ${PARC_TS_PYTHON})
target_compile_definitions(tree_sitter PRIVATE _POSIX_C_SOURCE=200112L _DEFAULT_SOURCE)
target_compile_options(tree_sitter PRIVATE -w)
if(PARC_SANITIZE)
  # It calls functions through pointers of other types; the address sanitizer stays on.
  target_compile_options(tree_sitter PRIVATE -fno-sanitize=undefined)
endif()
if(PARC_FUZZ)
  target_compile_options(tree_sitter PRIVATE -fno-sanitize=fuzzer-no-link)
endif()

if(PARC_STATIC_LLVM)
  include(ParcStaticLibraries)
else()
  include(ParcSharedLibraries)
endif()

# clang's own headers (omp.h, intrinsics) and libomp.
set(PARC_CLANG_RESOURCES ${PARC_LLVM_ROOT}/lib/clang/19)
set(PARC_LIBOMP ${PARC_LLVM_ROOT}/lib/libomp.so.5)
parc_require(${PARC_CLANG_RESOURCES}/include/omp.h "omp.h of libomp 19")
parc_require(${PARC_LIBOMP} "libomp 19")
add_library(parc_omp INTERFACE)
target_link_libraries(parc_omp INTERFACE ${PARC_LIBOMP})

# CPython's and pybind11's headers, for runtime/python and python/compiler only.
parc_require(${PARC_PYTHON} "the virtual environment")
execute_process(
  COMMAND ${PARC_PYTHON} -c
    "import sysconfig, pybind11; print(sysconfig.get_path('include'), pybind11.get_include(), sep=';')"
  OUTPUT_VARIABLE PARC_PYTHON_INCLUDES OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(
  COMMAND ${PARC_PYTHON} -c
    "import sysconfig; print(sysconfig.get_config_var('EXT_SUFFIX'), sysconfig.get_python_version(), sep=';')"
  OUTPUT_VARIABLE python_facts OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
list(GET python_facts 0 PARC_EXTENSION_SUFFIX)
list(GET python_facts 1 PARC_PYTHON_VERSION)
add_library(parc_python INTERFACE)
target_include_directories(parc_python SYSTEM INTERFACE ${PARC_PYTHON_INCLUDES})

if(PARC_TESTS)
  find_package(Threads REQUIRED)
  find_library(PARC_GTEST_LIBRARY NAMES gtest REQUIRED)
  find_library(PARC_GTEST_MAIN_LIBRARY NAMES gtest_main REQUIRED)
  add_library(parc_gtest INTERFACE)
  target_link_libraries(parc_gtest INTERFACE
    ${PARC_GTEST_MAIN_LIBRARY} ${PARC_GTEST_LIBRARY} Threads::Threads)
  include(GoogleTest)
endif()
