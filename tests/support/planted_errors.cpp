#include "tests/support/planted_errors.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "pipeline/check/proofread.h"
#include "pipeline/check/rule.h"
#include "pipeline/check/rule_scope.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/text/utf8.h"
#include "tests/support/real_list.h"

namespace dutylist::test {
namespace {

using check::Finding;
using check::Place;
using check::Theme;

std::vector<Finding> strict_findings(const Document& document) {
    std::vector<Finding> strict;
    for (Finding& finding : check::proofread(document, {})) {
        const Theme theme = check::find_rule(finding.rule)->theme;
        if (theme == Theme::structure || theme == Theme::clause || theme == Theme::mark)
            strict.push_back(std::move(finding));
    }
    return strict;
}

// What identifies a finding; in the order of the document.
struct Key {
    Place place;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string rule;
    std::string spot;

    auto order() const {
        return std::make_tuple(place.list + 1, place.item + 1, place.cell + 1, line, column, rule,
                               spot);
    }
    friend bool operator<(const Key& a, const Key& b) { return a.order() < b.order(); }
};

std::string to_string(const Key& key) {
    return key.rule + " " + std::to_string(key.line) + ":" + std::to_string(key.column) + " list " +
           std::to_string(key.place.list + 1) + " item " + std::to_string(key.place.item + 1) +
           " cell " + std::to_string(key.place.cell + 1) + "【" + key.spot + "】";
}

Key key_of(const Document& document, const Finding& finding) {
    const SourceLocation source = check::locate(document, finding);
    const Cell* cell = check::cell_of(document, finding.place);
    return {finding.place, source.line, source.column, std::string(id_of(finding.rule)),
            cell ? std::string(cell->view(finding.span)) : finding.spot};
}

std::vector<Replacement> all_replacements(const std::vector<const Defect*>& defects) {
    std::vector<Replacement> all;
    for (const Defect* defect : defects)
        all.insert(all.end(), defect->replacements.begin(), defect->replacements.end());
    std::sort(all.begin(), all.end(),
              [](const Replacement& a, const Replacement& b) { return a.offset < b.offset; });
    return all;
}

std::string applied(std::string_view source, const std::vector<Replacement>& replacements) {
    std::string text;
    std::size_t from = 0;
    for (const Replacement& replacement : replacements) {
        text += source.substr(from, replacement.offset - from);
        text += replacement.text;
        from = replacement.offset + replacement.bytes;
    }
    return text += source.substr(from);
}

std::size_t moved(std::size_t offset, const std::vector<Replacement>& replacements) {
    std::ptrdiff_t shift = 0;
    for (const Replacement& replacement : replacements) {
        if (replacement.offset + replacement.bytes > offset) break;
        // What is put in just here stands before what stood here, unless it is meant itself.
        if (replacement.offset == offset) break;
        shift += static_cast<std::ptrdiff_t>(replacement.text.size()) -
                 static_cast<std::ptrdiff_t>(replacement.bytes);
    }
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(offset) + shift);
}

void set_line_and_column(Key& key, std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 == 0
    key.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    key.column = static_cast<std::uint32_t>(count_characters(before.substr(line_start)) + 1);
}

// The rule tells of the first half-width colon beside Han of a document that also has others.
void set_mixed_colon(std::vector<Key>& keys) {
    std::erase_if(keys, [](const Key& key) { return key.rule == "mark.mixed-colon"; });
    std::optional<Key> first;
    for (const Key& key : keys) {
        if (key.rule == "mark.half-width" && key.spot == ":" && (!first || key < *first))
            first = key;
    }
    if (!first) return;
    first->rule = "mark.mixed-colon";
    keys.push_back(*first);
}

std::vector<Key> wanted_keys(const Sample& sample, const std::vector<const Defect*>& defects,
                             const std::vector<Replacement>& replacements,
                             std::string_view changed) {
    std::vector<Key> keys;
    for (const Finding& finding : sample.findings) {
        Key key = key_of(sample.document, finding);
        bool gone = false;
        for (const Defect* defect : defects) {
            if (!defect->moved) continue;
            const auto place = defect->moved(key.place);
            gone = gone || !place;
            if (place) key.place = *place;
        }
        if (gone) continue;
        if (key.line != 0)
            set_line_and_column(key, changed,
                                moved(sample.offset_of(key.line, key.column), replacements));
        keys.push_back(std::move(key));
    }
    for (const Defect* defect : defects) {
        for (const Expectation& expected : defect->expected) {
            Key key{expected.place, 0, 0, expected.rule, expected.spot};
            if (expected.offset)
                set_line_and_column(key, changed,
                                    moved(*expected.offset, replacements) + expected.inner);
            keys.push_back(std::move(key));
        }
    }
    set_mixed_colon(keys);
    std::sort(keys.begin(), keys.end());
    return keys;
}

void append_difference(std::string& text, std::string_view title, const std::vector<Key>& these,
                       const std::vector<Key>& those) {
    std::vector<Key> only;
    std::set_difference(these.begin(), these.end(), those.begin(), those.end(),
                        std::back_inserter(only));
    for (const Key& key : only) text += std::string(title) + to_string(key) + "\n";
}

std::vector<CleanCell> clean_cells(const Sample& sample) {
    std::vector<CleanCell> cells;
    const Document& document = sample.document;
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        const DutyList& list = document.lists[l];
        for (std::uint32_t i = 0; i < list.items.size(); ++i) {
            if (!sample.is_clean(l, i)) continue;
            for (std::uint32_t c = 0; c < list.columns.size(); ++c) {
                const Cell& cell = list.items[i].cells[c];
                if (!cell.restored.empty()) continue;
                CleanCell clean;
                clean.place = {l, i, c};
                clean.role = list.columns[c].role;
                clean.cell = &cell;
                clean.text.assign(cell.text);
                clean.duties = check::holds_duties(clean.role);
                if (clean.duties) clean.outline.assign(cell, clean.text);
                cells.push_back(std::move(clean));
            }
        }
    }
    return cells;
}

}  // namespace

std::size_t Sample::offset_of(std::uint32_t line_number, std::uint32_t column) const {
    std::size_t offset = line(line_number).begin;
    for (std::uint32_t i = 1; i < column; ++i) offset += decode_at(source, offset).bytes;
    return offset;
}

Sample::Stretch Sample::line(std::uint32_t number) const {
    std::size_t begin = 0;
    for (std::uint32_t i = 1; i < number; ++i) begin = source.find('\n', begin) + 1;
    return {begin, std::min(source.find('\n', begin), source.size())};
}

std::optional<Sample::Stretch> Sample::field(const Place& place) const {
    const DutyList& list = document.lists[place.list];
    const auto number = list.column(CellRole::number);
    const Cell& first = list.items[place.item].cells[*number];
    const Stretch row = line(first.source.locate(first.text, 0).line);
    const std::string_view text = std::string_view(source).substr(row.begin, row.end - row.begin);
    const auto tabs = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t'));
    // The category of grouped lists stands in no field of the row.
    const bool grouped = !list.groups.empty();
    if (tabs + 1 + (grouped ? 1 : 0) != list.columns.size()) return {};
    std::size_t wanted = place.cell;
    if (grouped) {
        const auto category = *list.column(CellRole::category);
        if (wanted == category) return {};
        wanted -= wanted > category ? 1 : 0;
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < wanted; ++i) begin = text.find('\t', begin) + 1;
    return Stretch{row.begin + begin, row.begin + std::min(text.find('\t', begin), text.size())};
}

bool Sample::is_clean(std::uint32_t list, std::uint32_t item) const {
    return std::none_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.place.list == list && finding.place.item == item;
    });
}

std::optional<std::size_t> Sample::source_offset(const CleanCell& cell,
                                                 std::size_t character) const {
    const TextSpan span = cell.text.span(character, std::min(character + 1, cell.text.size()));
    const SourceLocation place = cell.cell->source.locate(cell.cell->text, span.begin);
    const std::size_t offset = offset_of(place.line, place.column);
    const std::string_view wanted = span.of(cell.cell->text);
    if (source.compare(offset, wanted.size(), wanted) != 0) return {};
    return offset;
}

std::unique_ptr<Sample> read_sample(const std::string& file_name) {
    auto sample = std::make_unique<Sample>();
    sample->name = file_name;
    sample->source = read_source(std::string(DUTYLIST_SOURCE_DIR) + "/samples/" + file_name).bytes;
    sample->document = dutylist::test::read_list_text(sample->source).document;
    sample->findings = strict_findings(sample->document);
    sample->cells = clean_cells(*sample);
    return sample;
}

std::vector<std::string> sample_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(DUTYLIST_SOURCE_DIR "/samples")) {
        if (entry.path().extension() == ".txt") names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string difference_after(const Sample& sample, const std::vector<const Defect*>& defects) {
    const std::vector<Replacement> replacements = all_replacements(defects);
    const std::string changed = applied(sample.source, replacements);
    const Document document = dutylist::test::read_list_text(changed).document;
    std::vector<Key> found;
    for (const Finding& finding : strict_findings(document))
        found.push_back(key_of(document, finding));
    std::sort(found.begin(), found.end());
    const std::vector<Key> wanted = wanted_keys(sample, defects, replacements, changed);
    std::string difference;
    append_difference(difference, "  not found:  ", wanted, found);
    append_difference(difference, "  not wanted: ", found, wanted);
    return difference;
}

std::optional<Defect> replaced(const Sample& sample, const CleanCell& cell, std::size_t begin,
                               std::size_t end, std::string text, const std::string& rule,
                               const SpotInCell& spot) {
    Defect defect;
    defect.item = cell.place;
    if (!also_replaced(sample, cell, defect, begin, end, std::move(text))) return {};
    const auto at = sample.source_offset(cell, spot.character);
    if (!at) return {};
    defect.expected.push_back({rule, cell.place, *at, spot.inner, spot.text});
    return defect;
}

bool also_replaced(const Sample& sample, const CleanCell& cell, Defect& defect, std::size_t begin,
                   std::size_t end, std::string text) {
    const auto offset = sample.source_offset(cell, begin);
    if (!offset) return false;
    const std::string_view old = cell.text.view(begin, end);
    if (sample.source.compare(*offset, old.size(), old) != 0) return false;
    defect.replacements.push_back({*offset, old.size(), std::move(text)});
    return true;
}

}  // namespace dutylist::test
