#include "exporters/pdf/imposed_pages.h"

#include <algorithm>

#include "exporters/pdf/content_stream.h"
#include "exporters/pdf/crop_marks.h"
#include "exporters/pdf/imposition.h"
#include "exporters/pdf/page_content.h"
#include "exporters/pdf/page_tree.h"

namespace dutylist::pdf {
namespace {

using PoDoFo::PdfName;

std::vector<PoDoFo::PdfReference> add_forms(PdfFile& file, const typeset::PagedDocument& document,
                                            std::span<const FontUsage> fonts,
                                            const PoDoFo::PdfReference& resources) {
    std::vector<PoDoFo::PdfReference> forms;
    for (std::uint32_t i = 0; i < document.pages.size(); ++i) {
        PoDoFo::PdfObject& form = file.create_stream(draw_page(document, i, 0, fonts, nullptr));
        ContentStream box;
        box.raw("[").number(0).number(0).number(document.pages[i].width, 3);
        box.number(document.pages[i].height, 3).raw("]");
        PoDoFo::PdfDictionary& entries = form.GetDictionary();
        entries.AddKey("Type", PdfName("XObject"));
        entries.AddKey("Subtype", PdfName("Form"));
        entries.AddKey("BBox", written(box.bytes()));
        entries.AddKey("Resources", resources);
        forms.push_back(form.Reference());
    }
    return forms;
}

std::string form_name(std::size_t page) { return "P" + std::to_string(page); }

std::string draw_side(const SheetSide& side, const ImpositionPlan& plan, double margin) {
    ContentStream out;
    for (const PlacedPage& placed : side) {
        out.op("q");
        out.number(placed.cell_x + margin, 3).number(margin, 3);
        out.number(plan.sheet_width / 2, 3).number(plan.sheet_height, 3).op("re");
        out.op("W");
        out.op("n");
        out.number(placed.scale, 5).number(0).number(0).number(placed.scale, 5);
        out.number(placed.x + margin, 3).number(placed.y + margin, 3).op("cm");
        out.name(form_name(placed.page)).op("Do");
        out.op("Q");
    }
    return out.take();
}

}  // namespace

PoDoFo::PdfReference add_imposed_pages(PdfFile& file, const typeset::PagedDocument& document,
                                       const Imposition& imposition,
                                       const std::optional<CropMarks>& marks,
                                       std::span<const FontUsage> fonts,
                                       const PoDoFo::PdfReference& resources) {
    double width = 0;
    double height = 0;
    for (const typeset::Page& page : document.pages) {
        width = std::max(width, page.width);
        height = std::max(height, page.height);
    }
    const ImpositionPlan plan = plan_imposition(imposition, document.pages.size(), width, height);
    const std::vector<PoDoFo::PdfReference> forms = add_forms(file, document, fonts, resources);

    const double margin = marks ? marks->margin() : 0;
    const typeset::Rectangle trim{margin, margin, plan.sheet_width, plan.sheet_height};
    PageTree tree(file);
    for (const SheetSide& side : plan.sides) {
        std::string content = draw_side(side, plan, margin);
        if (marks) content += draw_crop_marks(*marks, trim, false);
        if (imposition.fold_marks) {
            content += draw_fold_marks(marks, trim, margin + plan.sheet_width / 2);
        }
        std::string objects = "<</XObject<<";
        for (const PlacedPage& placed : side) {
            objects += "/" + form_name(placed.page) + " ";
            append_reference(objects, forms[placed.page].ObjectNumber());
        }
        tree.add(plan.sheet_width, plan.sheet_height, margin, file.create_written(objects + ">>>>"),
                 file.create_stream(content).Reference());
    }
    return tree.finish();
}

}  // namespace dutylist::pdf
