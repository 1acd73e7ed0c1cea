# LLVM, clang, lld, isl and what they need as static libraries: the targets that ParcThirdParty.cmake
# makes of shared ones. For wheels. codegen/native/static has what is linked in place of parts of
# them. Only lld links this: it takes from archives in any order.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  message(FATAL_ERROR "PARC_STATIC_LLVM needs clang and lld")
endif()

# parc_find_archive(<variable> <name>): lib<name>.a of the system.
function(parc_find_archive variable name)
  find_library(${variable} NAMES lib${name}.a)
  parc_require("${${variable}}" "lib${name}.a")
endfunction()

parc_find_archive(PARC_ISL_ARCHIVE isl)
parc_find_archive(PARC_GMP_ARCHIVE gmp)
parc_find_archive(PARC_ZLIB_ARCHIVE z)
parc_find_archive(PARC_ZSTD_ARCHIVE zstd)

find_path(PARC_ISL_INCLUDE NAMES isl/set.h REQUIRED)
add_library(parc_isl INTERFACE)
target_include_directories(parc_isl SYSTEM INTERFACE ${PARC_ISL_INCLUDE})
target_link_options(parc_isl INTERFACE LINKER:--wrap=stderr)
target_link_libraries(parc_isl INTERFACE ${PARC_ISL_ARCHIVE} ${PARC_GMP_ARCHIVE})

parc_require(${PARC_LLVM_ROOT}/lib/libLLVMCore.a "LLVM 19 as static libraries")
parc_require(${PARC_LLVM_ROOT}/lib/libclangCodeGen.a "clang 19 as static libraries")
file(GLOB llvm_archives ${PARC_LLVM_ROOT}/lib/libLLVM*.a)
file(GLOB clang_archives ${PARC_LLVM_ROOT}/lib/libclang[A-Z]*.a)
add_library(parc_llvm INTERFACE)
target_include_directories(parc_llvm SYSTEM INTERFACE ${PARC_LLVM_ROOT}/include)
target_link_libraries(parc_llvm INTERFACE
  ${llvm_archives} ${PARC_ZLIB_ARCHIVE} ${PARC_ZSTD_ARCHIVE} ${CMAKE_DL_LIBS})
add_library(parc_clang INTERFACE)
target_link_libraries(parc_clang INTERFACE ${clang_archives} parc_llvm)
add_library(parc_lld INTERFACE)
target_link_libraries(parc_lld INTERFACE
  ${PARC_LLVM_ROOT}/lib/liblldELF.a ${PARC_LLVM_ROOT}/lib/liblldCommon.a parc_llvm)

# Not libgcc_s: its static twin needs a younger glibc.
add_link_options(-static-libstdc++ LINKER:--gc-sections LINKER:--as-needed)
