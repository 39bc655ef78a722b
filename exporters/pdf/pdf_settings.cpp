#include "exporters/pdf/pdf_settings.h"

#include "pipeline/templates/template_store.h"

namespace dutylist::pdf {
namespace {

constexpr double points_per_millimetre = 72 / 25.4;

// A length in mm, from 0 to a bound that no sheet of paper passes.
double length(const XmlElement& element, std::string_view attribute, double fallback) {
    const double millimetres = element.number(attribute, fallback);
    if (!(millimetres >= 0 && millimetres <= 2000)) element.fail_value(attribute, "0 – 2000 (mm)");
    return millimetres * points_per_millimetre;
}

Imposition read_imposition(const XmlElement& element, Imposition::Kind kind) {
    element.allow_children({});
    Imposition imposition;
    imposition.kind = kind;
    if (kind == Imposition::Kind::saddle) {
        element.allow_attributes({"sheet-width", "sheet-height", "creep", "fold-marks"});
        imposition.creep = length(element, "creep", 0);
        imposition.fold_marks = element.flag("fold-marks", false);
    } else {
        element.allow_attributes({"sheet-width", "sheet-height"});
    }
    imposition.sheet_width = length(element, "sheet-width", 0);
    imposition.sheet_height = length(element, "sheet-height", 0);
    if ((imposition.sheet_width == 0) != (imposition.sheet_height == 0)) {
        element.required(imposition.sheet_width == 0 ? "sheet-width" : "sheet-height");
    }
    return imposition;
}

}  // namespace

PdfSettings read_print_settings(const TemplateStore& templates,
                                std::optional<Imposition::Kind> imposition) {
    const XmlDocument document = templates.xml("print.xml");
    const XmlElement root = document.root();
    root.allow_attributes({});
    root.allow_children({"crop-marks", "saddle", "two-up"});
    PdfSettings settings;
    if (const XmlElement marks = root.child("crop-marks")) {
        marks.allow_attributes({"draw", "length", "distance", "line-width"});
        marks.allow_children({});
        CropMarks read;
        read.length = length(marks, "length", 5);
        read.distance = length(marks, "distance", 3);
        read.line_width = length(marks, "line-width", 0.1);
        if (marks.flag("draw", false)) settings.crop_marks = read;
    }
    // Both are read, so that a mistake in either is told whatever is printed.
    for (const auto kind : {Imposition::Kind::saddle, Imposition::Kind::two_up}) {
        const XmlElement element =
            root.child(kind == Imposition::Kind::saddle ? "saddle" : "two-up");
        Imposition read;
        read.kind = kind;
        if (element) read = read_imposition(element, kind);
        if (imposition == kind) settings.imposition = read;
    }
    return settings;
}

}  // namespace dutylist::pdf
