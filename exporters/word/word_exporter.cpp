#include "exporters/word/word_exporter.h"

#include "exporters/booklet/booklet.h"
#include "exporters/booklet/extract.h"
#include "exporters/office_container/package.h"
#include "exporters/word/document_check.h"
#include "exporters/word/document_part.h"
#include "exporters/word/style_part.h"

namespace dutylist {
namespace {

constexpr const char* main_part = "word/document.xml";
constexpr std::string_view type_prefix = "officedocument.wordprocessingml.";
constexpr std::string_view relation_prefix = "officeDocument/2006/relationships/";

std::string with(std::string_view prefix, std::string_view rest) {
    return std::string(prefix) + std::string(rest);
}

std::string& add_part(office_container::Package& package, const std::string& name,
                      std::string_view type, std::string_view relation) {
    std::string& part = package.add(name, with(type_prefix, type));
    package.relate(main_part, name, with(relation_prefix, relation));
    return part;
}

}  // namespace

void write_docx(const ExportInput& input, Sink& sink, Diagnostics&) {
    // What the booklet tells of fonts is of no concern to a document that names its fonts.
    Diagnostics of_booklet;
    const booklet::BookletLayout layout = booklet::lay_out_booklet(input, of_booklet);
    const Document& document = layout.extract ? *layout.extract : input.document;
    const word::WordTemplate settings = word::read_word_template(input.templates);
    office_container::Package package;
    std::string& main = package.add(main_part, with(type_prefix, "document.main+xml"));
    package.relate("", main_part, with(relation_prefix, "officeDocument"));
    word::write_styles(add_part(package, "word/styles.xml", "styles+xml", "styles"),
                       layout.settings, settings);
    word::write_settings(add_part(package, "word/settings.xml", "settings+xml", "settings"),
                         layout.settings, settings);
    word::write_font_table(add_part(package, "word/fontTable.xml", "fontTable+xml", "fontTable"),
                           settings);
    const word::Sections sections(package, main_part, layout.settings, settings);
    word::write_document(main, document, layout, settings, sections);
    package.add_properties(
        {layout.pages.title, layout.pages.author, layout.pages.subject, input.timestamp});
    package.write(input.timestamp, sink);
}

void verify_docx(const ExportInput& input, const WrittenBytes& bytes) {
    if (!input.part) return word::check_document(bytes, input.document);
    word::check_document(bytes, booklet::extract(input.document, input.office, *input.part));
}

}  // namespace dutylist
