#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/support/any_bytes.h"

// A libFuzzer target for the importer DUTYLIST_FUZZED: any bytes give a document or a JobError, and
// nothing else. What the importer makes of them also goes through recognition and analysis.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dutylist::test;
    static const dutylist::Importer& importer = importer_named(DUTYLIST_FUZZED);
    read_any_bytes(importer, std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}
