#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "exporters/typeset/frame.h"
#include "pipeline/io/written_bytes.h"

namespace dutylist {
class TemplateStore;
}

namespace dutylist::typeset {

// Frames to the bytes of a file. The same document gives the same bytes.
using PageWriter = std::function<std::string(const PagedDocument&)>;

// A form that pages can be written in, whatever is on them. The rows stand in
// exporters/page_formats.h and each serves every paged subject: booklet and its parts, report,
// department view, proof sheet.
struct PageFormat {
    std::string_view target;   // as --to takes it: "pdf"
    std::string_view suffix;   // ".pdf"
    std::string_view chinese;  // 骑马订拼版: stands after the name of the subject
    std::string_view english;
    // Reads the format's settings, so that a mistake in them does not cost the time of layout.
    // Throws JobError with file and line; so may the writer for what the format cannot hold.
    PageWriter (*writer)(const TemplateStore& templates);
    // Reads the bytes back and throws JobError output_not_verified if they are not whole.
    void (*verify)(const WrittenBytes& bytes);
    bool by_default = false;
    bool for_inspection = false;  // for those who work on layout: after all other rows
};

}  // namespace dutylist::typeset
