#include "exporters/pdf/font_subset.h"

#include <memory>

#include <hb-subset.h>
#include <hb.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::pdf {
namespace {

template <auto destroy>
struct Destroyer {
    template <typename T>
    void operator()(T* object) const {
        destroy(object);
    }
};
using Face = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_destroy>>;

constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' ');

Blob add_table(hb_face_t* face, hb_face_t* source, hb_tag_t tag) {
    Blob table(hb_face_reference_table(source, tag));
    if (hb_blob_get_length(table.get()) != 0) hb_face_builder_add_table(face, tag, table.get());
    return table;
}

std::span<const unsigned char> bytes_of(const Blob& blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {reinterpret_cast<const unsigned char*>(data), length};
}

[[noreturn]] void refuse(const typeset::FontFace& face) {
    throw JobError(Code::font_not_embeddable, {}, {face.family(), face.file().string()});
}

// Plans the subset of a face of which only the tables that draw are there: without cmap and layout
// tables there are no closures to compute over 65,535 glyphs.
Plan plan_subset(const typeset::FontFace& face, hb_face_t* source, const hb_subset_input_t* input) {
    const hb_tag_t outlines_tag = face.is_cff() ? cff_tag : HB_TAG('g', 'l', 'y', 'f');
    if (bytes_of(Blob(hb_face_reference_table(face.face(), outlines_tag))).empty()) refuse(face);
    hb_face_set_upem(source, hb_face_get_upem(face.face()));
    add_table(source, face.face(), HB_TAG('h', 'e', 'a', 'd'));
    add_table(source, face.face(), HB_TAG('m', 'a', 'x', 'p'));
    if (!face.is_cff()) {
        for (const hb_tag_t tag : {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                                   HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x')}) {
            add_table(source, face.face(), tag);
        }
        return Plan(hb_subset_plan_create_or_fail(source, input));
    }
    // Planning with the outlines in sight, HarfBuzz interprets every glyph to look for accents that
    // are composed by the old operator seac. CID-keyed fonts cannot have it, so they are planned
    // without their outlines: half of the time for the same bytes.
    const Blob outlines(hb_face_reference_table(face.face(), cff_tag));
    if (!is_cid_keyed(bytes_of(outlines))) add_table(source, face.face(), cff_tag);
    Plan plan(hb_subset_plan_create_or_fail(source, input));
    add_table(source, face.face(), cff_tag);
    return plan;
}

}  // namespace

FontSubset subset_font(const typeset::FontFace& face, FontUsage& usage) {
    const Face source(hb_face_builder_create());
    const Input input(hb_subset_input_create_or_fail());
    if (!input) refuse(face);
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    hb_set_add(wanted, 0);
    for (const UsedGlyph& used : usage.glyphs()) hb_set_add(wanted, used.glyph);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING |
                                               HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                                               HB_SUBSET_FLAGS_DESUBROUTINIZE);
    const Plan plan = plan_subset(face, source.get(), input.get());
    if (!plan) refuse(face);
    const Face result(hb_subset_plan_execute_or_fail(plan.get()));
    if (!result) refuse(face);

    FontSubset subset;
    subset.is_cff = face.is_cff();
    const Blob program(face.is_cff() ? hb_face_reference_table(result.get(), cff_tag)
                                     : hb_face_reference_blob(result.get()));
    const std::span<const unsigned char> bytes = bytes_of(program);
    if (bytes.empty()) refuse(face);
    subset.program.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());

    const hb_map_t* new_glyphs = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    const std::size_t count = hb_map_get_population(new_glyphs);
    if (subset.is_cff) subset.cids = read_cff_charset(bytes, count);
    if (subset.cids.empty()) {
        for (std::size_t i = 0; i < count; ++i) {
            subset.cids.push_back(static_cast<std::uint16_t>(i));
        }
    }
    for (UsedGlyph& used : usage.glyphs()) {
        const hb_codepoint_t glyph = hb_map_get(new_glyphs, used.glyph);
        if (glyph >= subset.cids.size()) refuse(face);
        used.code = subset.cids[glyph];
    }
    return subset;
}

}  // namespace dutylist::pdf
