# find_package(dutylist) gives the target dutylist::dutylist_pipeline.
include(${CMAKE_CURRENT_LIST_DIR}/core_libraries.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/dutylistTargets.cmake)
