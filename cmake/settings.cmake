# Everything that is the same for all targets.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release" FORCE)
endif()

option(BYLINT_WERROR "Treat warnings as errors" OFF)
option(BYLINT_NO_EXCEPTIONS "Build the layers that throw nothing without exceptions; a check, for developers" OFF)
option(BYLINT_FUZZ "Build the libFuzzer targets; needs clang" OFF)
set(BYLINT_SANITIZE "" CACHE STRING "Sanitizers: address,undefined or thread")

# Flags of our own code, and its include folders.
add_library(bylint_settings INTERFACE)
target_include_directories(bylint_settings INTERFACE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR})
target_compile_options(bylint_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast)
# clang 19 blames std::stable_sort of libstdc++ 12 on its caller.
target_compile_options(bylint_settings INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
if(BYLINT_WERROR)
  target_compile_options(bylint_settings INTERFACE -Werror)
endif()
if(BYLINT_SANITIZE)
  add_compile_options(-fsanitize=${BYLINT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${BYLINT_SANITIZE})
endif()
if(BYLINT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(BYLINT_CCACHE ccache)
if(BYLINT_CCACHE AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${BYLINT_CCACHE})
endif()

# bylint_layer(NAME [NO_EXCEPTIONS] SOURCES... DEPENDS targets...): one layer of the program. NO_EXCEPTIONS promises that it
# neither throws nor catches.
function(bylint_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "NO_EXCEPTIONS" "" "SOURCES;DEPENDS")
  add_library(${name} STATIC ${layer_SOURCES})
  target_link_libraries(${name} PUBLIC ${layer_DEPENDS} PRIVATE $<BUILD_INTERFACE:bylint_settings>)
  target_include_directories(${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  if(layer_NO_EXCEPTIONS AND BYLINT_NO_EXCEPTIONS)
    target_compile_options(${name} PRIVATE -fno-exceptions)
  endif()
endfunction()
