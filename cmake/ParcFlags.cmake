# Compiler and linker flags of the whole project.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
# NDEBUG stays undefined on purpose: assert() is cheap next to a compile by clang.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_C_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g")

if(PARC_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(PARC_CCACHE_PROGRAM ccache)
  if(PARC_CCACHE_PROGRAM)
    set(CMAKE_C_COMPILER_LAUNCHER ${PARC_CCACHE_PROGRAM})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${PARC_CCACHE_PROGRAM})
  endif()
endif()

# Linked by every target of our own, and by nothing of a third party.
add_library(parc_flags INTERFACE)
target_include_directories(parc_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(parc_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra>
  $<$<BOOL:${PARC_WERROR}>:-Werror>)
if(PARC_VERIFY_IR)
  target_compile_definitions(parc_flags INTERFACE PARC_VERIFY_IR=1)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_link_options(-fuse-ld=lld)
endif()
if(PARC_SANITIZE)
  add_compile_options(-fsanitize=${PARC_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=${PARC_SANITIZE})
endif()
if(PARC_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
