#pragma once

#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>

#include "pipeline/io/scratch_bytes.h"

namespace dutylist::spreadsheet {

// What libxlsxwriter takes for files. It does not look whether its writes succeed, so it gets no
// file at all: the streams of its parts and the container that it makes of them are ours, kept in
// memory while they are small, and whatever fails in them is kept and told (require_whole). The
// library finds them because its functions lxw_tmpfile and zipOpen are defined here; outside a Use
// they do what the library's own do. One workbook, one thread.
class LibraryFiles {
public:
    // `name`: of the output, for messages; `folder`: where large ones go.
    LibraryFiles(std::string name, ScratchBytes::Folder folder);
    LibraryFiles(const LibraryFiles&) = delete;
    LibraryFiles& operator=(const LibraryFiles&) = delete;

    // While one lives, the files that the library opens on this thread are these.
    class Use {
    public:
        explicit Use(LibraryFiles& files);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

    private:
        LibraryFiles* before_;
    };

    // Throws what failed first in any of them: JobError output_write_failed, output_not_verified
    // (other bytes are read from a stream than were written), output_folder_unusable.
    void require_whole() const;

    // What the library wrote as the workbook's file.
    const ScratchBytes& container() const { return container_; }

private:
    friend struct PartStream;
    friend struct ContainerStream;

    void keep_failure() noexcept;

    std::string name_;
    ScratchBytes::Folder folder_;
    ScratchBytes container_;
    std::exception_ptr failure_;
};

}  // namespace dutylist::spreadsheet
