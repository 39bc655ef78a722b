#pragma once

#include <span>
#include <vector>

#include "exporters/pdf/pdf_file.h"

namespace dutylist::pdf {

// The pages of a file in one flat tree. PoDoFo's own page tree takes quadratic time.
class PageTree {
public:
    explicit PageTree(PdfFile& file) : file_(file), root_(file.create("Pages")) {}

    // A page of the trimmed size given, in pt, with `margin` around it.
    PoDoFo::PdfObject& add(double width, double height, double margin,
                           const PoDoFo::PdfReference& resources,
                           const PoDoFo::PdfReference& content);
    std::span<const PoDoFo::PdfReference> pages() const { return pages_; }
    // Writes the root; call once, after the last page.
    PoDoFo::PdfReference finish();

private:
    PdfFile& file_;
    PoDoFo::PdfObject& root_;
    std::vector<PoDoFo::PdfReference> pages_;
};

}  // namespace dutylist::pdf
