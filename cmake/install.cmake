# What `cmake --install` and the packages hold, in two components: `program`, and `library` for programs that embed bylint.

# A wheel has the program alone, where pip looks for programs.
if(SKBUILD)
  install(TARGETS bylint RUNTIME DESTINATION ${SKBUILD_SCRIPTS_DIR} COMPONENT program)
  return()
endif()

install(TARGETS bylint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)

# The man page and the completions, as the program prints them: bylint_page(ARGUMENTS FILE FOLDER).
function(bylint_page arguments file folder)
  set(page ${PROJECT_BINARY_DIR}/pages/${file})
  separate_arguments(words UNIX_COMMAND "${arguments}")
  add_custom_command(OUTPUT ${page}
    COMMAND bylint ${words} > ${page} DEPENDS bylint VERBATIM)
  set_property(GLOBAL APPEND PROPERTY bylint_pages ${page})
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder} COMPONENT program)
endfunction()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/pages/bash)
bylint_page("man" bylint.1 man/man1)
bylint_page("completions bash" bash/bylint bash-completion/completions)
bylint_page("completions zsh" _bylint zsh/vendor-completions)
bylint_page("completions fish" bylint.fish fish/vendor_completions.d)
get_property(pages GLOBAL PROPERTY bylint_pages)
add_custom_target(bylint_pages ALL DEPENDS ${pages})

# find_package(bylint) gives bylint::bylint.
add_library(bylint_library INTERFACE)
target_link_libraries(bylint_library INTERFACE bylint_engine)
target_compile_features(bylint_library INTERFACE cxx_std_20)
set_target_properties(bylint_library PROPERTIES EXPORT_NAME bylint)
add_library(bylint::bylint ALIAS bylint_library)
install(TARGETS bylint_library bylint_engine bylint_rules bylint_report bylint_archive bylint_analysis bylint_readers
    bylint_document bylint_base
  EXPORT bylint ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/bylint DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
# CMake code that finds them.
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/bylint)
install(EXPORT bylint NAMESPACE bylint:: FILE bylintTargets.cmake DESTINATION ${package_folder} COMPONENT library)
include(CMakePackageConfigHelpers)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/bylintConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_SOURCE_DIR}/cmake/bylintConfig.cmake ${PROJECT_BINARY_DIR}/bylintConfigVersion.cmake
  DESTINATION ${package_folder} COMPONENT library)

if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

# `cpack`: a Debian package of each component.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "bylint")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "lint for news articles")
string(CONCAT CPACK_PACKAGE_DESCRIPTION
  "Says where a quotation is not closed, where nobody is named as its speaker, and\nwhere a name is spelled in two ways; "
  "for the command line, hooks, CI and editors.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME bylint)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libbylint-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(needed libabsl-dev libgumbo-dev libmd4c-dev libre2-dev libutf8proc-dev nlohmann-json3-dev pkg-config)
list(JOIN needed ", " CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS)
include(CPack)
