# LLVM, clang and isl as Debian's shared libraries, lld as static ones. For development. The
# packages' CMake files are not used: they insist on tools and archives that the project does not
# need.

# libLLVM exports Polly's own copy of isl. The real isl comes before all other libraries on the
# link line and so first in the symbol search order; ir/analysis has a test of isl_version().
find_library(PARC_ISL_LIBRARY NAMES libisl.so REQUIRED)
find_path(PARC_ISL_INCLUDE NAMES isl/set.h REQUIRED)
add_library(parc_isl INTERFACE)
target_include_directories(parc_isl SYSTEM INTERFACE ${PARC_ISL_INCLUDE})
target_link_options(parc_isl INTERFACE
  "LINKER:--push-state,--no-as-needed,${PARC_ISL_LIBRARY},--pop-state")

parc_require(${PARC_LLVM_ROOT}/lib/libLLVM-19.so "LLVM 19")
parc_require(${PARC_LLVM_ROOT}/lib/libclang-cpp.so.19.1 "libclang-cpp 19")
parc_require(${PARC_LLVM_ROOT}/lib/liblldELF.a "lld 19")
add_library(parc_llvm INTERFACE)
target_include_directories(parc_llvm SYSTEM INTERFACE ${PARC_LLVM_ROOT}/include)
target_link_libraries(parc_llvm INTERFACE ${PARC_LLVM_ROOT}/lib/libLLVM-19.so)
add_library(parc_clang INTERFACE)
target_link_libraries(parc_clang INTERFACE
  ${PARC_LLVM_ROOT}/lib/libclang-cpp.so.19.1 parc_llvm)
find_package(ZLIB REQUIRED)
find_library(PARC_ZSTD_LIBRARY NAMES zstd REQUIRED)
add_library(parc_lld INTERFACE)
target_link_libraries(parc_lld INTERFACE
  ${PARC_LLVM_ROOT}/lib/liblldELF.a ${PARC_LLVM_ROOT}/lib/liblldCommon.a
  parc_llvm ZLIB::ZLIB ${PARC_ZSTD_LIBRARY})
