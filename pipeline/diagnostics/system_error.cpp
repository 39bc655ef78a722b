#include "pipeline/diagnostics/system_error.h"

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

constexpr std::pair<int, Code> known_errors[] = {
    {EPERM, Code::system_not_permitted},
    {ENOENT, Code::system_no_such_file},
    {EIO, Code::system_disk_error},
    {ENXIO, Code::system_no_such_device},
    {EAGAIN, Code::system_unavailable_now},
    {ENOMEM, Code::reason_out_of_memory},
    {EACCES, Code::system_no_permission},
    {EBUSY, Code::system_busy},
    {EEXIST, Code::system_name_exists},
    {EXDEV, Code::system_other_disk},
    {ENODEV, Code::system_no_such_device},
    {ENOTDIR, Code::system_not_a_folder},
    {EISDIR, Code::system_is_a_folder},
    {EINVAL, Code::system_invalid_argument},
    {ENFILE, Code::system_too_many_files_in_system},
    {EMFILE, Code::system_too_many_files},
    {ETXTBSY, Code::system_file_in_use},
    {EFBIG, Code::system_file_too_large},
    {ENOSPC, Code::system_disk_full},
    {EROFS, Code::system_read_only_disk},
    {EMLINK, Code::system_too_many_links},
    {EPIPE, Code::system_reader_gone},
    {ENAMETOOLONG, Code::system_name_too_long},
    {ENOTEMPTY, Code::system_folder_not_empty},
    {ELOOP, Code::system_link_loop},
    {EOVERFLOW, Code::system_file_too_large},
    {EOPNOTSUPP, Code::system_not_supported},
    {ETIMEDOUT, Code::system_timed_out},
    {ESTALE, Code::system_stale_network_file},
    {EDQUOT, Code::system_quota_exceeded},
};

}  // namespace

Message system_error(int number) { return system_error({number, std::generic_category()}); }

Message system_error(const std::error_code& error) {
    const auto* known = std::find_if(std::begin(known_errors), std::end(known_errors),
                                     [&](const auto& row) { return row.first == error.value(); });
    const bool numbered =
        error.category() == std::generic_category() || error.category() == std::system_category();
    if (numbered && known != std::end(known_errors)) return {known->second, {}};
    return {Code::system_other, {error.value(), error.message()}};
}

}  // namespace dutylist
