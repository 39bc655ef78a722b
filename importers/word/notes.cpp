#include "importers/word/notes.h"

#include <utility>

#include "importers/office_container/xml_part.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

class NotesHandler : public XmlHandler {
public:
    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "footnote" || name == "endnote") {
            id_ = attributes.value("id");
            text_.clear();
        } else if (name == "p" && !text_.empty()) {
            text_ += ' ';
        }
        in_text_ = name == "t";
    }

    void end_element(std::string_view name, std::string_view) override {
        in_text_ = false;
        if (name == "footnote" || name == "endnote") texts[id_] = std::string(trimmed(text_));
    }

    void characters(std::string_view text) override {
        if (in_text_) text_ += text;
    }

    std::map<std::string, std::string> texts;

private:
    std::string id_;
    std::string text_;
    bool in_text_ = false;
};

}  // namespace

void Notes::read(OfficeContainer& container, const std::string& part, Kind kind) {
    NotesHandler handler;
    read_xml_part(container, part, handler);
    for (auto& [id, text] : handler.texts) texts_[{kind, id}] = std::move(text);
}

std::string Notes::take(Kind kind, const std::string& id) {
    const auto found = texts_.find({kind, id});
    return found == texts_.end() ? std::string() : std::exchange(found->second, {});
}

}  // namespace dutylist
