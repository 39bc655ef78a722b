# embed_folder(FOLDER OUTPUT): writes a C++ source with the bytes of every file below FOLDER that is
# XML, CSV or text, as dutylist::built_in_files() (pipeline/templates/built_in_files.h).
function(embed_folder folder output)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*.xml ${folder}/*.xsd ${folder}/*.csv ${folder}/*.txt ${folder}/*.json)
  list(SORT files)
  set(absolute "")
  foreach(file IN LISTS files)
    list(APPEND absolute ${folder}/${file})
  endforeach()
  string(REPLACE ";" "|" joined "${files}")
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} "-DFILES=${joined}" -DOUTPUT=${output}
            -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/write_embedded.cmake
    DEPENDS ${absolute} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/write_embedded.cmake
    COMMENT "Embedding templates" VERBATIM)
endfunction()
