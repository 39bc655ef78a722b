#include "exporters/pdf/pdf_writer.h"

#include "exporters/pdf/content_stream.h"
#include "exporters/pdf/crop_marks.h"
#include "exporters/pdf/embedded_font.h"
#include "exporters/pdf/imposed_pages.h"
#include "exporters/pdf/marked_content.h"
#include "exporters/pdf/metadata.h"
#include "exporters/pdf/navigation.h"
#include "exporters/pdf/page_content.h"
#include "exporters/pdf/page_tree.h"
#include "exporters/pdf/pdf_file.h"
#include "exporters/pdf/structure_tree.h"

namespace dutylist::pdf {
namespace {

using PoDoFo::PdfName;

// The resource dictionary that all pages share.
PoDoFo::PdfReference add_resources(PdfFile& file, const typeset::PagedDocument& document,
                                   std::vector<FontUsage>& fonts) {
    std::string resources = "<</Font<<";
    for (std::size_t i = 0; i < fonts.size(); ++i) {
        if (fonts[i].empty()) continue;
        resources += "/F" + std::to_string(i) + " ";
        append_reference(resources, embed_font(file, *document.fonts[i], fonts[i]).ObjectNumber());
    }
    return file.create_written(resources + ">>>>");
}

// What the catalog says of every document.
PoDoFo::PdfObject& add_catalog(PdfFile& file, const typeset::PagedDocument& document,
                               const PoDoFo::PdfReference& page_tree, Conformance conformance) {
    PoDoFo::PdfObject& catalog = file.create("Catalog");
    PoDoFo::PdfDictionary& entries = catalog.GetDictionary();
    entries.AddKey("Pages", page_tree);
    entries.AddKey("Metadata", add_xmp(file, document, conformance));
    std::string intents = "[";
    append_reference(intents, add_output_intent(file).ObjectNumber());
    entries.AddKey("OutputIntents", written(intents + "]"));
    if (!document.language.empty()) entries.AddKey("Lang", text_string(document.language));
    return catalog;
}

class BookWriter {
public:
    BookWriter(PdfFile& file, const typeset::PagedDocument& document, const PdfSettings& settings)
        : file_(file),
          document_(document),
          settings_(settings),
          content_(document),
          margin_(settings.crop_marks ? settings.crop_marks->margin() : 0) {}

    PoDoFo::PdfReference write(std::vector<FontUsage>& fonts,
                               const PoDoFo::PdfReference& resources) {
        PageTree tree(file_);
        for (std::uint32_t i = 0; i < document_.pages.size(); ++i) {
            add_page(tree, i, fonts, resources);
        }
        const bool tagged = !document_.structure.empty();
        PoDoFo::PdfObject& catalog =
            add_catalog(file_, document_, tree.finish(), tagged ? Conformance::a : Conformance::b);
        PoDoFo::PdfDictionary& entries = catalog.GetDictionary();
        entries.AddKey("ViewerPreferences", written("<</DisplayDocTitle true/PrintScaling/None>>"));
        if (tagged) {
            entries.AddKey("MarkInfo", written("<</Marked true>>"));
            entries.AddKey("StructTreeRoot",
                           add_structure_tree(file_, document_, content_, tree.pages(), links_));
        }
        if (const auto outlines = add_outlines(file_, document_.bookmarks)) {
            entries.AddKey("Outlines", *outlines);
            entries.AddKey("PageMode", PdfName("UseOutlines"));
        }
        if (const auto names = add_destinations(file_, document_, margin_, tree.pages())) {
            std::string value = "<</Dests ";
            append_reference(value, names->ObjectNumber());
            entries.AddKey("Names", written(value + ">>"));
        }
        if (const std::string labels = page_labels(document_.pages); !labels.empty()) {
            entries.AddKey("PageLabels", written(labels));
        }
        return catalog.Reference();
    }

private:
    void add_page(PageTree& tree, std::uint32_t index, const std::vector<FontUsage>& fonts,
                  const PoDoFo::PdfReference& resources) {
        const typeset::Page& page = document_.pages[index];
        const bool tagged = !document_.structure.empty();
        std::string content =
            draw_page(document_, index, margin_, fonts, tagged ? &content_ : nullptr);
        if (settings_.crop_marks) {
            const typeset::Rectangle trim{margin_, margin_, page.width, page.height};
            content += draw_crop_marks(*settings_.crop_marks, trim, tagged);
        }
        PoDoFo::PdfObject& object = tree.add(page.width, page.height, margin_, resources,
                                             file_.create_stream(content).Reference());
        PoDoFo::PdfDictionary& entries = object.GetDictionary();
        if (page.rotate != 0) entries.AddKey("Rotate", integer(page.rotate));
        const std::string links = add_links(file_, document_, index, margin_, content_, links_);
        if (!links.empty()) entries.AddKey("Annots", written(links));
        if (tagged) {
            entries.AddKey("StructParents", integer(index));
            entries.AddKey("Tabs", PdfName("S"));
        }
    }

    PdfFile& file_;
    const typeset::PagedDocument& document_;
    const PdfSettings& settings_;
    MarkedContent content_;
    std::vector<PoDoFo::PdfReference> links_;
    double margin_;
};

// Every page once as a form, then the sheets that show them.
PoDoFo::PdfReference write_imposed(PdfFile& file, const typeset::PagedDocument& document,
                                   const PdfSettings& settings, const std::vector<FontUsage>& fonts,
                                   const PoDoFo::PdfReference& resources) {
    const PoDoFo::PdfReference pages = add_imposed_pages(file, document, *settings.imposition,
                                                         settings.crop_marks, fonts, resources);
    PoDoFo::PdfObject& catalog = add_catalog(file, document, pages, Conformance::b);
    const bool folded = settings.imposition->kind == Imposition::Kind::saddle;
    catalog.GetDictionary().AddKey(
        "ViewerPreferences", written(std::string("<</DisplayDocTitle true/PrintScaling/None") +
                                     (folded ? "/Duplex/DuplexFlipShortEdge>>" : ">>")));
    return catalog.Reference();
}

}  // namespace

std::string make_pdf(const typeset::PagedDocument& document, const PdfSettings& settings) {
    std::vector<FontUsage> fonts = collect_font_usage(document);
    PdfFile file;
    const PoDoFo::PdfReference resources = add_resources(file, document, fonts);
    const PoDoFo::PdfReference catalog =
        settings.imposition ? write_imposed(file, document, settings, fonts, resources)
                            : BookWriter(file, document, settings).write(fonts, resources);
    return file.write(catalog, add_information(file, document));
}

}  // namespace dutylist::pdf
