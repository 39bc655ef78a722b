#include "cli/archive_documents.h"

#include <algorithm>

#include "importers/xml/xml_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/registry.h"
#include "pipeline/text/white_space.h"

namespace dutylist::cli {

Document document_in_xml(const std::string& source_name, std::string xml,
                         const TemplateStore& templates) {
    ImportSettings settings;
    settings.templates = &templates;
    Diagnostics told_before;
    Imported imported = read_canonical_xml({source_name, std::move(xml)}, settings, told_before);
    return std::get<Document>(std::move(imported));
}

Document archived_document(const Archive& archive, const ArchivedDocument& entry,
                           const TemplateStore& templates) {
    return document_in_xml(entry.source_name, archive.xml(entry), templates);
}

namespace {

std::vector<std::string> sources_of(const Document& document) {
    std::vector<std::string> names;
    const SourceOrigin* last = nullptr;
    for (const DutyList& list : document.lists) {
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) {
                const SourceOrigin* origin = cell.source.origin().get();
                if (!origin || origin == last || origin->file.empty()) continue;
                last = origin;
                if (std::find(names.begin(), names.end(), origin->file) == names.end())
                    names.push_back(origin->file);
            }
        }
    }
    return names;
}

}  // namespace

std::optional<DocumentFacts> facts_of(std::string_view xml, const TemplateStore& templates) {
    try {
        const Document document = document_in_xml({}, std::string(xml), templates);
        return DocumentFacts{document.unit, document.period.iso(), sources_of(document),
                             items_by_kind(document)};
    } catch (const JobError&) {
        return {};
    }
}

std::array<std::uint32_t, 3> items_by_kind(const Document& document) {
    std::array<std::uint32_t, 3> items{};
    for (const DutyList& list : document.lists) {
        items[static_cast<std::size_t>(list.kind)] += static_cast<std::uint32_t>(list.items.size());
    }
    return items;
}

std::vector<ArchivedDocument> of_one_unit(std::vector<ArchivedDocument> entries,
                                          const std::string& wanted, const std::string& file,
                                          const std::string& what) {
    std::string full_name = without_white_space(wanted);
    full_name.erase(std::remove(full_name.begin(), full_name.end(), '/'), full_name.end());
    std::vector<ArchivedDocument> exact;
    std::vector<std::string> names;
    for (const ArchivedDocument& entry : entries) {
        const std::string name = entry.unit.full_name();
        if (without_white_space(name) == full_name) exact.push_back(entry);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (!exact.empty()) return exact;
    if (names.size() > 1) {
        throw JobError(Code::archive_several_units, {}, {file, what, names});
    }
    return entries;
}

std::vector<ReportUnit> units_of(const std::vector<ArchivedDocument>& entries) {
    std::vector<ReportUnit> units;
    for (const ArchivedDocument& entry : entries) {
        if (units.empty() || !(units.back().unit == entry.unit)) {
            units.push_back({entry.unit, {}});
        }
        units.back().months.push_back(entry.month);
    }
    return units;
}

Ledger ledger_of(const std::filesystem::path& file, const TemplateStore& templates,
                 Diagnostics& diagnostics) {
    SourceBytes source = read_source(file, default_limits.settings_bytes);
    const Importer* best = best_importer(source, importer_table());
    ImportSettings settings;
    settings.templates = &templates;
    if (best) {
        try {
            Imported imported = best->read(std::move(source), settings, diagnostics);
            if (const auto* draft = std::get_if<Draft>(&imported)) {
                return read_ledger(*draft, templates, diagnostics);
            }
        } catch (const JobError& error) {
            // A ledger has no mapping to be named.
            if (error.diagnostic().code != Code::mapping_needed) throw;
        }
    }
    throw JobError(Code::ledger_without_table, {file.string(), {}, 0, 0});
}

}  // namespace dutylist::cli
