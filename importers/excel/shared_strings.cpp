#include "importers/excel/shared_strings.h"

#include "importers/excel/escaped_text.h"
#include "importers/office_container/xml_part.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"

namespace dutylist {
namespace {

class SharedStringsHandler : public XmlHandler {
public:
    SharedStringsHandler(TextBuilder& builder, const std::string& file)
        : builder_(builder), file_(file) {}

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "si") {
            raw_.clear();
        } else if (name == "rPh") {
            phonetic_ = true;
        } else if (name == "t") {
            in_text_ = !phonetic_;
        } else {
            rich_.start(name, attributes);
        }
    }
    void end_element(std::string_view name, std::string_view) override {
        if (name == "t") {
            in_text_ = false;
        } else if (name == "rPh") {
            phonetic_ = false;
        } else if (name == "si") {
            unescape_excel_text(raw_);
            builder_.add(raw_, {0, 0});
            finished(builder_.take().text, rich_.take());
        } else {
            rich_.end(name);
        }
    }
    void characters(std::string_view text) override {
        if (!in_text_) return;
        raw_ += text;
        rich_.add_text(text);
        if (raw_.size() > default_limits.cell_bytes) {
            throw JobError(Code::format_cell_too_long, {},
                           {file_, std::to_string(default_limits.cell_bytes)});
        }
    }

protected:
    virtual void finished(std::string text, std::vector<RichRun> runs) = 0;

private:
    TextBuilder& builder_;
    const std::string& file_;
    std::string raw_;
    RichText rich_;
    bool phonetic_ = false;
    bool in_text_ = false;
};

}  // namespace

void SharedStrings::read(OfficeContainer& container, const std::string& part,
                         TextBuilder& builder) {
    class Handler : public SharedStringsHandler {
    public:
        Handler(SharedStrings& strings, TextBuilder& text, const std::string& file)
            : SharedStringsHandler(text, file), strings_(strings), file_name_(file) {}

    private:
        void finished(std::string text, std::vector<RichRun> runs) override {
            std::deque<Entry>& entries = strings_.entries_;
            if (entries.size() >= default_limits.cells) {
                throw JobError(Code::format_too_many_cells, {},
                               {file_name_, std::to_string(default_limits.cells)});
            }
            if (!runs.empty()) strings_.runs_.emplace(entries.size(), std::move(runs));
            entries.push_back({std::move(text), {}, false});
        }
        SharedStrings& strings_;
        const std::string& file_name_;
    };
    Handler handler(*this, builder, container.file_name());
    read_xml_part(container, part, handler);
}

const std::vector<RichRun>& SharedStrings::runs(std::size_t index) const {
    static const std::vector<RichRun> none;
    const auto found = runs_.find(index);
    return found == runs_.end() ? none : found->second;
}

std::string SharedStrings::take(std::size_t index, CellAddress user,
                                const std::vector<DraftTable>& tables) {
    Entry& entry = entries_[index];
    if (!entry.used) {
        entry.used = true;
        entry.first_use = user;
        return std::move(entry.text);
    }
    const CellAddress& from = entry.first_use;
    return tables[from.table].rows[from.row].cells[from.cell].content.text;
}

}  // namespace dutylist
