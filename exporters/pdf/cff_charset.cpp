#include <optional>

#include "exporters/pdf/font_subset.h"

namespace dutylist::pdf {
namespace {

// A cursor over CFF data (Adobe Technical Note 5176); reading past the end gives zeros and marks
// the data as damaged.
class CffReader {
public:
    CffReader(std::span<const unsigned char> data, std::size_t position)
        : data_(data), position_(position) {}

    std::size_t number(unsigned bytes) {
        std::size_t value = 0;
        for (unsigned i = 0; i < bytes; ++i) value = value << 8 | byte();
        return value;
    }
    unsigned char byte() {
        if (position_ >= data_.size()) {
            good_ = false;
            return 0;
        }
        return data_[position_++];
    }
    // Reads an INDEX; `begin` and `end` get the place of its first object's data.
    void index(std::size_t& begin, std::size_t& end) {
        begin = end = position_ + 2;
        const std::size_t count = number(2);
        if (count == 0) return;
        const unsigned size = byte();
        const std::size_t offsets = position_;
        const std::size_t data = offsets + (count + 1) * size - 1;
        const auto offset = [&](std::size_t i) {
            position_ = offsets + i * size;
            return number(size);
        };
        begin = data + offset(0);
        end = data + offset(1);
        position_ = data + offset(count);
    }
    std::size_t position() const { return position_; }
    bool good() const { return good_; }

private:
    std::span<const unsigned char> data_;
    std::size_t position_;
    bool good_ = true;
};

struct TopDictionary {
    bool cid_keyed = false;
    std::size_t charset = 0;
};

TopDictionary read_top_dictionary(std::span<const unsigned char> cff, std::size_t begin,
                                  std::size_t end) {
    constexpr unsigned charset_operator = 15;
    constexpr unsigned ros_operator = 30;  // after the escape
    TopDictionary top;
    CffReader reader(cff, begin);
    std::size_t operand = 0;
    while (reader.position() < end && reader.good()) {
        const unsigned first = reader.byte();
        if (first == 12) {
            if (reader.byte() == ros_operator) top.cid_keyed = true;
        } else if (first <= 21) {
            if (first == charset_operator) top.charset = operand;
        } else if (first == 28) {
            operand = reader.number(2);
        } else if (first == 29) {
            operand = reader.number(4);
        } else if (first == 30) {  // a real number: nibbles up to 0xF
            for (unsigned pair = 0; (pair & 0xF) != 0xF && reader.good();) pair = reader.byte();
        } else if (first <= 246) {
            operand = first - 139u;
        } else {
            const std::size_t low = reader.byte();
            operand = first <= 250 ? (first - 247u) * 256 + low + 108 : 0;
        }
    }
    return top;
}

std::optional<TopDictionary> top_dictionary(std::span<const unsigned char> cff) {
    if (cff.size() < 4) return std::nullopt;
    CffReader reader(cff, cff[2]);
    std::size_t begin = 0;
    std::size_t end = 0;
    reader.index(begin, end);  // names
    reader.index(begin, end);  // top dictionaries
    if (!reader.good() || end > cff.size()) return std::nullopt;
    return read_top_dictionary(cff, begin, end);
}

}  // namespace

bool is_cid_keyed(std::span<const unsigned char> cff) {
    const auto top = top_dictionary(cff);
    return top && top->cid_keyed;
}

std::vector<std::uint16_t> read_cff_charset(std::span<const unsigned char> cff,
                                            std::size_t glyph_count) {
    const auto top = top_dictionary(cff);
    if (!top || !top->cid_keyed || top->charset <= 2) return {};

    std::vector<std::uint16_t> cids{0};
    CffReader charset(cff, top->charset);
    const unsigned format = charset.byte();
    while (cids.size() < glyph_count && charset.good() && format <= 2) {
        std::size_t cid = charset.number(2);
        for (std::size_t left = format == 0 ? 0 : charset.number(format); cids.size() < glyph_count;
             --left) {
            cids.push_back(static_cast<std::uint16_t>(cid++));
            if (left == 0) break;
        }
    }
    if (!charset.good() || cids.size() != glyph_count) return {};
    return cids;
}

}  // namespace dutylist::pdf
