#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dutylist::booklet {

// Where the lists came to stand: what contents, bookmarks and the index are made from.

struct ItemPlace {
    std::string destination;
    int page = 0;  // printed number of the page on which it begins
};

struct CategoryPlace {
    std::string name;
    std::string destination;
    int page = 0;
};

struct ListPlace {
    std::string name;
    std::string destination;
    int page = 0;
    std::vector<CategoryPlace> categories;  // each run of equal categories
    std::vector<ItemPlace> items;           // as the list's items
};

}  // namespace dutylist::booklet
