#pragma once

#include <initializer_list>
#include <string_view>

#include "pipeline/templates/template_file.h"

namespace dutylist {

// An attribute of a template's element that is a number within bounds, and where it goes.
struct NumberSetting {
    std::string_view attribute;
    double* value;
    double least = 0;
    double most = 10'000;
};

// Reads the numbers; the element has no other attributes but `others`, and no children but those
// `children`. Throws JobError with file and line, and what is allowed, for anything else.
void read_numbers(const TemplateElement& element, std::initializer_list<NumberSetting> numbers,
                  std::initializer_list<std::string_view> others = {},
                  std::initializer_list<std::string_view> children = {});

// A number between the two. Throws JobError xml_missing or xml_bad_value ("least–most").
double number_within(const XmlElement& element, std::string_view attribute, double least,
                     double most);

}  // namespace dutylist
