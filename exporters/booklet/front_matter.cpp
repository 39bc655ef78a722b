#include "exporters/booklet/front_matter.h"

#include <algorithm>
#include <cmath>

#include "exporters/paged/leader_line.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/white_space.h"

namespace dutylist::booklet {

using namespace paged;
using namespace typeset;

void set_cover(BookletPages& builder, const Placeholders& values, const std::string& extract) {
    const BookletTemplate& settings = builder.settings();
    builder.add_page({false, {}, settings.cover_label});
    const Rectangle area = builder.area();
    const StructureIndex part = builder.add_node(StructureRole::part, PageBuilder::root);
    double y = area.y;
    bool extract_set = extract.empty();
    for (const CoverLine& line : settings.cover) {
        const bool placed = line.top >= 0;
        if (placed && y > area.y && !extract_set) {
            // The extract's line stands below the title block, before the first placed line.
            const StructureIndex node = builder.add_node(StructureRole::paragraph, part);
            const CoverLine& line_of_extract = settings.extract_line;
            y += builder.set_text(line_of_extract.role, extract, area.x, y, area.width,
                                  line_of_extract.leading, Alignment::center,
                                  {line_of_extract.size, {}, node});
            extract_set = true;
        }
        if (placed) y = std::max(y, area.y + line.top);
        const std::string text(trimmed(fill_placeholders(line.text, values)));
        if (text.empty()) continue;
        const StructureIndex node = builder.add_node(line.text.find("{title}") != std::string::npos
                                                         ? StructureRole::title
                                                         : StructureRole::paragraph,
                                                     part);
        y += builder.set_text(line.role, text, area.x, y, area.width, line.leading,
                              Alignment::center, {line.size, {}, node});
    }
}

void set_blank(BookletPages& builder) {
    builder.add_page({false, {}, builder.settings().blank_label});
}

void begin_part(BookletPages& builder, int& next_page) {
    if (!builder.settings().lists_on_odd_pages || builder.page_count() % 2 == 0) return;
    set_blank(builder);
    ++next_page;
}

namespace {

class ContentsSetter {
public:
    explicit ContentsSetter(BookletPages& builder)
        : builder_(builder), settings_(builder.settings().contents) {}

    void run(const std::vector<ListPlace>& lists, const ListPlace* index) {
        open_page();
        const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
        const StructureIndex heading = builder_.add_node(StructureRole::heading1, section);
        builder_.node(heading).title = settings_.title;
        const Rectangle area = builder_.area();
        y_ += builder_.set_text(FontRole::heading, settings_.title, area.x, y_, area.width,
                                settings_.title_size * settings_.title_line, Alignment::center,
                                {settings_.title_size, {}, heading});
        contents_ = builder_.add_node(StructureRole::contents, section);
        int number = 0;
        for (const ListPlace& list : lists) {
            add(FontRole::heading, chinese_number(++number) + "、" + list.name, list.page,
                list.destination, 0);
            if (!settings_.categories) continue;
            for (const CategoryPlace& category : list.categories) {
                add(FontRole::body, category.name, category.page, category.destination,
                    settings_.indent);
            }
        }
        if (index) {
            add(FontRole::heading, chinese_number(++number) + "、" + index->name, index->page,
                index->destination, 0);
        }
    }

private:
    void open_page() {
        ++pages_;
        const std::string number = pages_ == 1 ? "" : std::to_string(pages_);
        builder_.add_page({false, {}, fill_placeholders(settings_.label, {{"number", number}})});
        y_ = builder_.area().y;
    }

    void add(FontRole role, const std::string& text, int page, const std::string& destination,
             double indent) {
        if (y_ + settings_.leading > builder_.area().y + builder_.area().height + 0.01) {
            open_page();
        }
        const StructureIndex item = builder_.add_node(StructureRole::contents_item, contents_);
        const StructureIndex link = builder_.add_node(StructureRole::link, item);
        const Rectangle area = builder_.area();
        LeaderLine line;
        line.role = role;
        line.text = text;
        line.number = std::to_string(page);
        line.x = area.x + indent;
        line.y = y_;
        line.width = area.width - indent;
        line.leading = settings_.leading;
        line.size = settings_.size;
        line.destination = destination;
        line.structure = link;
        y_ += set_leader_line(builder_, line);
    }

    BookletPages& builder_;
    const ContentsSettings& settings_;
    StructureIndex contents_ = no_structure;
    int pages_ = 0;
    double y_ = 0;
};

}  // namespace

void set_contents(BookletPages& builder, const std::vector<ListPlace>& lists,
                  const ListPlace* index) {
    ContentsSetter(builder).run(lists, index);
}

}  // namespace dutylist::booklet
