#include "exporters/pdf/page_tree.h"

#include "exporters/pdf/content_stream.h"

namespace dutylist::pdf {
namespace {

std::string box(double left, double bottom, double right, double top) {
    ContentStream out;
    out.raw("[").number(left, 3).number(bottom, 3).number(right, 3).number(top, 3).raw("]");
    return out.take();
}

}  // namespace

PoDoFo::PdfObject& PageTree::add(double width, double height, double margin,
                                 const PoDoFo::PdfReference& resources,
                                 const PoDoFo::PdfReference& content) {
    PoDoFo::PdfObject& page = file_.create("Page");
    PoDoFo::PdfDictionary& entries = page.GetDictionary();
    entries.AddKey("Parent", root_.Reference());
    entries.AddKey("MediaBox", written(box(0, 0, width + 2 * margin, height + 2 * margin)));
    entries.AddKey("TrimBox", written(box(margin, margin, margin + width, margin + height)));
    entries.AddKey("Resources", resources);
    entries.AddKey("Contents", content);
    pages_.push_back(page.Reference());
    return page;
}

PoDoFo::PdfReference PageTree::finish() {
    std::string kids = "[";
    for (const PoDoFo::PdfReference& page : pages_) {
        if (kids.size() > 1) kids += ' ';
        append_reference(kids, page.ObjectNumber());
    }
    root_.GetDictionary().AddKey("Kids", written(kids + "]"));
    root_.GetDictionary().AddKey("Count", integer(pages_.size()));
    return root_.Reference();
}

}  // namespace dutylist::pdf
