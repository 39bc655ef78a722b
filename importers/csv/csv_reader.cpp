#include "importers/csv/csv_reader.h"

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/text/utf8.h"

namespace dutylist {

void CsvReader::advance(std::size_t to) {
    column_ += static_cast<std::uint32_t>(count_characters(text_.substr(at_, to - at_)));
    at_ = to;
}

void CsvReader::advance_line() {
    ++at_;
    ++line_;
    column_ = 1;
}

void CsvReader::unquoted_field(CsvField& field) {
    const char ends[] = {delimiter_, '\n'};
    const std::size_t end =
        std::min(text_.find_first_of(std::string_view(ends, 2), at_), text_.size());
    if (end > at_) field.pieces.push_back({text_.substr(at_, end - at_), here(), false});
    advance(end);
}

void CsvReader::quoted_field(CsvField& field) {
    field.quoted = true;
    advance(at_ + 1);
    bool new_line = false;
    while (at_ < text_.size()) {
        const std::size_t end = std::min(text_.find_first_of("\"\n", at_), text_.size());
        const bool doubled = end + 1 < text_.size() && text_[end] == '"' && text_[end + 1] == '"';
        const std::size_t piece_end = doubled ? end + 1 : end;
        if (piece_end > at_ || new_line) {
            field.pieces.push_back({text_.substr(at_, piece_end - at_), here(), new_line});
            new_line = false;
        }
        advance(piece_end);
        if (at_ >= text_.size()) break;
        if (doubled) {
            advance(at_ + 1);
        } else if (text_[at_] == '\n') {
            advance_line();
            new_line = true;
        } else {
            advance(at_ + 1);
            if (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') {
                const std::size_t pieces = field.pieces.size();
                unquoted_field(field);
                field.text_after_quote = field.pieces.size() > pieces;
            }
            return;
        }
    }
    field.never_closed = true;
}

bool CsvReader::next(std::vector<CsvField>& record) {
    if (at_ >= text_.size()) return false;
    std::size_t used = 0;
    for (;;) {
        if (used == record.size()) record.emplace_back();
        CsvField& field = record[used++];
        field.pieces.clear();
        field.quoted = field.text_after_quote = field.never_closed = false;
        field.place = here();
        if (at_ < text_.size() && text_[at_] == '"') {
            quoted_field(field);
        } else {
            unquoted_field(field);
        }
        if (at_ >= text_.size()) break;
        if (text_[at_] == '\n') {
            advance_line();
            break;
        }
        advance(at_ + 1);
    }
    record.resize(used);
    return true;
}

char find_delimiter(std::string_view text) {
    static constexpr std::array<char, 3> candidates{',', '\t', ';'};
    char best = 0;
    std::size_t best_score = 0;
    for (char candidate : candidates) {
        CsvReader reader(text, candidate);
        std::vector<CsvField> record;
        std::map<std::size_t, std::size_t> records_by_width;
        std::size_t records = 0;
        while (records < 200 && reader.next(record)) {
            const bool blank = record.size() == 1 && record.front().pieces.empty();
            if (blank) continue;
            ++records;
            if (record.size() > 1) ++records_by_width[record.size()];
        }
        // The tables of several lists may have several widths, each in at least two records; they
        // are most of the file, and titles and lines stand around them.
        std::size_t rows = 0;
        std::size_t score = 0;
        for (const auto& [width, count] : records_by_width) {
            if (count < 2) continue;
            rows += count;
            score += count * width;
        }
        if (rows * 3 >= records && score > best_score) {
            best = candidate;
            best_score = score;
        }
    }
    return best;
}

}  // namespace dutylist
