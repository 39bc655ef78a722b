#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/concealed_text.h"
#include "importers/draft_building/draft_builder.h"
#include "importers/hypertext/html_lists.h"
#include "importers/hypertext/html_tokenizer.h"
#include "importers/hypertext/open_elements.h"
#include "importers/hypertext/style_sheet.h"

namespace dutylist {

// Reads HTML into a draft, as lenient as browsers are: cells, rows and items end where the next
// begins. Numbers that an <ol> shows are restored, and what controls in cells show is text. What a
// style hides or strikes out is read and told; <del> is no text. Left out: scripts, styles,
// navigation (<nav>, <footer>, <aside>, paragraphs that are nothing but links), which is told.
class HtmlReader {
public:
    // In Markdown a backslash makes a mark text, and ** and ~~ are markup.
    enum class Flavour : std::uint8_t { html, markdown };

    HtmlReader(const std::string& file, DraftBuilder& builder, Diagnostics& diagnostics,
               Flavour flavour = Flavour::html)
        : file_(file),
          builder_(builder),
          diagnostics_(diagnostics),
          flavour_(flavour),
          concealed_(file, diagnostics),
          elements_(concealed_) {}

    // May be called for several fragments; each is closed at its end.
    void read(std::string_view html, SourcePosition start = {1, 1});
    // The same without closing anything at the end: more of the same text follows.
    void read_inline(std::string_view html, SourcePosition start);
    // A line of Markdown without tags.
    void read_markdown(std::string_view text, SourcePosition place);
    // Reports what was left out and restored; once, at the end.
    void report();

    // Whether what was read last stopped inside a table, or inside an <html> that was not ended.
    bool ended_in_table() const { return ended_in_table_; }
    bool ended_in_page() const { return in_page_; }

private:
    struct CellSpan {
        std::uint32_t columns = 1;
        std::uint32_t rows = 1;
        bool header = false;
    };
    struct TableLevel {
        CellSpan cell;
        bool in_cell = false;
        bool in_head = false;
        bool row_has_data = false;
        bool row_has_header = false;
        std::size_t lists = 0;  // open lists outside of this table
        std::vector<bool> hidden_columns;
        // How many elements are open outside of the table, its section, its row and its cell.
        std::size_t outside = 0;
        std::size_t section = 0;
        std::size_t row = 0;
        std::size_t outside_cell = 0;
    };

    void start_tag(const HtmlToken& token);
    void end_tag(const HtmlToken& token);
    bool skips(const HtmlToken& token, HtmlTokenizer& tokenizer);
    bool reads_control(const HtmlToken& token, HtmlTokenizer& tokenizer);
    void text(const HtmlToken& token, std::string_view rest);
    void add(std::string_view text, SourcePosition place);
    void add_markdown(std::string_view text, std::string_view rest, SourcePosition place);
    void end_paragraph();
    void open_item(const HtmlToken& token, const Declarations& style);
    void start_block(const HtmlToken& token, const Declarations& style);
    bool start_table_tag(const HtmlToken& token, const Declarations& style);
    void start_cell(const HtmlToken& token, const Declarations& style);
    void hide_columns(const HtmlToken& token, const Declarations& style);
    bool is_in_hidden_columns(std::uint32_t columns) const;
    void close_cell();
    void close_row();
    void close_table();
    Declarations style_of(const HtmlToken& token);
    void report_picture(const HtmlToken& token);

    std::string file_;
    DraftBuilder& builder_;
    Diagnostics& diagnostics_;
    Flavour flavour_;
    ConcealedText concealed_;
    OpenElements elements_;
    StyleSheet sheet_;
    HtmlLists lists_;
    std::vector<TableLevel> tables_;
    int heading_ = 0;
    bool in_link_ = false;             // inside <a href>
    std::size_t preformatted_ = 0;     // open <pre>
    bool text_outside_links_ = false;  // in this paragraph
    bool strong_ = false;              // inside ** of Markdown
    bool struck_ = false;              // inside ~~ of Markdown
    bool in_page_ = false;
    bool ended_in_table_ = false;
    std::size_t navigation_ = 0;  // paragraphs that were nothing but links
    std::size_t labels_ = 0;
    std::size_t choices_ = 0;  // boxes to be ticked
    std::size_t changes_ = 0;  // <ins> and <del>
};

}  // namespace dutylist
