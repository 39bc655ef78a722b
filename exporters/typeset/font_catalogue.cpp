#include "exporters/typeset/font_catalogue.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

#include "exporters/typeset/font_lookup.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::typeset {
namespace {

struct Row {
    std::string_view family;
    std::array<std::string_view, 4> files;  // lower case; the first that is there wins
    unsigned index = 0;                     // in a collection
};

// In the order in which a missing character is looked for.
constexpr Row rows[] = {
    {"Noto Serif CJK SC", {"notoserifcjk-regular.ttc"}, 2},
    {"Noto Sans CJK SC", {"notosanscjk-regular.ttc"}, 2},
    {"Noto Serif CJK SC Bold", {"notoserifcjk-bold.ttc"}, 2},
    {"Noto Sans CJK SC Bold", {"notosanscjk-bold.ttc"}, 2},
    {"LXGW WenKai", {"lxgwwenkai-regular.ttf"}, 0},
    {"霞鹜文楷", {"lxgwwenkai-regular.ttf"}, 0},
    {"LXGW WenKai Bold", {"lxgwwenkai-bold.ttf"}, 0},
    {"方正小标宋_GBK", {"fzxbsk.ttf", "方正小标宋_gbk.ttf", "fzxiaobiaosong-b05.ttf"}, 0},
    {"方正小标宋简体", {"fzxbsjw.ttf", "方正小标宋简体.ttf", "fzxiaobiaosong-b05s.ttf"}, 0},
    {"方正仿宋_GBK", {"fzfsk.ttf", "方正仿宋_gbk.ttf"}, 0},
    {"方正楷体_GBK", {"fzktk.ttf", "方正楷体_gbk.ttf"}, 0},
    {"方正黑体_GBK", {"fzhtk.ttf", "方正黑体_gbk.ttf"}, 0},
    {"方正书宋_GBK", {"fzssk.ttf", "方正书宋_gbk.ttf"}, 0},
    {"仿宋_GB2312",
     {"仿宋_gb2312.ttf", "simfang_gb2312.ttf", "fangsong_gb2312.ttf", "fs_gb2312.ttf"},
     0},
    {"楷体_GB2312",
     {"楷体_gb2312.ttf", "simkai_gb2312.ttf", "kaiti_gb2312.ttf", "kt_gb2312.ttf"},
     0},
    {"仿宋", {"simfang.ttf", "仿宋.ttf", "fangsong.ttf"}, 0},
    {"楷体", {"simkai.ttf", "楷体.ttf", "kaiti.ttf"}, 0},
    {"黑体", {"simhei.ttf", "黑体.ttf"}, 0},
    {"宋体", {"simsun.ttc", "simsun.ttf", "宋体.ttf"}, 0},
    {"新宋体", {"simsun.ttc"}, 1},
    {"华文中宋", {"stzhongs.ttf"}, 0},
    {"华文仿宋", {"stfangso.ttf"}, 0},
    {"华文楷体", {"stkaiti.ttf"}, 0},
    {"华文宋体", {"stsong.ttf"}, 0},
    {"思源宋体",
     {"sourcehanserifsc-regular.otf", "sourcehanserifcn-regular.otf", "notoserifsc-regular.otf"},
     0},
    {"思源宋体 Bold",
     {"sourcehanserifsc-bold.otf", "sourcehanserifcn-bold.otf", "notoserifsc-bold.otf"},
     0},
    {"思源黑体",
     {"sourcehansanssc-regular.otf", "sourcehansanscn-regular.otf", "notosanssc-regular.otf"},
     0},
    {"文泉驿正黑", {"wqy-zenhei.ttc"}, 0},
    {"文泉驿微米黑", {"wqy-microhei.ttc"}, 0},
    {"AR PL UMing CN", {"uming.ttc"}, 0},
    {"AR PL UKai CN", {"ukai.ttc"}, 0},
    {"Times New Roman", {"times.ttf", "times new roman.ttf"}, 0},
    {"FangSong", {"simfang.ttf"}, 0},
};

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

const Row* row_of(std::string_view family) {
    const Row* row = std::find_if(std::begin(rows), std::end(rows),
                                  [&](const Row& entry) { return entry.family == family; });
    return row == std::end(rows) ? nullptr : row;
}

bool is_font(std::string_view name) {
    return name.ends_with(".ttf") || name.ends_with(".ttc") || name.ends_with(".otf") ||
           name.ends_with(".otc");
}

}  // namespace

FontCatalogue::FontCatalogue(std::filesystem::path font_folder)
    : font_folder_(std::move(font_folder)) {
    if (!font_folder_.empty()) {
        std::error_code error;
        if (!std::filesystem::is_directory(font_folder_, error)) {
            throw JobError(Code::font_folder_missing, {}, {font_folder_.string()});
        }
        index_folder(font_folder_);
    }
    if (const char* home = std::getenv("HOME"); home && *home) {
        index_folder(std::filesystem::path(home) / ".fonts");
        index_folder(std::filesystem::path(home) / ".local/share/fonts");
    }
    index_folder("/usr/local/share/fonts");
    index_folder("/usr/share/fonts");
}

FontCatalogue::FontCatalogue(std::vector<std::filesystem::path> folders) : whole_machine_(false) {
    for (const auto& folder : folders) index_folder(folder);
}

void FontCatalogue::index_folder(const std::filesystem::path& folder) {
    using Iterator = std::filesystem::recursive_directory_iterator;
    constexpr auto options = std::filesystem::directory_options::skip_permission_denied |
                             std::filesystem::directory_options::follow_directory_symlink;
    std::error_code error;
    // Entries come in no fixed order: the smallest path wins, so that the same machine always
    // gives the same font.
    std::map<std::string, std::filesystem::path, std::less<>> found;
    for (Iterator entry(folder, options, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry.depth() > 8) entry.disable_recursion_pending();
        std::string name = lower_case(entry->path().filename().string());
        if (!is_font(name)) continue;
        auto [at, added] = found.try_emplace(std::move(name), entry->path());
        if (!added && entry->path() < at->second) at->second = entry->path();
    }
    if (error && error != std::errc::no_such_file_or_directory)
        unread_folders_.push_back({folder, error.value()});
    files_.merge(found);
}

bool FontCatalogue::knows(std::string_view family) const { return row_of(family) != nullptr; }

std::optional<FontFile> FontCatalogue::find(std::string_view family) const {
    if (const Row* row = row_of(family)) {
        for (std::string_view name : row->files) {
            if (const auto at = files_.find(name); !name.empty() && at != files_.end()) {
                return FontFile{at->second, row->index};
            }
        }
    }
    if (auto file = find_by_name_inside(family)) return file;
    if (!knows(family) && whole_machine_) return fontconfig_family(family);
    return std::nullopt;
}

std::optional<FontFile> FontCatalogue::find_by_name_inside(std::string_view family) const {
    if (font_folder_.empty()) return std::nullopt;
    const std::string prefix = font_folder_.string();
    for (const auto& [name, path] : files_) {
        if (!path.string().starts_with(prefix)) continue;
        if (const auto index = face_named(path, family)) return FontFile{path, *index};
    }
    return std::nullopt;
}

std::vector<FontFile> FontCatalogue::installed() const {
    std::vector<FontFile> found;
    for (const Row& row : rows) {
        for (std::string_view name : row.files) {
            const auto at = files_.find(name);
            if (name.empty() || at == files_.end()) continue;
            FontFile file{at->second, row.index};
            if (std::find(found.begin(), found.end(), file) == found.end()) {
                found.push_back(std::move(file));
            }
            break;
        }
    }
    return found;
}

}  // namespace dutylist::typeset
