#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/check/cell_characters.h"
#include "pipeline/check/finding.h"
#include "pipeline/check/near_names.h"
#include "pipeline/check/phrase_matcher.h"
#include "pipeline/office/office.h"

namespace dutylist::check {

// A department as the departments column and the hand-overs name it.
struct KnownDepartment {
    std::string name;        // as printed
    std::string counted_as;  // by the office's dictionary
    std::string region;   // the prefix of its name that the unit explains: 青石县, 县; or empty
    std::u32string core;  // the rest, 委员会 shortened to 委 and 办公室 to 办
    std::uint32_t count = 0;
    Place place;  // where it stands first
    TextSpan span;
    std::vector<std::size_t> forms;  // in which a text may name it (short_forms): their numbers
};

// All departments of a document, made once before the rules run.
class DepartmentBook {
public:
    DepartmentBook(const Document& document, const DepartmentDictionary& dictionary);
    DepartmentBook(const DepartmentBook&) = delete;  // the matcher looks into the book
    DepartmentBook& operator=(const DepartmentBook&) = delete;

    const std::vector<KnownDepartment>& all() const { return departments_; }
    // By printed name; nullptr if the document lists no such department.
    const KnownDepartment* find(std::string_view name) const;

    // The prefix that nearly all departments of the document have (青石县), or empty.
    const std::string& usual_prefix() const { return usual_prefix_; }
    // Whether a department with a region has this core.
    bool knows_core_in_region(const std::u32string& core) const {
        return cores_in_region_.contains(core);
    }

    // The department that a text names at this character, with its region (县农业农村局 or in
    // full); the longest name wins. Sets `end`.
    const KnownDepartment* named_at(const CellCharacters& text, std::size_t index,
                                    std::size_t& end) const;

    // The numbers of all forms of departments' names that stand in a text. Names of more than
    // `longest_form` characters are none of them and are looked for in no text.
    static constexpr std::size_t longest_form = 60;
    std::unordered_set<std::size_t> forms_in(std::string_view text) const;

private:
    void find_usual_prefix();
    void note_forms(std::size_t department, const Unit& unit);

    std::vector<KnownDepartment> departments_;
    std::string usual_prefix_;
    std::set<std::u32string> cores_in_region_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    std::unordered_map<std::u32string, std::size_t> form_numbers_;
    std::vector<std::u32string_view> forms_;  // by number; the text is the index's
    std::vector<std::u32string_view> named_;  // those that tell the department
    std::vector<std::size_t> owners_;         // of named_
    PhraseMatcher form_matcher_{{}};
    PhraseMatcher name_matcher_{{}};
};

// The rest of a department's name behind its region, in the form of KnownDepartment::core.
std::u32string department_core(std::string_view name);

// Cores that are one department written two ways: 文化广播电视和旅游局 and 文化广播电视台和旅游局,
// 应急局 and 应急管理局; not 财政局 and 民政局, for names that differ in one character are long.
inline constexpr Nearness near_cores{.replaced = 6, .one_lost = 3, .two_lost = 3};

}  // namespace dutylist::check
