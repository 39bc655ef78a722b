#include "pipeline/io/sink.h"

#include <cstdlib>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/checksum.h"

namespace dutylist {

void Sink::write(std::string_view bytes) {
    if (bytes.empty()) return;
    take(bytes);
    size_ += bytes.size();
    checksum_ = dutylist::checksum(checksum_, bytes);
}

std::filesystem::path MemorySink::scratch_folder() const {
    std::error_code error;
    std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (!error) return folder;
    // The one that was asked for; the library names none.
    const char* wanted = "/tmp";
    for (const char* name : {"TEMPDIR", "TEMP", "TMP", "TMPDIR"})
        if (const char* value = std::getenv(name)) wanted = value;
    throw JobError(Code::output_folder_unusable, {}, {wanted, system_error(error)});
}

void require_same_bytes(const Sink& given, const WrittenBytes& found) {
    if (found.size() != given.size()) found.refuse(Message{Code::reason_other_size, {}});
    std::uint32_t sum = 0;
    found.each_piece([&](std::string_view piece) { sum = checksum(sum, piece); });
    if (sum != given.checksum()) found.refuse(Message{Code::reason_other_content, {}});
}

std::string write_in_memory(const std::string& name, const Produce& produce, const Verify& verify) {
    MemorySink sink(name);
    produce(sink);
    const MemoryBytes written(name, sink.bytes());
    require_same_bytes(sink, written);
    if (verify) verify(written);
    return sink.take_bytes();
}

}  // namespace dutylist
