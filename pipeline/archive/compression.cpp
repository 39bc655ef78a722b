#include "pipeline/archive/compression.h"

#include <memory>
#include <new>

#include <libdeflate.h>

#include "pipeline/io/limits.h"

namespace dutylist {
namespace {

constexpr int level = 6;  // half the time of level 9 for 3 % more bytes on lists

struct CompressorDeleter {
    void operator()(libdeflate_compressor* compressor) const {
        libdeflate_free_compressor(compressor);
    }
};
struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* decompressor) const {
        libdeflate_free_decompressor(decompressor);
    }
};

}  // namespace

std::string compressed(std::string_view bytes) {
    const std::unique_ptr<libdeflate_compressor, CompressorDeleter> compressor(
        libdeflate_alloc_compressor(level));
    if (!compressor) throw std::bad_alloc();
    std::string stream(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    stream.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(),
                                           stream.data(), stream.size()));
    return stream;
}

std::optional<std::string> decompressed(std::string_view stream, std::uint64_t size) {
    // No deflate stream grows to more than 1032 times its size (RFC 1951: 258 bytes for two bits).
    constexpr std::uint64_t greatest_growth = 1032;
    if (size > default_limits.container_entry_bytes || size / greatest_growth > stream.size())
        return {};
    const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(
        libdeflate_alloc_decompressor());
    if (!decompressor) throw std::bad_alloc();
    std::string bytes(size, '\0');
    const libdeflate_result result = libdeflate_zlib_decompress(
        decompressor.get(), stream.data(), stream.size(), bytes.data(), bytes.size(), nullptr);
    if (result != LIBDEFLATE_SUCCESS) return {};
    return bytes;
}

}  // namespace dutylist
