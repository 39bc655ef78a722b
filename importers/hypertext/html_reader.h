#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/draft_builder.h"
#include "importers/hypertext/html_tokenizer.h"

namespace dutylist {

// Reads HTML into a draft, as lenient as browsers are: cells, rows and items end where the next
// begins. Numbers that an <ol> shows are restored. Left out: scripts, styles, forms' controls,
// navigation (<nav>, <footer>, <aside>, paragraphs that are nothing but links), which is reported,
// and what a style hides, which is reported with its text.
class HtmlReader {
public:
    // In Markdown a backslash makes a mark text, and ** is markup.
    enum class Flavour : std::uint8_t { html, markdown };

    HtmlReader(std::string file, DraftBuilder& builder, Diagnostics& diagnostics,
               Flavour flavour = Flavour::html)
        : file_(std::move(file)), builder_(builder), diagnostics_(diagnostics), flavour_(flavour) {}

    // May be called for several fragments; each is closed at its end.
    void read(std::string_view html, SourcePosition start = {1, 1});
    // The same without closing anything at the end: more of the same text follows.
    void read_inline(std::string_view html, SourcePosition start);
    // Reports what was left out and restored; once, at the end.
    void report();

    // Text of inline markup goes to the builder, references replaced.
    static void add_text(TextBuilder& builder, std::string_view text, SourcePosition place);
    static void add_markdown(TextBuilder& builder, std::string_view text, SourcePosition place);

private:
    struct ListLevel {
        bool numbered = false;
        std::string format;  // of number_text()
        std::string after = ".";
        int next = 1;
    };
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
    };

    void start_tag(const HtmlToken& token);
    void end_tag(const HtmlToken& token);
    bool skips(const HtmlToken& token, HtmlTokenizer& tokenizer);
    void text(const HtmlToken& token);
    void end_paragraph();
    void open_list(const HtmlToken& token);
    void open_item(const HtmlToken& token);
    void start_table_tag(const HtmlToken& token);
    void close_cell();
    void close_row();
    void close_table();

    std::string file_;
    DraftBuilder& builder_;
    Diagnostics& diagnostics_;
    Flavour flavour_;
    std::vector<ListLevel> lists_;
    std::vector<TableLevel> tables_;
    int heading_ = 0;
    bool in_link_ = false;             // inside <a href>
    std::size_t preformatted_ = 0;     // open <pre>
    bool text_outside_links_ = false;  // in this paragraph
    std::size_t navigation_ = 0;       // paragraphs that were nothing but links
    std::size_t labels_ = 0;
    std::size_t missing_ends_ = 0;  // end tags that were looked for and are not there
};

}  // namespace dutylist
