#include "importers/xml/document_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "importers/xml/cell_reader.h"
#include "pipeline/analysis/analyse.h"
#include "pipeline/canonical/canonical_format.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

int whole_number(XmlReader& xml, std::string_view attribute, int least, int most) {
    const std::string_view text = xml.required(attribute);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
        xml.fail_value(attribute, std::to_string(least) + " – " + std::to_string(most));
    return number;
}

// What the file says about the meaning of an item or a cell, to compare with what the analysis
// says.
struct ItemClaim {
    XmlPosition position;
    int number = 0;
    std::uint32_t list = 0;
    std::uint32_t item = 0;
};
struct CellClaim {
    XmlPosition position;
    std::uint32_t list = 0;
    std::uint32_t item = 0;
    std::uint32_t cell = 0;
    std::vector<MarkupSpan> markup;
};

class Reader {
public:
    Reader(std::string_view text, const std::string& file_name, Diagnostics& diagnostics)
        : xml_(text, file_name),
          diagnostics_(diagnostics),
          this_file_(std::make_shared<const SourceOrigin>(SourceOrigin{file_name, {}})) {
        document_.source_file = file_name;
    }

    Document run() {
        xml_.next();
        require_format();
        xml_.allow_attributes({"version"});
        for_each_child([&] { read(); });
        xml_.next();
        analyse(document_, diagnostics_);
        compare();
        return std::move(document_);
    }

private:
    void require_format() {
        const std::string_view name_space = xml_.name_space();
        if (xml_.name() != "document" || !name_space.starts_with(canonical_namespace_stem)) {
            throw JobError(Code::canonical_not_canonical, xml_.place(),
                           {std::string(canonical_namespace)});
        }
        std::string_view version = xml_.attribute("version");
        if (name_space == canonical_namespace) {
            if (whole_number(xml_, "version", 1, 1'000'000) <= canonical_version) return;
        } else {
            version = name_space.substr(canonical_namespace_stem.size());
        }
        throw JobError(Code::canonical_newer, xml_.place(),
                       {std::string(version), std::to_string(canonical_version)});
    }

    // Calls `read` at the start tag of each child of the element just begun, up to its end. `read`
    // goes to the child's end. Text between children would be lost, so it is refused.
    template <typename Read>
    void for_each_child(Read read) {
        const std::string parent(xml_.name());
        for (;;) {
            switch (xml_.next()) {
                case XmlReader::Event::start:
                    read();
                    break;
                case XmlReader::Event::text:
                    if (trimmed(xml_.text()).empty()) break;
                    throw JobError(Code::canonical_stray_text, xml_.place(), {parent},
                                   std::string(trimmed(xml_.text())));
                case XmlReader::Event::end:
                case XmlReader::Event::done:
                    return;
            }
        }
    }

    void no_children() {
        for_each_child([&] { xml_.fail_element(); });
    }

    std::string text() {
        std::string text;
        for (;;) {
            switch (xml_.next()) {
                case XmlReader::Event::start:
                    xml_.fail_element();
                case XmlReader::Event::text:
                    text += clean_character_data(xml_.text(), xml_, diagnostics_);
                    break;
                case XmlReader::Event::end:
                case XmlReader::Event::done:
                    return text;
            }
        }
    }

    std::string value(std::string_view attribute) {
        return clean_character_data(xml_.attribute(attribute), xml_, diagnostics_);
    }

    void once() {
        if (std::find(seen_.begin(), seen_.end(), xml_.name()) != seen_.end()) xml_.fail_element();
        seen_.emplace_back(xml_.name());
    }

    void read() {
        const std::string name(xml_.name());
        if (name == "title" || name == "unit" || name == "period") once();
        if (name == "source") {
            xml_.allow_attributes({"file", "sheet"});
            origins_.push_back(
                std::make_shared<const SourceOrigin>(SourceOrigin{value("file"), value("sheet")}));
            no_children();
        } else if (name == "title") {
            xml_.allow_attributes({});
            document_.title = text();
        } else if (name == "titleLine") {
            xml_.allow_attributes({});
            document_.title_lines.push_back(text());
        } else if (name == "unit") {
            xml_.allow_attributes({"province", "prefecture", "county", "township", "department"});
            document_.unit = {value("province"), value("prefecture"), value("county"),
                              value("township"), value("department")};
            no_children();
        } else if (name == "period") {
            xml_.allow_attributes({"year", "month", "printed"});
            if (xml_.has("year")) document_.period.year = whole_number(xml_, "year", 1, 9999);
            if (xml_.has("month")) document_.period.month = whole_number(xml_, "month", 1, 12);
            document_.period.printed = value("printed");
            no_children();
        } else if (name == "contentsEntry") {
            xml_.allow_attributes({"page"});
            std::string page = value("page");
            document_.contents.push_back({text(), std::move(page)});
        } else if (name == "list") {
            duty_list();
        } else {
            xml_.fail_element();
        }
    }

    void duty_list() {
        xml_.allow_attributes({"kind"});
        const auto kind = list_kind_from(xml_.required("kind"));
        if (!kind) xml_.fail_value("kind", "basic, cooperative, recalled");
        DutyList& list = document_.lists.emplace_back();
        list.kind = *kind;
        bool title_seen = false;
        // Title, then columns, then items: a column after an item would have no cell in it.
        for_each_child([&] {
            const std::string name(xml_.name());
            if (name == "item") {
                read_item(list);
            } else if (name == "group") {
                read_group(list);
            } else if (name == "column" && list.items.empty() && list.groups.empty()) {
                xml_.allow_attributes({"role"});
                const auto role = cell_role_from(xml_.required("role"));
                if (!role) xml_.fail_value("role", "number, category, name …");
                list.columns.push_back({*role, text()});
            } else if (name == "title" && !title_seen && list.columns.empty() &&
                       list.items.empty() && list.groups.empty()) {
                xml_.allow_attributes({});
                list.title = text();
                title_seen = true;
            } else {
                xml_.fail_element();
            }
        });
        list.items.shrink_to_fit();
    }

    void read_group(DutyList& list) {
        xml_.allow_attributes({"count", "source", "at"});
        GroupRow& group = list.groups.emplace_back();
        if (xml_.has("count"))
            group.count = static_cast<std::uint32_t>(whole_number(xml_, "count", 1, 2'000'000'000));
        group.first_item = static_cast<std::uint32_t>(list.items.size());
        ReadCell read = read_cell(xml_, origins_, this_file_, diagnostics_);
        group.text = std::move(read.cell.text);
        group.source = std::move(read.cell.source);
    }

    void read_item(DutyList& list) {
        xml_.allow_attributes({"number"});
        const XmlPosition position = xml_.position();
        const auto list_index = static_cast<std::uint32_t>(document_.lists.size() - 1);
        const auto item_index = static_cast<std::uint32_t>(list.items.size());
        if (xml_.has("number")) {
            item_claims_.push_back(
                {position, whole_number(xml_, "number", 0, 2'000'000'000), list_index, item_index});
        }
        Item& item = list.items.emplace_back();
        item.cells.reserve(list.columns.size());
        std::size_t found = 0;
        for_each_child([&] {
            if (xml_.name() != "cell") xml_.fail_element();
            xml_.allow_attributes({"role", "source", "at"});
            const std::string_view role = xml_.required("role");
            const XmlPosition cell_position = xml_.position();
            if (found < list.columns.size() && role != to_string(list.columns[found].role))
                xml_.fail_value("role", to_string(list.columns[found].role));
            ReadCell read = read_cell(xml_, origins_, this_file_, diagnostics_);
            if (found++ >= list.columns.size()) return;
            if (!read.markup.empty()) {
                cell_claims_.push_back({cell_position, list_index, item_index,
                                        static_cast<std::uint32_t>(item.cells.size()),
                                        std::move(read.markup)});
            }
            item.cells.push_back(std::move(read.cell));
        });
        if (found != list.columns.size()) {
            throw JobError(Code::canonical_cell_count, xml_.place_of(position),
                           {std::to_string(found), std::to_string(list.columns.size())});
        }
    }

    void compare() {
        for (const ItemClaim& claim : item_claims_) {
            const Item& item = document_.lists[claim.list].items[claim.item];
            if (item.number && *item.number == static_cast<std::uint32_t>(claim.number)) continue;
            diagnostics_.add(Code::canonical_markup_differs, xml_.place_of(claim.position),
                             {"number"});
        }
        for (const CellClaim& claim : cell_claims_) compare(claim);
    }

    void compare(const CellClaim& claim) {
        const DutyList& list = document_.lists[claim.list];
        const Item& item = list.items[claim.item];
        const std::vector<MarkupSpan> found =
            cell_markup(item, list.columns[claim.cell], claim.cell);
        const auto [a, b] =
            std::mismatch(claim.markup.begin(), claim.markup.end(), found.begin(), found.end());
        if (a == claim.markup.end() && b == found.end()) return;
        const MarkupSpan& differing = a != claim.markup.end() ? *a : *b;
        diagnostics_.add(Code::canonical_markup_differs, xml_.place_of(claim.position),
                         {"<" + std::string(element_name(differing.kind)) + ">"},
                         std::string(item.cells[claim.cell].view(differing.span)));
    }

    XmlReader xml_;
    Diagnostics& diagnostics_;
    std::shared_ptr<const SourceOrigin> this_file_;
    std::vector<std::shared_ptr<const SourceOrigin>> origins_;
    std::vector<std::string> seen_;
    std::vector<ItemClaim> item_claims_;
    std::vector<CellClaim> cell_claims_;
    Document document_;
};

}  // namespace

Document read_canonical_document(std::string_view text, const std::string& file_name,
                                 Diagnostics& diagnostics) {
    return Reader(text, file_name, diagnostics).run();
}

}  // namespace dutylist
