#include "exporters/office_container/package.h"

#include <filesystem>
#include <utility>

#include "exporters/office_container/xml_writer.h"
#include "pipeline/timestamp.h"

namespace dutylist::office_container {
namespace {

constexpr std::string_view package_namespace = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view relation_prefix = "http://schemas.openxmlformats.org/";

std::string joined(std::string_view first, std::string_view second) {
    return std::string(first) + std::string(second);
}

// As the owner names it: relative to its folder.
std::string relative_target(const std::string& owner, const std::string& target) {
    const std::filesystem::path folder = std::filesystem::path(owner).parent_path();
    return folder.empty()
               ? target
               : std::filesystem::path(target).lexically_relative(folder).generic_string();
}

}  // namespace

std::string relations_part(std::string_view owner) {
    const std::size_t slash = owner.rfind('/');
    const std::string folder(slash == std::string_view::npos ? "" : owner.substr(0, slash + 1));
    const std::string_view name = slash == std::string_view::npos ? owner : owner.substr(slash + 1);
    return folder + "_rels/" + std::string(name) + ".rels";
}

std::string& Package::add(std::string name, std::string_view content_type) {
    entries_.push_back(std::make_unique<Entry>(
        Entry{{std::move(name), {}}, joined("application/vnd.openxmlformats-", content_type)}));
    return entries_.back()->part.bytes;
}

std::string Package::relate(const std::string& owner, const std::string& target,
                            std::string_view type) {
    std::vector<Relation>& relations = relations_[owner];
    std::string id = "rId" + std::to_string(relations.size() + 1);
    relations.push_back({id, joined(relation_prefix, type), relative_target(owner, target)});
    return id;
}

void Package::add_properties(const Properties& properties) {
    const std::string core = "docProps/core.xml";
    const std::string app = "docProps/app.xml";
    {
        XmlWriter xml(add(core, "package.core-properties+xml"));
        const OpenElement root(xml, "cp:coreProperties",
                               {{"xmlns:cp", joined(package_namespace, "metadata/core-properties")},
                                {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                                {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
        const auto element = [&xml](std::string_view name, std::string_view text) {
            if (text.empty()) return;
            const OpenElement own(xml, name);
            xml.text(text);
        };
        const std::string date = iso_time(properties.timestamp);
        element("dc:title", properties.title);
        element("dc:subject", properties.subject);
        element("dc:creator", properties.author);
        for (const std::string_view name : {"dcterms:created", "dcterms:modified"}) {
            const OpenElement own(xml, name, {{"xsi:type", "dcterms:W3CDTF"}});
            xml.text(date);
        }
    }
    {
        XmlWriter xml(add(app, "officedocument.extended-properties+xml"));
        const OpenElement root(
            xml, "Properties",
            {{"xmlns", joined(relation_prefix, "officeDocument/2006/extended-properties")}});
        const OpenElement name(xml, "Application");
        xml.text("dutylist");
    }
    relate("", core, "package/2006/relationships/metadata/core-properties");
    relate("", app, "officeDocument/2006/relationships/extended-properties");
}

void Package::write(std::int64_t timestamp, Sink& sink) const {
    std::vector<Part> parts;
    parts.push_back({"[Content_Types].xml", {}});
    {
        XmlWriter xml(parts.back().bytes);
        const OpenElement root(xml, "Types",
                               {{"xmlns", joined(package_namespace, "content-types")}});
        const std::string relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", {{"Extension", "rels"}, {"ContentType", relations}});
        xml.empty("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
        for (const auto& entry : entries_) {
            xml.empty("Override",
                      {{"PartName", "/" + entry->part.name}, {"ContentType", entry->content_type}});
        }
    }
    for (const auto& [owner, relations] : relations_) {
        Part& part = parts.emplace_back(Part{relations_part(owner), {}});
        XmlWriter xml(part.bytes);
        const OpenElement root(xml, "Relationships",
                               {{"xmlns", joined(package_namespace, "relationships")}});
        for (const Relation& relation : relations) {
            xml.empty("Relationship",
                      {{"Id", relation.id}, {"Type", relation.type}, {"Target", relation.target}});
        }
    }
    for (const auto& entry : entries_) parts.push_back(entry->part);
    write_container(parts, timestamp, sink);
}

}  // namespace dutylist::office_container
