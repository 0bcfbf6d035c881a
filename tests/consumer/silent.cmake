# The core never prints, and brings no part of printf: in wasm that is 5 kB, and bindings.cpp puts
# an empty function in the place of the one that embind would call. cmake -P silent.cmake
file(GLOB_RECURSE files ${CMAKE_CURRENT_LIST_DIR}/../../cpp/*.hpp
                        ${CMAKE_CURRENT_LIST_DIR}/../../cpp/*.cpp)
set(found "")
foreach(file ${files})
  file(STRINGS ${file} lines REGEX
    "printf *\\(|puts *\\(|std::(cout|cerr|clog|format|ostringstream|stringstream)|<(cstdio|iostream|sstream)>")
  foreach(line ${lines})
    # The stub itself; a comment may speak of what is not done.
    if(NOT line MATCHES "^extern \"C\" int siprintf" AND NOT line MATCHES "^ *//")
      string(APPEND found "${file}: ${line}\n")
    endif()
  endforeach()
endforeach()
if(found)
  message(FATAL_ERROR "prints:\n${found}")
endif()
