#include "exporters/pdf/crop_marks.h"

#include "exporters/pdf/content_stream.h"

namespace dutylist::pdf {
namespace {

class Marks {
public:
    explicit Marks(const CropMarks& marks) : marks_(marks) {
        out_.op("q");
        out_.number(0).op("G");
        out_.number(marks.line_width, 3).op("w");
    }
    // From the edge at (x, y) outwards in the direction given.
    void mark(double x, double y, int right, int up) {
        const double near = marks_.distance;
        const double far = marks_.margin();
        out_.number(x + right * near, 3).number(y + up * near, 3).op("m");
        out_.number(x + right * far, 3).number(y + up * far, 3).op("l");
    }
    std::string finish() {
        out_.op("S");
        out_.op("Q");
        return out_.take();
    }

private:
    const CropMarks& marks_;
    ContentStream out_;
};

}  // namespace

std::string draw_crop_marks(const CropMarks& marks, const typeset::Rectangle& trim, bool tagged) {
    Marks drawing(marks);
    const double right = trim.x + trim.width;
    const double top = trim.y + trim.height;
    for (const double y : {trim.y, top}) {
        drawing.mark(trim.x, y, -1, 0);
        drawing.mark(right, y, 1, 0);
    }
    for (const double x : {trim.x, right}) {
        drawing.mark(x, trim.y, 0, -1);
        drawing.mark(x, top, 0, 1);
    }
    const std::string content = drawing.finish();
    return tagged ? "/Artifact BMC\n" + content + "EMC\n" : content;
}

std::string draw_fold_marks(const std::optional<CropMarks>& marks, const typeset::Rectangle& trim,
                            double x) {
    static constexpr CropMarks inside{14, 0, 0.3};
    Marks drawing(marks ? *marks : inside);
    const int outwards = marks ? 1 : -1;
    drawing.mark(x, trim.y, 0, -outwards);
    drawing.mark(x, trim.y + trim.height, 0, outwards);
    return drawing.finish();
}

}  // namespace dutylist::pdf
