#pragma once

#include <string>
#include <vector>

#include "pipeline/model/unit.h"

namespace dutylist {

class TemplateStore;

// The cities that are of the level of a province: regions.xml of a template
// (templates/schemas/regions.xsd). Throws JobError with file and line for a mistake in the file.
std::vector<std::string> read_municipalities(const TemplateStore& templates);

// A unit as it was read by the endings of names, in which a municipality is taken for a prefecture
// or, directly above a town, for a county: moves it to the level of provinces.
void raise_municipality(Unit& unit, const std::vector<std::string>& municipalities);

}  // namespace dutylist
