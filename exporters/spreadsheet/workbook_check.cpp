#include "exporters/spreadsheet/workbook_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "exporters/office_container/container_reader.h"
#include "exporters/spreadsheet/drawing_reader.h"
#include "exporters/spreadsheet/package_reader.h"
#include "exporters/spreadsheet/part_kind.h"
#include "exporters/spreadsheet/sheet_part_reader.h"
#include "pipeline/timestamp.h"

namespace dutylist::spreadsheet {
namespace {

constexpr std::string_view content_types = "[Content_Types].xml";
constexpr std::string_view strings_part = "xl/sharedStrings.xml";
constexpr std::string_view book_part = "xl/workbook.xml";
constexpr std::array<std::string_view, 8> parts_of_all{
    content_types,      "_rels/.rels",
    "docProps/app.xml", "docProps/core.xml",
    book_part,          "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",    "xl/theme/theme1.xml"};

std::string numbered(std::string_view folder_and_stem, std::size_t index) {
    return std::string(folder_and_stem) + std::to_string(index + 1) + ".xml";
}

std::string sheet_part(std::size_t index) { return numbered("xl/worksheets/sheet", index); }

class PartsOfWorkbook {
public:
    explicit PartsOfWorkbook(const WrittenBytes& file) : container_(file) {
        for (std::uint64_t index = 0; index < container_.parts(); ++index) {
            const std::string name = container_.name(index);
            if (!index_.emplace(name, index).second) refuse(name);
        }
        for (const std::string_view part : parts_of_all)
            if (!has(part)) refuse(part);
    }

    bool has(std::string_view part) const { return index_.contains(part); }
    const std::map<std::string, std::uint64_t, std::less<>>& all() const { return index_; }

    // Reads a part to its end; `root`: of one that has no kind.
    template <typename Reader>
    void read(std::string_view part, Reader& reader, std::string_view root = {}) const {
        const PartKind* kind = kind_of_part(part);
        if (kind) root = kind->root;
        const auto found = index_.find(part);
        if (found == index_.end()) refuse(part);
        MarkupReader markup(reader);
        container_.read(found->second, [&](std::string_view piece) {
            if (!markup.read(piece)) refuse(part);
        });
        if (!markup.finish() || reader.root() != root || reader.contradictory()) refuse(part);
    }

    [[noreturn]] void refuse(std::string_view reason) const {
        container_.refuse(std::string(reason));
    }
    void require(bool condition, std::string_view part) const {
        if (!condition) refuse(part);
    }
    void compare(std::string_view what, std::uint64_t found, std::uint64_t meant) const {
        if (found == meant) return;
        refuse(std::string(what) + ": " + std::to_string(found) + " ≠ " + std::to_string(meant));
    }

private:
    office_container::ContainerReader container_;
    std::map<std::string, std::uint64_t, std::less<>> index_;
};

class WorkbookCheck {
public:
    WorkbookCheck(const PartsOfWorkbook& parts, const WorkbookContent& meant)
        : parts_(parts), meant_(meant) {}

    void run() {
        read("xl/styles.xml", styles_);
        if (parts_.has(strings_part)) read(std::string(strings_part), strings_);
        check_book();
        std::uint64_t texts = 0;
        for (std::size_t i = 0; i < meant_.sheets.size(); ++i) texts += check_sheet(i);
        if (parts_.has(strings_part)) parts_.compare(strings_part, texts, strings_.uses());
        check_drawings();
        check_properties();
        ThemeReader theme;
        read("xl/theme/theme1.xml", theme);
        parts_.require(theme.complete(), "xl/theme/theme1.xml");
        check_package();
    }

private:
    template <typename Reader>
    void read(const std::string& part, Reader& reader, std::string_view root = {}) {
        parts_.read(part, reader, root);
        references_[part] = reader.relations();
    }

    void check_book() {
        BookReader book;
        read(std::string(book_part), book);
        parts_.compare("<sheet>", book.sheets().size(), meant_.sheets.size());
        for (std::size_t i = 0; i < meant_.sheets.size(); ++i)
            parts_.require(book.sheets()[i] == meant_.sheets[i].name, book_part);
        parts_.compare("<definedName>", book.names(), meant_.names);
    }

    // The number of its texts that are shared.
    std::uint64_t check_sheet(std::size_t index) {
        const std::string part = sheet_part(index);
        SheetPartReader sheet(strings_.checksums());
        read(part, sheet);
        const SheetContent& found = sheet.content();
        const SheetContent& meant = meant_.sheets[index];
        const std::string cells = found.cells.difference(meant.cells);
        if (!cells.empty()) parts_.refuse(part + " " + cells);
        const auto compare = [&](std::string_view element, std::uint64_t SheetContent::*count) {
            parts_.compare(part + " " + std::string(element), found.*count, meant.*count);
        };
        compare("<row>", &SheetContent::rows);
        compare("<mergeCell>", &SheetContent::merged);
        compare("<hyperlink>", &SheetContent::links);
        compare("<dataValidation>", &SheetContent::drop_downs);
        compare("<cfRule>", &SheetContent::coloured);
        compare("<brk>", &SheetContent::page_breaks);
        compare("<autoFilter>", &SheetContent::filters);
        compare("<sheetProtection>", &SheetContent::protections);
        parts_.require(sheet.highest_style() < styles_.formats(), part);
        parts_.require(found.coloured == 0 || styles_.differential_formats() > 0, part);
        return found.cells.texts();
    }

    // Charts are numbered in the order of the sheets, drawings are one a sheet with charts.
    void check_drawings() {
        std::size_t charts = 0;
        std::size_t drawings = 0;
        for (const SheetContent& sheet : meant_.sheets) {
            if (sheet.charts.empty()) continue;
            DrawingReader drawing;
            const std::string name = numbered("xl/drawings/drawing", drawings++);
            read(name, drawing);
            parts_.compare(name, drawing.anchors(), sheet.charts.size());
            for (const ChartContent& meant : sheet.charts) {
                ChartReader chart;
                const std::string part = numbered("xl/charts/chart", charts++);
                read(part, chart);
                parts_.require(chart.content() == meant, part);
            }
        }
        compare_number("xl/drawings/drawing", drawings);
        compare_number("xl/charts/chart", charts);
        compare_number("xl/worksheets/sheet", meant_.sheets.size());
    }

    void compare_number(std::string_view stem, std::size_t meant) {
        const auto& all = parts_.all();
        const auto found = std::count_if(
            all.begin(), all.end(), [&](const auto& part) { return part.first.starts_with(stem); });
        parts_.compare(stem, static_cast<std::uint64_t>(found), meant);
    }

    void check_properties() {
        PropertyReader core, app;
        read("docProps/core.xml", core);
        read("docProps/app.xml", app);
        const auto require = [&](const PropertyReader& part, const char* element,
                                 const std::string& meant) {
            const std::vector<std::string>& texts = part.texts(element);
            const bool same = meant.empty() ? texts.empty() : texts == std::vector{meant};
            if (!same) parts_.refuse(element);
        };
        require(core, "dc:title", meant_.title);
        require(core, "dc:subject", meant_.subject);
        require(core, "dc:creator", meant_.author);
        require(core, "cp:keywords", meant_.keywords);
        require(core, "dc:description", meant_.comments);
        require(core, "dcterms:created", iso_time(meant_.timestamp));
        require(app, "Company", meant_.company);
        std::vector<std::string> names = app.texts("vt:lpstr");
        // "Worksheets", their names, and those of ranges.
        names.erase(names.begin(), std::find(names.begin(), names.end(), meant_.sheets[0].name));
        for (std::size_t i = 0; i < meant_.sheets.size(); ++i)
            parts_.require(i < names.size() && names[i] == meant_.sheets[i].name,
                           "docProps/app.xml");
    }

    // Types are given for the parts that are there, relations lead to them and reach all of them.
    void check_package() {
        ContentTypeReader types;
        read(std::string(content_types), types, "Types");
        std::set<std::string, std::less<>> typed(types.parts().begin(), types.parts().end());
        std::set<std::string, std::less<>> reached;
        for (const auto& [name, index] : parts_.all()) {
            if (!name.ends_with(".rels")) continue;
            RelationReader relations(name);
            read(name, relations, "Relationships");
            const auto& targets = relations.targets();
            for (const auto& [id, target] : targets) reached.insert(target);
            for (const std::string& id : references_[relations.owner()])
                parts_.require(targets.contains(id), name);
            references_.erase(relations.owner());
        }
        for (const auto& [name, references] : references_) parts_.require(references.empty(), name);
        std::set<std::string, std::less<>> there;
        for (const auto& [name, index] : parts_.all())
            if (name != content_types && !name.ends_with(".rels")) there.insert(name);
        parts_.require(typed == there, content_types);
        parts_.require(reached == there, ".rels");
    }

    const PartsOfWorkbook& parts_;
    const WorkbookContent& meant_;
    StyleReader styles_;
    SharedStringReader strings_;
    // What each part refers to, until its relations are read.
    std::map<std::string, std::set<std::string, std::less<>>> references_;
};

}  // namespace

void check_workbook(const WrittenBytes& file, const WorkbookContent& meant) {
    const PartsOfWorkbook parts(file);
    WorkbookCheck(parts, meant).run();
}

void check_workbook_parts(const WrittenBytes& file, std::size_t sheets) {
    const PartsOfWorkbook parts(file);
    BookReader book;
    parts.read(book_part, book);
    if (book.sheets().size() < sheets) parts.compare("<sheet>", book.sheets().size(), sheets);
    for (std::size_t i = 0; i < book.sheets().size(); ++i)
        parts.require(parts.has(sheet_part(i)), sheet_part(i));
}

}  // namespace dutylist::spreadsheet
