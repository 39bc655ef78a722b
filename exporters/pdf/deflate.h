#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace dutylist::pdf {

// Compresses streams for /FlateDecode; reused for all streams of a document, used by one thread.
class Deflater {
public:
    Deflater();
    ~Deflater();
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string compress(std::string_view bytes);  // in the zlib format
private:
    libdeflate_compressor* compressor_;
};

}  // namespace dutylist::pdf
