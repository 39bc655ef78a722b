# exporters/spreadsheet/library_files.h defines two functions of libxlsxwriter, lxw_tmpfile and zipOpen, which the
# loader prefers to the library's own. A static library would define them twice, and one that binds its own calls
# (-Bsymbolic) would go on using its own: both are told here, not by the linker or by a damaged workbook.
if(XLSXWRITER_LINK_LIBRARIES MATCHES "xlsxwriter[^;]*\\.a(;|$)")
  message(FATAL_ERROR "libxlsxwriter is static (${XLSXWRITER_LINK_LIBRARIES}); dutylist replaces two of its functions, which "
    "only a shared one allows. Install libxlsxwriter-dev of Debian, or build libxlsxwriter with -DBUILD_SHARED_LIBS=ON.")
endif()
if(NOT CMAKE_CROSSCOMPILING AND NOT DEFINED DUTYLIST_XLSXWRITER_CALLS)
  try_run(DUTYLIST_XLSXWRITER_CALLS DUTYLIST_XLSXWRITER_LINKS ${PROJECT_BINARY_DIR}/check_xlsxwriter
    ${CMAKE_CURRENT_LIST_DIR}/check_xlsxwriter.cpp
    LINK_LIBRARIES PkgConfig::XLSXWRITER ${MINIZIP_LIBRARY}
    COMPILE_OUTPUT_VARIABLE linking)
  if(NOT DUTYLIST_XLSXWRITER_LINKS)
    set(links_failed TRUE)
  endif()
endif()
if(links_failed OR (DEFINED DUTYLIST_XLSXWRITER_CALLS AND NOT DUTYLIST_XLSXWRITER_CALLS EQUAL 0))
  set(calls "${DUTYLIST_XLSXWRITER_CALLS}")
  unset(DUTYLIST_XLSXWRITER_CALLS CACHE)
  message(FATAL_ERROR "libxlsxwriter (${XLSXWRITER_LINK_LIBRARIES}) does not use the lxw_tmpfile and zipOpen that a program "
    "defines (result ${calls}); dutylist checks what is written through them. Use the shared library of Debian's "
    "libxlsxwriter-dev, built with its USE_SYSTEM_MINIZIP and without -Bsymbolic.\n${linking}")
endif()
