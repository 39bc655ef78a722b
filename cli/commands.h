#pragma once

namespace dutylist::cli {

class Invocation;

// The commands; each in <name>_command.cpp. They return the exit status.
int run_convert(const Invocation& invocation);
int run_check(const Invocation& invocation);
int run_statistics(const Invocation& invocation);
int run_archive(const Invocation& invocation);
int run_compare(const Invocation& invocation);
int run_report(const Invocation& invocation);
int run_form(const Invocation& invocation);
int run_explain(const Invocation& invocation);
int run_fonts(const Invocation& invocation);
int run_formats(const Invocation& invocation);
int run_completion(const Invocation& invocation);

}  // namespace dutylist::cli
