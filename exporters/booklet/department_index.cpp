#include "exporters/booklet/department_index.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_set>

#include "exporters/booklet/cell_breaks.h"
#include "exporters/booklet/front_matter.h"
#include "exporters/paged/leader_line.h"
#include "pipeline/text/pinyin_order.h"

namespace dutylist::booklet {

using namespace paged;
using namespace typeset;

namespace {

class Collector {
public:
    Collector(const Document& document, const Office& office, const std::vector<ListPlace>& lists)
        : document_(document), office_(office), places_(lists) {}

    std::vector<IndexEntry> run() {
        for (std::size_t l = 0; l < document_.lists.size(); ++l) {
            const DutyList& list = document_.lists[l];
            for (std::size_t i = 0; i < list.items.size(); ++i) {
                collect(list, list.items[i], places_[l].items[i]);
            }
        }
        return sorted();
    }

private:
    // By pinyin, without the region that most names of a county begin with.
    std::vector<IndexEntry> sorted() {
        std::vector<std::string> names;
        for (const IndexEntry& entry : entries_) {
            names.push_back(entry.name.substr(region_end(entry.name, document_.unit)));
        }
        const std::vector<std::string> keys = pinyin_keys(names);
        std::vector<std::size_t> order(entries_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
        std::vector<IndexEntry> entries;
        for (const std::size_t at : order) entries.push_back(std::move(entries_[at]));
        return entries;
    }

    void collect(const DutyList& list, const Item& item, const ItemPlace& place) {
        std::vector<std::string_view> named;
        std::unordered_set<std::string_view> known;
        const auto add = [&](std::string_view printed) {
            const std::string_view name = office_.departments.counted_as(printed);
            if (!name.empty() && known.insert(name).second) named.push_back(name);
        };
        if (const auto column = list.column(CellRole::departments)) {
            for (const DepartmentMention& mention : item.departments) {
                add(item.cells[*column].view(mention.name));
            }
        }
        for (const Handover& handover : item.handovers) {
            add(item.cells[handover.department_cell].view(handover.department));
        }
        for (const std::string_view name : named) {
            auto [at, added] = known_.try_emplace(std::string(name), entries_.size());
            if (added) entries_.push_back({std::string(name), {}});
            IndexEntry& entry = entries_[at->second];
            if (entry.pages.empty() || entry.pages.back().page != place.page) {
                entry.pages.push_back({place.page, place.destination});
            }
        }
    }

    const Document& document_;
    const Office& office_;
    const std::vector<ListPlace>& places_;
    std::map<std::string, std::size_t> known_;
    std::vector<IndexEntry> entries_;
};

class IndexSetter {
public:
    IndexSetter(BookletPages& builder, int& next_page)
        : builder_(builder), settings_(builder.settings().index), next_page_(next_page) {}

    void run(const std::vector<IndexEntry>& entries, ListPlace& place) {
        open_page();
        place.name = settings_.title;
        place.destination = "departments";
        place.page = next_page_ - 1;
        const Rectangle area = builder_.area();
        builder_.add_destination(place.destination, area.x, area.y);
        builder_.add_bookmark(place.name, place.destination, 0, false);
        const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
        const StructureIndex heading = builder_.add_node(StructureRole::heading1, section);
        builder_.node(heading).title = settings_.title;
        y_ += builder_.set_text(FontRole::heading, settings_.title, area.x, y_, area.width,
                                settings_.title_size * settings_.title_line, Alignment::center,
                                {settings_.title_size, {}, heading});
        index_ = builder_.add_node(StructureRole::index, section);
        if (!settings_.note.empty()) {
            y_ += builder_.set_text(
                FontRole::body, settings_.note, area.x, y_, area.width, settings_.leading,
                Alignment::left,
                {settings_.size, {}, builder_.add_node(StructureRole::paragraph, index_)});
        }
        set_head(true);
        for (const IndexEntry& entry : entries) set_entry(entry);
    }

private:
    void open_page() {
        PageKind kind;
        kind.number = next_page_++;
        kind.label = std::to_string(*kind.number);
        builder_.add_page(kind);
        y_ = builder_.area().y;
    }

    // 部门 and 页码 above the columns; furniture where it comes again.
    void set_head(bool first) {
        if (settings_.head_name.empty() && settings_.head_pages.empty()) return;
        const Rectangle area = builder_.area();
        const double base = y_ + PageBuilder::baseline(settings_.leading, settings_.size);
        const TextStyle style{
            settings_.size,
            {},
            first ? builder_.add_node(StructureRole::paragraph, index_) : no_structure};
        builder_.set_word(FontRole::heading, settings_.head_name, area.x, base, style);
        const double width =
            builder_.measure_word(FontRole::heading, settings_.head_pages, settings_.size);
        builder_.set_word(FontRole::heading, settings_.head_pages, area.x + area.width - width,
                          base, style);
        y_ += settings_.leading;
    }

    // Page numbers end at the right edge; what does not fit beside the name goes on below.
    void set_entry(const IndexEntry& entry) {
        const Rectangle area = builder_.area();
        const double name_width = builder_.measure_word(FontRole::body, entry.name, settings_.size);
        const double gap = separator_width();
        std::vector<double> widths;
        for (const IndexReference& reference : entry.pages) {
            widths.push_back(builder_.measure_word(FontRole::number, std::to_string(reference.page),
                                                   settings_.size));
        }
        std::vector<std::size_t> ends;  // of the lines of page numbers
        double room = area.width - name_width - builder_.style().leader.least_room * settings_.size;
        double used = 0;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const double wanted = widths[i] + gap;
            if (used + wanted > room && used > 0) {
                ends.push_back(i);
                used = 0;
                room = area.width * settings_.continued_share;
            }
            used += wanted;
        }
        ends.push_back(widths.size());
        const double height = static_cast<double>(ends.size()) * settings_.leading;
        if (y_ + height > area.y + area.height + 0.01 && y_ > area.y) {
            open_page();
            set_head(false);
        }
        const StructureIndex item = builder_.add_node(StructureRole::paragraph, index_);
        const double base = y_ + PageBuilder::baseline(settings_.leading, settings_.size);
        builder_.set_word(FontRole::body, entry.name, builder_.area().x, base,
                          {settings_.size, {}, item});
        std::size_t begin = 0;
        for (std::size_t end : ends) {
            set_numbers(entry, widths, begin, end, begin == 0 ? name_width : 0, item);
            begin = end;
            y_ += settings_.leading;
        }
    }

    void set_numbers(const IndexEntry& entry, const std::vector<double>& widths, std::size_t begin,
                     std::size_t end, double name_width, StructureIndex item) {
        const Rectangle area = builder_.area();
        const double base = y_ + PageBuilder::baseline(settings_.leading, settings_.size);
        const double gap = separator_width();
        const bool goes_on = end < entry.pages.size();
        double width = goes_on ? 0 : -gap;
        for (std::size_t i = begin; i < end; ++i) width += widths[i] + gap;
        double x = area.x + area.width - width;
        if (name_width > 0) {
            const double step = settings_.size * builder_.style().leader.step;
            set_leader(builder_, area.x + name_width, x - step / 2, base, settings_.size);
        }
        for (std::size_t i = begin; i < end; ++i) {
            const StructureIndex link = builder_.add_node(StructureRole::link, item);
            builder_.set_word(FontRole::number, std::to_string(entry.pages[i].page), x, base,
                              {settings_.size, {}, link});
            builder_.layer().links.push_back(
                {{x, y_, widths[i], settings_.leading}, entry.pages[i].destination, link});
            x += widths[i];
            if (i + 1 < end || goes_on) {
                builder_.set_word(FontRole::body, settings_.separator, x, base,
                                  {settings_.size, {}, item});
            }
            x += gap;
        }
    }

    // A full-width mark keeps a part of its blank only.
    double separator_width() const {
        return std::min(builder_.measure_word(FontRole::body, settings_.separator, settings_.size),
                        settings_.most_separator * settings_.size);
    }

    BookletPages& builder_;
    const IndexSettings& settings_;
    int& next_page_;
    StructureIndex index_ = no_structure;
    double y_ = 0;
};

}  // namespace

std::vector<IndexEntry> department_entries(const Document& document, const Office& office,
                                           const std::vector<ListPlace>& lists) {
    return Collector(document, office, lists).run();
}

void set_department_index(BookletPages& builder, const std::vector<IndexEntry>& entries,
                          int& next_page, ListPlace& place) {
    begin_part(builder, next_page);
    IndexSetter(builder, next_page).run(entries, place);
}

}  // namespace dutylist::booklet
