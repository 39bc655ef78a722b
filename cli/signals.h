#pragma once

#include "pipeline/diagnostics/language.h"

namespace dutylist::cli {

// From now on SIGINT, SIGTERM, SIGHUP, SIGXFSZ and SIGPIPE end the program alike: outputs that take
// their places at that moment are all there first (pipeline/io/interruption.h), temporary files are
// removed, one sentence says what happened, and the exit status is 128 and the signal's number. A
// signal that the program was started to ignore (nohup, a job in the background) stays ignored. A
// SIGPIPE that the program's own writing brings about does not end it: the write fails, and
// Console::finish tells.
void handle_signals(Language language);

}  // namespace dutylist::cli
