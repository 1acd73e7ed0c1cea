# parc_library(<name> [DEPS <target>…] [PRIVATE_DEPS <target>…] [TEST_DEPS <target>…]
#              [EXCLUDE <file>…])
#
# One library for one source folder: every *.cpp of the folder that calls it, except *_test.cpp,
# which become the GoogleTest executable <name>_test. DEPS are the libraries whose headers the
# folder's own headers include; PRIVATE_DEPS are those that only its sources include, which keeps
# a third party's headers out of reach of everybody else. A folder without sources makes an
# INTERFACE library.
function(parc_library name)
  cmake_parse_arguments(ARG "" "" "DEPS;PRIVATE_DEPS;TEST_DEPS;EXCLUDE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  foreach(file IN LISTS ARG_EXCLUDE)
    list(REMOVE_ITEM sources ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()

  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC parc_flags ${ARG_DEPS} PRIVATE ${ARG_PRIVATE_DEPS})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE parc_flags ${ARG_DEPS})
  endif()

  if(tests AND PARC_TESTS)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE ${name} ${ARG_TEST_DEPS} parc_gtest)
    target_compile_definitions(${name}_test PRIVATE PARC_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    gtest_discover_tests(${name}_test
      TEST_PREFIX ${name}.
      DISCOVERY_MODE PRE_TEST
      PROPERTIES TIMEOUT 120 ENVIRONMENT PARC_VERIFY_IR=1)
  endif()
endfunction()
