#include "importers/xml/document_reader.h"

#include <charconv>

#include "importers/xml/cell_reader.h"
#include "pipeline/analysis/analyse.h"
#include "pipeline/canonical/canonical_format.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

int whole_number(const XmlElement& element, std::string_view attribute, int least, int most) {
    const std::string_view text = element.required(attribute);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
        element.fail_value(attribute, std::to_string(least) + " – " + std::to_string(most));
    return number;
}

// The children of an element that holds no text of its own; text between them would be lost.
std::vector<XmlElement> children_only(const XmlElement& element) {
    std::vector<XmlElement> children;
    for (const XmlElement::Piece& piece : element.pieces()) {
        if (piece.element) {
            children.push_back(piece.element);
        } else if (!trimmed(piece.text).empty()) {
            throw JobError(Code::canonical_stray_text, element.place(),
                           {std::string(element.name())}, std::string(trimmed(piece.text)));
        }
    }
    return children;
}

// What the file says about the meaning of an item, to compare with what its analysis says.
struct Claims {
    XmlElement element;
    std::vector<XmlElement> cells;
    std::vector<std::vector<MarkupSpan>> markup;
};

class Reader {
public:
    Reader(const XmlDocument& xml, Diagnostics& diagnostics)
        : root_(xml.root()),
          diagnostics_(diagnostics),
          this_file_(std::make_shared<const SourceOrigin>(SourceOrigin{xml.file_name(), {}})) {
        document_.source_file = xml.file_name();
    }

    Document run() {
        require_format();
        root_.allow_attributes({"version"});
        root_.allow_children(
            {"source", "title", "titleLine", "unit", "period", "contentsEntry", "list"});
        for (const XmlElement& element : children_only(root_)) read(element);
        analyse(document_, diagnostics_);
        compare();
        return std::move(document_);
    }

private:
    void require_format() {
        const std::string_view name_space = root_.name_space();
        if (root_.name() != "document" || !name_space.starts_with(canonical_namespace_stem)) {
            throw JobError(Code::canonical_not_canonical, root_.place(),
                           {std::string(canonical_namespace)});
        }
        std::string_view version = root_.attribute("version");
        if (name_space == canonical_namespace) {
            if (whole_number(root_, "version", 1, 1'000'000) <= canonical_version) return;
        } else {
            version = name_space.substr(canonical_namespace_stem.size());
        }
        throw JobError(Code::canonical_newer, root_.place(),
                       {std::string(version), std::to_string(canonical_version)});
    }

    void once(const XmlElement& element) {
        for (const std::string& name : seen_) {
            if (name == element.name())
                throw JobError(Code::xml_unknown_element, element.place(), {name});
        }
        seen_.emplace_back(element.name());
    }

    std::string text(const XmlElement& element) {
        element.allow_children({});
        return clean_character_data(element.text(), element, diagnostics_);
    }

    std::string value(const XmlElement& element, std::string_view attribute) {
        return clean_character_data(element.attribute(attribute), element, diagnostics_);
    }

    void read(const XmlElement& element) {
        const std::string_view name = element.name();
        if (name == "source") {
            element.allow_attributes({"file", "sheet"});
            element.allow_children({});
            origins_.push_back(std::make_shared<const SourceOrigin>(
                SourceOrigin{value(element, "file"), value(element, "sheet")}));
        } else if (name == "title") {
            once(element);
            element.allow_attributes({});
            document_.title = text(element);
        } else if (name == "titleLine") {
            element.allow_attributes({});
            document_.title_lines.push_back(text(element));
        } else if (name == "unit") {
            once(element);
            element.allow_attributes({"province", "prefecture", "county", "township"});
            element.allow_children({});
            document_.unit = {value(element, "province"), value(element, "prefecture"),
                              value(element, "county"), value(element, "township")};
        } else if (name == "period") {
            once(element);
            element.allow_attributes({"year", "month", "printed"});
            element.allow_children({});
            if (element.has("year")) document_.period.year = whole_number(element, "year", 1, 9999);
            if (element.has("month"))
                document_.period.month = whole_number(element, "month", 1, 12);
            document_.period.printed = value(element, "printed");
        } else if (name == "contentsEntry") {
            element.allow_attributes({"page"});
            document_.contents.push_back({text(element), value(element, "page")});
        } else {
            duty_list(element);
        }
    }

    void duty_list(const XmlElement& element) {
        element.allow_attributes({"kind"});
        element.allow_children({"title", "column", "item"});
        element.required("kind");
        const auto kind = list_kind_from(element.attribute("kind"));
        if (!kind) element.fail_value("kind", "basic, cooperative, recalled");
        DutyList& list = document_.lists.emplace_back();
        list.kind = *kind;
        bool title_seen = false;
        for (const XmlElement& child : children_only(element)) {
            if (child.name() == "item") {
                read_item(child, list);
                continue;
            }
            // Title, then columns, then items: a column after an item would have no cell in it.
            const bool misplaced = !list.items.empty() || (child.name() == "title" &&
                                                           (title_seen || !list.columns.empty()));
            if (misplaced)
                throw JobError(Code::xml_unknown_element, child.place(),
                               {std::string(child.name())});
            if (child.name() == "title") {
                child.allow_attributes({});
                list.title = text(child);
                title_seen = true;
            } else {
                column(child, list);
            }
        }
    }

    void column(const XmlElement& element, DutyList& list) {
        element.allow_attributes({"role"});
        element.required("role");
        const auto role = cell_role_from(element.attribute("role"));
        if (!role) element.fail_value("role", "number, category, name …");
        list.columns.push_back({*role, text(element)});
    }

    void read_item(const XmlElement& element, DutyList& list) {
        element.allow_attributes({"number"});
        element.allow_children({"cell"});
        Item& item = list.items.emplace_back();
        Claims& claims = claims_.emplace_back();
        claims.element = element;
        claims.cells = children_only(element);
        if (claims.cells.size() != list.columns.size()) {
            throw JobError(
                Code::canonical_cell_count, element.place(),
                {std::to_string(claims.cells.size()), std::to_string(list.columns.size())});
        }
        item.cells.reserve(claims.cells.size());
        for (std::size_t i = 0; i < claims.cells.size(); ++i) {
            const XmlElement& cell = claims.cells[i];
            if (cell.required("role") != to_string(list.columns[i].role))
                cell.fail_value("role", to_string(list.columns[i].role));
            ReadCell read = read_cell(cell, origins_, this_file_, diagnostics_);
            item.cells.push_back(std::move(read.cell));
            claims.markup.push_back(std::move(read.markup));
        }
    }

    void compare() {
        auto claims = claims_.begin();
        for (const DutyList& list : document_.lists) {
            for (const Item& item : list.items) {
                compare(list, item, *claims);
                ++claims;
            }
        }
    }

    void compare(const DutyList& list, const Item& item, const Claims& claims) {
        if (claims.element.has("number") &&
            claims.element.attribute("number") !=
                (item.number ? std::to_string(*item.number) : std::string())) {
            diagnostics_.add(Code::canonical_markup_differs, claims.element.place(), {"number"});
        }
        for (std::size_t i = 0; i < item.cells.size(); ++i) {
            const std::vector<MarkupSpan>& claimed = claims.markup[i];
            if (claimed.empty()) continue;
            const std::vector<MarkupSpan> found = cell_markup(item, list.columns[i], i);
            const auto [a, b] =
                std::mismatch(claimed.begin(), claimed.end(), found.begin(), found.end());
            if (a == claimed.end() && b == found.end()) continue;
            const MarkupSpan& differing = a != claimed.end() ? *a : *b;
            diagnostics_.add(Code::canonical_markup_differs, claims.cells[i].place(),
                             {"<" + std::string(element_name(differing.kind)) + ">"},
                             std::string(item.cells[i].view(differing.span)));
        }
    }

    XmlElement root_;
    Diagnostics& diagnostics_;
    std::shared_ptr<const SourceOrigin> this_file_;
    std::vector<std::shared_ptr<const SourceOrigin>> origins_;
    std::vector<std::string> seen_;
    std::vector<Claims> claims_;
    Document document_;
};

}  // namespace

Document read_canonical_document(const XmlDocument& xml, Diagnostics& diagnostics) {
    return Reader(xml, diagnostics).run();
}

}  // namespace dutylist
