#pragma once

#include "exporters/booklet/booklet_template.h"
#include "exporters/paged/page_builder.h"

namespace dutylist::booklet {

// A run of the booklet's pages, with the template that says what stands on them.
class BookletPages : public paged::PageBuilder {
public:
    BookletPages(const BookletTemplate& settings, typeset::Shaper& shaper)
        : PageBuilder(settings.pages, shaper), settings_(settings) {}
    const BookletTemplate& settings() const { return settings_; }

private:
    const BookletTemplate& settings_;
};

}  // namespace dutylist::booklet
