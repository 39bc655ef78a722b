#include <algorithm>

#include "tests/support/planted_errors.h"

namespace dutylist::test {
namespace {

using check::nowhere;
using check::Place;
using Defects = std::vector<Defect>;

// The line of the contents page that names the n-th list.
struct ContentsLine {
    std::string title;
    std::string page;
    Sample::Stretch line;
};

std::vector<ContentsLine> contents_lines(const Sample& sample) {
    std::vector<ContentsLine> lines;
    for (const ContentsEntry& entry : sample.document.contents) {
        const std::size_t at = sample.source.find(entry.title);
        if (at == std::string::npos) continue;
        const auto number = static_cast<std::uint32_t>(
            std::count(sample.source.begin(),
                       sample.source.begin() + static_cast<std::ptrdiff_t>(at), '\n') +
            1);
        lines.push_back({entry.title, entry.page, sample.line(number)});
    }
    return lines;
}

Expectation outside(const std::string& rule, std::uint32_t list, const std::string& spot) {
    return {rule, {list, nowhere, nowhere}, {}, 0, spot};
}

Defects contents_without_line(const Sample& sample) {
    Defects defects;
    const auto lines = contents_lines(sample);
    for (std::uint32_t l = 0; l < lines.size(); ++l) {
        Defect defect;
        defect.replacements.push_back(
            {lines[l].line.begin, lines[l].line.end + 1 - lines[l].line.begin, ""});
        defect.expected.push_back(
            outside("structure.contents-missing", l, sample.document.lists[l].title));
        defects.push_back(std::move(defect));
    }
    return defects;
}

Defects contents_without_list(const Sample& sample) {
    const auto last = static_cast<std::uint32_t>(sample.document.lists.size() - 1);
    const std::size_t title = sample.source.rfind(sample.document.lists[last].title);
    const std::size_t begin = sample.source.rfind('\n', title) + 1;
    Defect defect;
    defect.replacements.push_back({begin, sample.source.size() - begin, ""});
    defect.expected.push_back(
        outside("structure.contents-extra", nowhere, contents_lines(sample).back().title));
    defect.moved = [last](Place place) {
        return place.list == last ? std::nullopt : std::optional(place);
    };
    return {defect};
}

Defects contents_pages(const Sample& sample) {
    Defects defects;
    const auto lines = contents_lines(sample);
    for (std::size_t l = 1; l < lines.size(); ++l) {
        Defect defect;
        const std::size_t page = sample.source.rfind(lines[l].page, lines[l].line.end);
        defect.replacements.push_back({page, lines[l].page.size(), lines[l - 1].page});
        defect.expected.push_back(outside("structure.contents-order", nowhere, lines[l].title));
        defects.push_back(std::move(defect));
    }
    return defects;
}

Defects contents_swapped(const Sample& sample) {
    Defects defects;
    const auto lines = contents_lines(sample);
    for (std::size_t l = 1; l < lines.size(); ++l) {
        const auto text = [&](std::size_t n) {
            return sample.source.substr(lines[n].line.begin,
                                        lines[n].line.end - lines[n].line.begin);
        };
        Defect defect;
        for (const auto& [to, from] : {std::pair(l - 1, l), std::pair(l, l - 1)})
            defect.replacements.push_back({lines[to].line.begin, text(to).size(), text(from)});
        defect.expected.push_back(outside("structure.contents-order", nowhere, lines[l - 1].title));
        defects.push_back(std::move(defect));
    }
    return defects;
}

constexpr const char* wrong_count = "（共999项）";

Defects counts_of_titles(const Sample& sample) {
    Defects defects;
    for (std::uint32_t l = 0; l < sample.document.lists.size(); ++l) {
        const std::string& title = sample.document.lists[l].title;
        const std::size_t end = sample.source.rfind(title) + title.size();
        Defect defect;
        defect.replacements.push_back({end, 0, wrong_count});
        defect.expected.push_back(outside("structure.count-mismatch", l, title + wrong_count));
        defects.push_back(std::move(defect));
    }
    return defects;
}

Defects counts_of_contents(const Sample& sample) {
    Defects defects;
    for (const ContentsLine& line : contents_lines(sample)) {
        const std::size_t end = sample.source.find(line.title, line.line.begin) + line.title.size();
        Defect defect;
        defect.replacements.push_back({end, 0, wrong_count});
        defect.expected.push_back(
            outside("structure.count-mismatch", nowhere, line.title + wrong_count));
        defects.push_back(std::move(defect));
    }
    return defects;
}

Defects counts_of_groups(const Sample& sample) {
    Defects defects;
    for (std::uint32_t l = 0; l < sample.document.lists.size(); ++l) {
        for (const GroupRow& group : sample.document.lists[l].groups) {
            const SourceLocation place = group.source.locate(group.text, 0);
            const std::size_t begin = sample.offset_of(place.line, place.column);
            const std::string count = std::to_string(group.count);
            std::string text = group.text;
            const std::size_t at = text.rfind(count);
            text.replace(at, count.size(), std::to_string(group.count + 1));
            Defect defect;
            defect.replacements.push_back({begin, group.text.size(), text});
            defect.expected.push_back(
                {"structure.count-mismatch", {l, nowhere, nowhere}, begin, 0, text});
            defects.push_back(std::move(defect));
        }
    }
    return defects;
}

}  // namespace

const std::vector<DefectKind>& contents_defects() {
    static const std::vector<DefectKind> kinds{
        {"structure.contents-missing", "", contents_without_line},
        {"structure.contents-extra", "", contents_without_list},
        {"structure.contents-order", "page", contents_pages},
        {"structure.contents-order", "lines", contents_swapped},
        {"structure.count-mismatch", "title", counts_of_titles},
        {"structure.count-mismatch", "contents", counts_of_contents},
        {"structure.count-mismatch", "group", counts_of_groups},
    };
    return kinds;
}

}  // namespace dutylist::test
