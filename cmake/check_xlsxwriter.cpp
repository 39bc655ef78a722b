// Ends with 0 if libxlsxwriter opens its files through the functions that a program defines.
#include <cstdio>

#include <xlsxwriter.h>
#include <xlsxwriter/third_party/zip.h>

namespace {
bool asked_for_part = false;
bool asked_for_container = false;
}  // namespace

extern "C" std::FILE* lxw_tmpfile(char*) {
    asked_for_part = true;
    return std::tmpfile();
}

extern "C" zipFile zipOpen(const char*, int) {
    asked_for_container = true;
    return nullptr;
}

int main() {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;  // sheets in files of their own
    lxw_workbook* book = workbook_new_opt("check_xlsxwriter.xlsx", &options);
    worksheet_write_number(workbook_add_worksheet(book, nullptr), 0, 0, 1, nullptr);
    (void)workbook_close(book);
    return (asked_for_part ? 0 : 1) + (asked_for_container ? 0 : 2);
}
