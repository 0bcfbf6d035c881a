# The library as others take it: installed and found, and as a part of their own build.
set(prefix ${CMAKE_BINARY_DIR}/installed)
add_test(NAME install COMMAND ${CMAKE_COMMAND} --install ${CMAKE_BINARY_DIR} --prefix ${prefix})
set_tests_properties(install PROPERTIES FIXTURES_SETUP installed)

function(add_consumer_test name)
  set(build ${CMAKE_BINARY_DIR}/${name})
  add_test(NAME ${name} COMMAND ${CMAKE_CTEST_COMMAND}
    --build-and-test ${CMAKE_CURRENT_SOURCE_DIR}/tests/consumer ${build}
    --build-generator ${CMAKE_GENERATOR}
    --build-options -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} ${ARGN}
    --test-command ${build}/consumer)
endfunction()
add_consumer_test(consumer-installed -DCMAKE_PREFIX_PATH=${prefix})
set_tests_properties(consumer-installed PROPERTIES FIXTURES_REQUIRED installed)
add_consumer_test(consumer-subdirectory -DIAF_SOURCE=${CMAKE_CURRENT_SOURCE_DIR})

# Every public header compiles alone.
set_target_properties(iaf PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
add_test(NAME headers COMMAND
  ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target iaf_verify_interface_header_sets)

add_test(NAME silent COMMAND ${CMAKE_COMMAND} -P ${CMAKE_CURRENT_SOURCE_DIR}/tests/consumer/silent.cmake)
