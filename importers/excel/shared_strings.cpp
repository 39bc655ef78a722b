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

    void start_element(std::string_view name, std::string_view, const XmlAttributes&) override {
        if (name == "si") {
            raw_.clear();
        } else if (name == "rPh") {
            phonetic_ = true;
        } else if (name == "t") {
            in_text_ = !phonetic_;
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
            finished(builder_.take().text);
        }
    }
    void characters(std::string_view text) override {
        if (!in_text_) return;
        raw_ += text;
        if (raw_.size() > default_limits.cell_bytes) {
            throw JobError(Code::format_cell_too_long, {},
                           {file_, std::to_string(default_limits.cell_bytes)});
        }
    }

protected:
    virtual void finished(std::string text) = 0;

private:
    TextBuilder& builder_;
    const std::string& file_;
    std::string raw_;
    bool phonetic_ = false;
    bool in_text_ = false;
};

}  // namespace

void SharedStrings::read(OfficeContainer& container, const std::string& part,
                         TextBuilder& builder) {
    class Handler : public SharedStringsHandler {
    public:
        Handler(std::deque<Entry>& entries, TextBuilder& text, const std::string& file)
            : SharedStringsHandler(text, file), entries_(entries), file_name_(file) {}

    private:
        void finished(std::string text) override {
            if (entries_.size() >= default_limits.cells) {
                throw JobError(Code::format_too_many_cells, {},
                               {file_name_, std::to_string(default_limits.cells)});
            }
            entries_.push_back({std::move(text), {}, false});
        }
        std::deque<Entry>& entries_;
        const std::string& file_name_;
    };
    Handler handler(entries_, builder, container.file_name());
    read_xml_part(container, part, handler);
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
