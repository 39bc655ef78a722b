#pragma once

#include "cli/archive_options.h"
#include "cli/console.h"

namespace dutylist::cli {

// The actions of `dutylist archive`. They return the exit status and throw JobError.

int add_to_archive(const ArchiveOptions& options, const Console& console);
// In one line a document, or with all that is known of each.
int list_archive(const ArchiveOptions& options, const Console& console);
// One document's XML goes to standard output where no folder is named. A damaged document does not
// keep the others in the archive.
int export_from_archive(const ArchiveOptions& options, const Console& console);
// What is removed cannot be had back, so it is one unit's, and more than one document only with
// --all.
int remove_from_archive(const ArchiveOptions& options, const Console& console);
// The lists of departments, made from those of their townships.
int make_department_lists(const ArchiveOptions& options, const Console& console);
int verify_archive(const ArchiveOptions& options, const Console& console);

}  // namespace dutylist::cli
