# Run by embed.cmake: FOLDER, FILES (separated by |), OUTPUT. The bytes come in through the
# assembler's .incbin, which is instant at any size.
string(REPLACE "|" ";" files "${FILES}")
set(table "")
set(data "")
set(index 0)
foreach(file IN LISTS files)
  string(APPEND data "asm(R\"(.section .rodata\n.balign 16\nembedded_${index}: .incbin \"${FOLDER}/${file}\"\nembedded_${index}_end:\n.byte 0\n.previous)\");\nextern \"C\" const char embedded_${index}[];\nextern \"C\" const char embedded_${index}_end[];\n")
  string(APPEND table "        {\"${file}\", {embedded_${index}, static_cast<std::size_t>(embedded_${index}_end - embedded_${index})}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Generated from templates/.
#include \"pipeline/templates/built_in_files.h\"

#pragma GCC diagnostic ignored \"-Wpedantic\"
${data}
namespace dutylist {

const std::vector<BuiltInFile>& built_in_files() {
    static const std::vector<BuiltInFile> files{
${table}    };
    return files;
}

}  // namespace dutylist
")
