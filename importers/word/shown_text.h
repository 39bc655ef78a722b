#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/concealed_text.h"
#include "importers/draft_building/draft_builder.h"
#include "importers/word/document_properties.h"
#include "importers/word/field_result.h"
#include "importers/word/fields.h"
#include "importers/word/formula.h"
#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {

// Brings what a Word document shows into its draft, and tells of what there is more to: runs, what
// fields draw, formulas, prompts, hidden and struck-out text.
class ShownText {
public:
    ShownText(std::string file, const DocumentProperties& properties, DraftBuilder& builder,
              ConcealedText& concealed, Diagnostics& diagnostics)
        : file_(std::move(file)),
          builder_(builder),
          concealed_(concealed),
          diagnostics_(diagnostics),
          field_results_(properties) {}

    // Paragraph and column, from 1.
    SourcePosition here() const { return {paragraph_, column_}; }
    void start_paragraph();
    void set_heading_level(int level) { heading_level_ = level; }
    // How the source shows what follows.
    void set_look(const TextLook& look) { look_ = look; }

    void show(std::string_view text);
    void line_break();
    void show_label(std::string_view label);  // that Word makes itself

    // Elements of fields and content controls; false for any other.
    bool start_field_element(std::string_view name, const XmlAttributes& attributes);
    bool end_field_element(std::string_view name);
    bool in_form_data() const { return in_form_data_; }
    void add_form_property(std::string_view element, const XmlAttributes& attributes) {
        fields_.add_form_property(element, attributes);
    }
    void add_instruction(std::string_view text) {
        if (in_instruction_text_) fields_.add_instruction(text);
    }
    // Whether the paragraph belongs to a contents page.
    bool in_contents() const { return in_contents_ || fields_.in_contents(); }

    // Elements of formulas.
    void start_formula_element(std::string_view name, const XmlAttributes& attributes) {
        show(formula_.start(name, attributes));
    }
    void end_formula_element(std::string_view name);

    std::uint64_t labels() const { return labels_; }
    std::uint64_t fields_restored() const { return fields_restored_; }

private:
    void end_field();
    void show_result(const Fields::Ended& field, const FieldResult& result);
    void report(Code code, SourcePosition place, std::vector<Argument> arguments,
                std::string_view raw);

    std::string file_;
    DraftBuilder& builder_;
    ConcealedText& concealed_;
    Diagnostics& diagnostics_;
    Fields fields_;
    FieldResults field_results_;
    Formula formula_;
    TextLook look_;
    std::uint32_t paragraph_ = 0;
    std::uint32_t column_ = 1;
    int heading_level_ = 0;
    bool has_text_ = false;  // the paragraph
    bool in_contents_ = false;
    bool in_form_data_ = false;
    bool in_instruction_text_ = false;
    std::uint64_t labels_ = 0;
    std::uint64_t fields_restored_ = 0;
};

}  // namespace dutylist
