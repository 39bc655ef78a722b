#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/spreadsheet/part_reader.h"

namespace dutylist::spreadsheet {

// The parts that say what the others are.

// [Content_Types].xml: the parts that it names, as the container does.
class ContentTypeReader : public PartReader {
public:
    const std::set<std::string>& parts() const { return parts_; }

private:
    void element(std::string_view name, Attributes attributes) override;
    std::set<std::string> parts_;
};

// A part NAME.rels: what the relations of another part lead to, as the container names it.
class RelationReader : public PartReader {
public:
    // `file`: its own name.
    explicit RelationReader(std::string_view file);

    // The part whose relations they are; empty: the whole package.
    const std::string& owner() const { return owner_; }
    const std::map<std::string, std::string, std::less<>>& targets() const { return targets_; }

private:
    void element(std::string_view name, Attributes attributes) override;
    std::string owner_, folder_;
    std::map<std::string, std::string, std::less<>> targets_;
};

// xl/workbook.xml.
class BookReader : public PartReader {
public:
    const std::vector<std::string>& sheets() const { return sheets_; }
    std::uint64_t names() const { return names_; }

private:
    void element(std::string_view name, Attributes attributes) override;
    std::vector<std::string> sheets_;
    std::uint64_t names_ = 0;
};

// docProps/app.xml and docProps/core.xml: texts by the name of their element, in order.
class PropertyReader : public PartReader {
public:
    const std::vector<std::string>& texts(std::string_view element) const;
    void text(std::string_view markup) override;
    void end(std::string_view) override { open_.clear(); }

private:
    void element(std::string_view name, Attributes attributes) override;
    std::string open_;
    std::map<std::string, std::vector<std::string>, std::less<>> texts_;
};

// xl/styles.xml: what it counts, and whether each format's references lead somewhere.
class StyleReader : public PartReader {
public:
    std::uint64_t formats() const { return formats_; }
    std::uint64_t differential_formats() const { return differential_formats_; }

private:
    void element(std::string_view name, Attributes attributes) override;
    std::uint64_t fonts_ = 0, fills_ = 0, borders_ = 0, formats_ = 0, differential_formats_ = 0;
};

// xl/theme/theme1.xml.
class ThemeReader : public PartReader {
public:
    // Whether it has colours, fonts and shapes, each once.
    bool complete() const { return colors_ == 1 && fonts_ == 1 && shapes_ == 1; }

private:
    void element(std::string_view name, Attributes attributes) override;
    int colors_ = 0, fonts_ = 0, shapes_ = 0;
};

}  // namespace dutylist::spreadsheet
