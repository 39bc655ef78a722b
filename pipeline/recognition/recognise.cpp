#include "pipeline/recognition/recognise.h"

#include "pipeline/analysis/analyse.h"
#include "pipeline/recognition/one_unit.h"
#include "pipeline/recognition/recogniser.h"

namespace dutylist {

Document recognise_all(std::vector<Draft> drafts, const RecognitionSettings& settings,
                       Diagnostics& diagnostics) {
    if (settings.unit.empty()) require_one_unit(drafts, settings);
    Recogniser recogniser(settings, diagnostics);
    std::string names;
    for (Draft& draft : drafts) {
        names += (names.empty() ? "" : "、") + draft.source_file;
        recogniser.read(std::move(draft));
    }
    Document document = recogniser.finish(names);
    analyse(document, diagnostics);
    return document;
}

Document recognise(Draft draft, const RecognitionSettings& settings, Diagnostics& diagnostics) {
    std::vector<Draft> drafts;
    drafts.push_back(std::move(draft));
    return recognise_all(std::move(drafts), settings, diagnostics);
}

}  // namespace dutylist
