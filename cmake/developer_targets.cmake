# Targets for those who work on bylint: each is a script that also runs by hand.
function(bylint_script target)
  add_custom_target(${target} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} USES_TERMINAL VERBATIM)
endfunction()

bylint_script(format tools/format)
bylint_script(format-check tools/format --check)
bylint_script(tidy tools/tidy)
bylint_script(bench bench/run)
bylint_script(ready .ci/run)
