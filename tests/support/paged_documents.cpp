#include "tests/support/paged_documents.h"

#include <random>

#include "pipeline/text/utf8.h"

namespace dutylist::test {
namespace {

using namespace typeset;

constexpr double a4_width = 595.276;
constexpr double a4_height = 841.89;

std::shared_ptr<const FontFace> open_font(const char* file, unsigned index) {
    if (!std::filesystem::exists(file)) return nullptr;
    return std::make_shared<FontFace>(file, index);
}

Page a4(std::string label) {
    Page page;
    page.width = a4_width;
    page.height = a4_height;
    page.label = std::move(label);
    page.layers.emplace_back();
    return page;
}

StructureIndex add_node(PagedDocument& document, StructureRole role, StructureIndex parent) {
    StructureNode node;
    node.role = role;
    node.parent = parent;
    document.structure.push_back(node);
    return static_cast<StructureIndex>(document.structure.size() - 1);
}

}  // namespace

std::shared_ptr<const FontFace> cff_font() {
    static const auto font =
        open_font("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2);
    return font;
}

std::shared_ptr<const FontFace> truetype_font() {
    static const auto font =
        open_font("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0);
    return font;
}

GlyphRun make_run(const PagedDocument& document, std::uint16_t font, float size, Point origin,
                  std::string_view text, StructureIndex structure) {
    GlyphRun run;
    run.font = font;
    run.size = size;
    run.origin = origin;
    run.structure = structure;
    run.text = text;
    const FontFace& face = *document.fonts[font];
    std::uint32_t offset = 0;
    for (const Decoded& decoded : Characters(text)) {
        Glyph glyph;
        glyph.id = face.glyph(decoded.character);
        glyph.advance = static_cast<float>(face.advance(glyph.id)) * size /
                        static_cast<float>(face.units_per_em());
        glyph.text_begin = offset;
        glyph.text_end = offset += decoded.bytes;
        run.glyphs.push_back(glyph);
    }
    return run;
}

PagedDocument sample_document() {
    PagedDocument document;
    document.title = "云岭县青石镇履职事项清单";
    document.author = "云岭县青石镇";
    document.subject = "基本履职事项 <示例> & 其他";
    document.timestamp = 1'751'328'000;  // 2025-07-01
    document.fonts = {cff_font(), truetype_font()};
    const StructureIndex root = add_node(document, StructureRole::document, no_structure);
    const StructureIndex title = add_node(document, StructureRole::title, root);
    const StructureIndex contents = add_node(document, StructureRole::contents, root);
    const StructureIndex entry = add_node(document, StructureRole::contents_item, contents);
    const StructureIndex link = add_node(document, StructureRole::link, entry);
    const StructureIndex table = add_node(document, StructureRole::table, root);
    const StructureIndex head = add_node(document, StructureRole::table_head, table);
    const StructureIndex head_row = add_node(document, StructureRole::row, head);
    const StructureIndex head_cell = add_node(document, StructureRole::header_cell, head_row);
    document.structure[head_cell].scope = StructureNode::Scope::column;
    const StructureIndex body = add_node(document, StructureRole::table_body, table);
    const StructureIndex row = add_node(document, StructureRole::row, body);
    const StructureIndex cell = add_node(document, StructureRole::data_cell, row);

    Page cover = a4("封面");
    cover.layers[0].runs.push_back(
        make_run(document, 0, 22, {150, 200}, "青石镇履职事项清单", title));
    cover.layers[0].runs.push_back(make_run(document, 1, 16, {150, 300}, "党的建设……1", link));
    cover.layers[0].links.push_back({{150, 285, 200, 20}, "item/1", link});

    Page first = a4("1");
    Layer& layer = first.layers[0];
    layer.fills.push_back({{79.37, 104.88, 442.2, 0.5}, {}, no_structure});
    layer.fills.push_back({{79.37, 160, 442.2, 0.5}, {}, no_structure});
    layer.fills.push_back({{79.37, 104.88, 442.2, 20}, {230, 230, 250}, no_structure});
    layer.runs.push_back(make_run(document, 1, 10.5F, {85, 120}, "事项名称（A）", head_cell));
    layer.runs.push_back(
        make_run(document, 0, 10.5F, {85, 140}, "1.贯彻执行党的路线方针政策；", cell));
    layer.runs.push_back(make_run(document, 0, 10.5F, {85, 156}, "2.加强基层组织建设，", cell));
    layer.runs.push_back(make_run(document, 0, 14, {460, 780}, "— 1 —"));

    Page second = a4("2");
    second.rotate = 90;
    Layer turned;  // upright on screen once the page is turned clockwise
    turned.a = 0;
    turned.b = -1;
    turned.c = 1;
    turned.d = 0;
    turned.f = a4_height;
    turned.runs.push_back(make_run(document, 0, 10.5F, {100, 120}, "严肃党内政治生活。", cell));
    second.layers[0] = turned;
    second.layers.emplace_back();
    second.layers[1].runs.push_back(make_run(document, 0, 14, {85, 780}, "— 2 —"));

    document.pages = {cover, first, second};
    document.destinations = {
        {"cover", 0, {0, 0}}, {"item/1", 1, {85, 130}}, {"list", 1, {79, 100}}};
    document.bookmarks = {{"封面", "cover", 0, false},
                          {"基本履职事项", "list", 0, true},
                          {"党的建设", "list", 1, false},
                          {"1 贯彻执行", "item/1", 2, false}};
    return document;
}

PagedDocument random_document(std::uint32_t seed, std::string& text) {
    std::mt19937 random(seed);
    const auto pick = [&](std::uint32_t bound) {
        return static_cast<std::uint32_t>(random() % bound);
    };
    static constexpr std::u32string_view alphabet =
        U"贯彻执行党的路线方针政策，。；：（）《》“”—…·、一二三abcXYZ0123456789()\\/%&<>[]{}#;.-";
    PagedDocument document;
    document.title = "随机文件";
    document.fonts = {cff_font(), truetype_font()};
    const StructureIndex root = add_node(document, StructureRole::document, no_structure);
    const std::uint32_t pages = 1 + pick(4);
    for (std::uint32_t p = 0; p < pages; ++p) {
        Page page = a4(std::to_string(p + 1));
        if (pick(4) == 0) page.rotate = 90;
        Layer& layer = page.layers[0];
        for (std::uint32_t i = pick(6); i > 0; --i) {
            layer.fills.push_back(
                {{pick(500) / 1.0, pick(800) / 1.0, pick(90) / 3.0, pick(9) / 3.0},
                 {static_cast<std::uint8_t>(pick(256)), 0, 0},
                 no_structure});
        }
        double y = 60;
        for (std::uint32_t i = 1 + pick(20); i > 0; --i, y += 30) {
            std::string line;
            for (std::uint32_t n = 1 + pick(30); n > 0; --n) {
                append_utf8(line, alphabet[pick(static_cast<std::uint32_t>(alphabet.size()))]);
            }
            const StructureIndex node =
                pick(5) == 0 ? no_structure : add_node(document, StructureRole::paragraph, root);
            GlyphRun run = make_run(document, static_cast<std::uint16_t>(pick(2)),
                                    8 + static_cast<float>(pick(40)) / 8, {60, y}, line, node);
            const float gap = static_cast<float>(pick(20)) / 25;
            for (Glyph& glyph : run.glyphs) {
                glyph.advance += gap;
                if (pick(9) == 0) glyph.advance += static_cast<float>(pick(100)) / 100;
                if (pick(12) == 0) glyph.offset = -static_cast<float>(pick(100)) / 50;
            }
            layer.runs.push_back(run);
            text += line + "\n";
        }
        document.pages.push_back(page);
    }
    return document;
}

}  // namespace dutylist::test
