#include "exporters/spreadsheet/package_reader.h"

#include <algorithm>
#include <filesystem>

#include "exporters/spreadsheet/part_kind.h"

namespace dutylist::spreadsheet {

void ContentTypeReader::element(std::string_view name, Attributes attributes) {
    if (name != "Override") return;
    std::string_view part = value_of(attributes, "PartName");
    part.remove_prefix(std::min(part.size(), std::size_t{1}));  // the slash before it
    const PartKind* kind = kind_of_part(part);
    require(parts_.emplace(part).second && kind &&
            value_of(attributes, "ContentType") ==
                "application/vnd.openxmlformats-" + std::string(kind->content_type));
}

RelationReader::RelationReader(std::string_view file) {
    // "xl/_rels/workbook.xml.rels" are those of "xl/workbook.xml".
    const std::filesystem::path path(file);
    const std::filesystem::path folder = path.parent_path().parent_path();
    folder_ = folder.string();
    const std::string stem = path.stem().string();  // "workbook.xml"; of ".rels" itself ".rels"
    if (stem != ".rels") owner_ = (folder / stem).string();
}

void RelationReader::element(std::string_view name, Attributes attributes) {
    if (name != "Relationship") return;
    const std::filesystem::path target(value_of(attributes, "Target"));
    const std::string part =
        target.is_absolute()
            ? target.relative_path().string()
            : (std::filesystem::path(folder_) / target).lexically_normal().string();
    const std::string id(value_of(attributes, "Id"));
    const bool is_new = !id.empty() && targets_.emplace(id, part).second;
    const PartKind* kind = kind_of_part(part);
    require(is_new && kind &&
            value_of(attributes, "Type") ==
                "http://schemas.openxmlformats.org/" + std::string(kind->relation));
}

void BookReader::element(std::string_view name, Attributes attributes) {
    if (name == "definedName") ++names_;
    if (name != "sheet") return;
    require(append_unescaped(sheets_.emplace_back(), value_of(attributes, "name")));
}

const std::vector<std::string>& PropertyReader::texts(std::string_view element) const {
    static const std::vector<std::string> none;
    const auto found = texts_.find(element);
    return found == texts_.end() ? none : found->second;
}

void PropertyReader::element(std::string_view name, Attributes) { open_ = name; }

void PropertyReader::text(std::string_view markup) {
    require(append_unescaped(texts_[open_].emplace_back(), markup));
}

void StyleReader::element(std::string_view name, Attributes attributes) {
    if (name == "fonts") fonts_ = number(attributes, "count");
    if (name == "fills") fills_ = number(attributes, "count");
    if (name == "borders") borders_ = number(attributes, "count");
    if (name == "dxfs") differential_formats_ = number(attributes, "count");
    if (name == "cellXfs") formats_ = number(attributes, "count");
    if (name != "xf") return;
    require(number(attributes, "fontId") < fonts_ && number(attributes, "fillId") < fills_ &&
            number(attributes, "borderId") < borders_);
}

void ThemeReader::element(std::string_view name, Attributes) {
    colors_ += name == "a:clrScheme";
    fonts_ += name == "a:fontScheme";
    shapes_ += name == "a:fmtScheme";
}

}  // namespace dutylist::spreadsheet
