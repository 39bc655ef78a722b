#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dutylist::booklet {

// Where the lists came to stand: what contents, bookmarks and the index are made from.

struct ItemPlace {
    std::string destination;
    int page = 0;             // printed number of the page on which it begins
    std::uint32_t lines = 0;  // of its highest cell
};

struct CategoryPlace {
    std::string name;
    std::string destination;
    int page = 0;
};

struct ListPlace {
    std::string name;        // in contents and bookmarks
    std::string title;       // over its table
    double title_width = 0;  // pt, of the widest of its lines where it takes several
    std::string destination;
    int page = 0;
    std::vector<CategoryPlace> categories;  // each run of equal categories
    std::vector<ItemPlace> items;           // as the list's items
    std::vector<double> column_widths;      // pt, padding included
};

}  // namespace dutylist::booklet
