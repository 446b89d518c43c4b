# The tests, one executable a folder. Each build adds those that say something about it; tools/test
# runs several builds as one suite, hence the prefix.

function(polldrill_check name) # ARGN: command
  add_test(NAME ${POLLDRILL_TEST_PREFIX}${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tmp/${name})
  set_tests_properties(${POLLDRILL_TEST_PREFIX}${name} PROPERTIES ENVIRONMENT
    "TMPDIR=${CMAKE_BINARY_DIR}/tmp/${name};ASAN_OPTIONS=allow_addr2line=1;UBSAN_OPTIONS=print_stacktrace=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks.txt:print_suppressions=0")
endfunction()

if(POLLDRILL_TESTS)
  # What runs them, compiled once.
  add_library(tests_main OBJECT ${CMAKE_SOURCE_DIR}/tests/main.cpp)
  target_link_libraries(tests_main PRIVATE polldrill_options doctest::doctest)
endif()

function(polldrill_test name folder)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*_test.cpp)
  if(NOT POLLDRILL_TESTS OR NOT sources OR NOT TARGET ${ARGV2})
    return()
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE tests_main ${ARGN} doctest::doctest)
  polldrill_prefix(${name})
  polldrill_unity(${name})
  add_dependencies(${name} translations)
  polldrill_check(${name} ${name} ${${name}_arguments})
endfunction()

polldrill_test(test_engine_core engine/core engine_core)
polldrill_test(test_engine_scene engine/scene engine_scene)
polldrill_test(test_sim_world sim/world sim_world)
polldrill_test(test_sim_equipment sim/equipment sim_equipment)
polldrill_test(test_sim_people sim/people sim_people)
polldrill_test(test_sim_election sim/election sim_election)
polldrill_test(test_sim_faults sim/faults sim_scenario)
polldrill_test(test_sim_station sim/station sim_scenario)
polldrill_test(test_sim_crew sim/crew sim_scenario)
polldrill_test(test_sim_scenario sim/scenario sim_scenario)
polldrill_test(test_sim_assessment sim/assessment sim_assessment)
polldrill_test(test_sim_recording sim/recording sim_recording)
polldrill_test(test_sim_report sim/report sim_report)
polldrill_test(test_sim_handbook sim/handbook sim_handbook)
polldrill_test(test_sim_session sim/session sim_session)
polldrill_test(test_engine_view engine/view engine_view)
if(TARGET test_engine_view)
  # It opens OpenGL, whose driver unloads itself: what that keeps has no name left to be excused by.
  set_tests_properties(${POLLDRILL_TEST_PREFIX}test_engine_view PROPERTIES
    ENVIRONMENT_MODIFICATION "ASAN_OPTIONS=string_append::detect_leaks=0")
endif()
# Whole drills by clicks take long; they run beside the rest.
set(test_seats_arguments --source-file-exclude=*faults_test.cpp)
polldrill_test(test_seats sim/seats seats_program)
if(TARGET test_seats)
  polldrill_check(test_seats_faults test_seats --source-file=*faults_test.cpp)
endif()
polldrill_test(test_seats_station sim/seats/station seats_station)
polldrill_test(test_seats_room sim/seats/room seats_room)
polldrill_test(test_seats_sound sim/seats/sound seats_sound)
polldrill_test(test_program tools sim_session)

# libFuzzer targets: tests/fuzz/NAME_fuzz.cpp, its seeds in tests/fuzz/NAME/.
file(GLOB fuzzers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
if(POLLDRILL_TESTS AND POLLDRILL_SANITIZE)
  foreach(source ${fuzzers})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE sim_recording)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    polldrill_check(${name} tests/fuzz/run $<TARGET_FILE:${name}>)
  endforeach()
endif()

# The program from outside: tests/tools/NAME.sh PROGRAM.
file(GLOB program_checks CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/tools/*.sh)
if(TARGET polldrill AND NOT POLLDRILL_SANITIZE AND NOT CMAKE_CROSSCOMPILING)
  foreach(script ${program_checks})
    get_filename_component(name ${script} NAME_WE)
    polldrill_check(program_${name} ${script} $<TARGET_FILE:polldrill>)
    if(name STREQUAL kill) # in real time
      set_tests_properties(${POLLDRILL_TEST_PREFIX}program_${name} PROPERTIES RUN_SERIAL ON)
    endif()
  endforeach()
endif()

# The screens, drawn and looked at; the real window, driven by real events (tests/window).
if(TARGET seats_program AND TARGET polldrill AND NOT POLLDRILL_SANITIZE AND NOT CMAKE_CROSSCOMPILING)
  polldrill_check(pictures tests/pictures/check $<TARGET_FILE:polldrill>)
  polldrill_check(window_mouse tests/window/drills $<TARGET_FILE:polldrill>)
  polldrill_check(window_recoveries tests/window/recoveries $<TARGET_FILE:polldrill>)
  polldrill_check(window_first_minutes tests/window/first_minutes $<TARGET_FILE:polldrill>)
  foreach(name window_mouse window_recoveries window_first_minutes)
    set_tests_properties(${POLLDRILL_TEST_PREFIX}${name} PROPERTIES RUN_SERIAL ON)
  endforeach()
endif()

# The same days in every build, on every processor: equal to the hashes in tests/golden.
file(GLOB golden_days CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/golden/*.txt)
if(TARGET polldrill AND golden_days)
  polldrill_check(golden_days tests/golden/check
    ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:polldrill>)
  if(POLLDRILL_TEST_PREFIX AND NOT POLLDRILL_SANITIZE)
    polldrill_check(golden_recordings tests/golden/recordings
      ${CMAKE_SOURCE_DIR}/build/release/polldrill
      ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:polldrill>)
  endif()
endif()

# What is not about one build is checked once, with the release build.
if(POLLDRILL_TEST_PREFIX STREQUAL "release.")
  polldrill_check(layering tests/layering/check)
  polldrill_check(catalogue_apart tests/layering/names)
  polldrill_check(layering_self_test tests/layering/self_test)
  polldrill_check(format tests/format)
  polldrill_check(translations tests/translations)
endif()
