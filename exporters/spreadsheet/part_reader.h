#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "exporters/spreadsheet/markup_reader.h"

namespace dutylist::spreadsheet {

using Attributes = std::span<const MarkupAttribute>;

// What is read of every part; each kind of part has its own reader beside it. Every prefix of an
// element has to stand for a namespace of workbooks.
class PartReader : public MarkupHandler {
public:
    void start(std::string_view name, Attributes attributes) final;

    const std::string& root() const { return root_; }
    // The relations that the part refers to: "rId1".
    const std::set<std::string, std::less<>>& relations() const { return relations_; }
    // Whether the part contradicts itself.
    bool contradictory() const { return contradictory_; }

protected:
    virtual void element(std::string_view, Attributes) {}
    void require(bool condition) { contradictory_ |= !condition; }
    // The attribute as a number; one that is none is a contradiction.
    std::uint64_t number(Attributes attributes, std::string_view name);

private:
    void read_namespace(const MarkupAttribute& attribute);
    void require_declared(std::string_view name);

    std::string root_;
    std::set<std::string, std::less<>> prefixes_;
    std::set<std::string, std::less<>> relations_;
    bool contradictory_ = false;
};

}  // namespace dutylist::spreadsheet
