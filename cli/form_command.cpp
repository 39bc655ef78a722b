#include <array>
#include <filesystem>
#include <span>

#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/output_guard.h"
#include "cli/output_options.h"
#include "cli/suggestion.h"
#include "cli/surroundings.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "exporters/form/form_template.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/export_inputs.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/io/file_name.h"
#include "pipeline/text/json_writer.h"
#include "pipeline/timestamp.h"

namespace dutylist::cli {
namespace {

// A word of --kind and what it stands for.
struct FormKind {
    std::string_view name;
    std::span<const ListKind> lists;
    bool of_department = false;
};
constexpr std::span all_lists = all_list_kinds;
constexpr std::array form_kinds{
    FormKind{"township", all_lists, false},
    FormKind{"department", all_lists.subspan(1), true},
    FormKind{"basic", all_lists.first(1), false},
    FormKind{"cooperative", all_lists.subspan(1, 1), false},
    FormKind{"recalled", all_lists.subspan(2), false},
};

const FormKind& kind_of(const std::string& name) {
    std::vector<std::string_view> names;
    for (const FormKind& kind : form_kinds) {
        if (kind.name == name) return kind;
        names.push_back(kind.name);
    }
    throw UsageError(Code::usage_form_kind, {name, suggestion(name, names)});
}

// What `dutylist form` is asked for.
struct FormOptions {
    CommonOptions common;
    const FormKind& kind;
    const Exporter& exporter;
    std::optional<std::filesystem::path> folder;  // none: to standard output
    std::string stem;                             // empty: the template's name
};

// -o names a file, or a folder in which it takes its usual name.
FormOptions form_options(const Invocation& invocation) {
    const FormKind& kind = kind_of(invocation.value("--kind", "township"));
    const OutputOptions outputs = output_options(invocation, subjects_of("form"));
    FormOptions options{common_options(invocation, {}), kind, *outputs.exporters.front(), "", ""};
    if (outputs.to_standard_output()) {
        options.folder.reset();
    } else if (outputs.target) {
        const std::filesystem::path target = *outputs.target;
        if (target.extension() == options.exporter.suffix) {
            options.folder = target.parent_path();
            options.stem = target.stem().string();
        } else {
            options.folder = target;
        }
    }
    if (options.folder && options.folder->empty()) options.folder = ".";
    return options;
}

// What somebody may have filled in is never overwritten.
void claim_file(const FormOptions& options, const Surroundings& surroundings,
                Diagnostics& diagnostics) {
    if (!options.folder) return;
    const std::filesystem::path file = *options.folder / options.exporter.file_name(options.stem);
    OutputGuard guard(options.common, surroundings, {});
    guard.claim(file, file.string());
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, error)))
        throw UsageError(Code::usage_form_exists, {file});
    prepare_output_folder(*options.folder, diagnostics);
}

}  // namespace

int run_form(const Invocation& invocation) {
    const Console& console = invocation.console();
    FormOptions options = form_options(invocation);
    const Surroundings surroundings(options.common);
    if (options.stem.empty()) {
        const bool of_department = options.kind.of_department;
        options.stem =
            file_name_part(read_form_template(surroundings.templates, of_department).cover.file);
    }
    if (!options.folder) require_single_output(console, 1);
    Diagnostics diagnostics;
    claim_file(options, surroundings, diagnostics);
    const FormInput input{options.kind.lists,  options.kind.of_department,
                          surroundings.office, surroundings.templates,
                          options.stem,        timestamp_of({})};
    const WrittenOutput written =
        write_output(options.exporter, input, options.stem, options.folder, diagnostics);
    if (console.json()) {
        JsonWriter json;
        json.begin_object().key("written").begin_array().value(written.file.string()).end_array();
        json.key("diagnostics");
        write_diagnostics(json, diagnostics, console.language());
        json.end_object();
        console.write_result(json.finish());
    } else {
        console.write_result(options.folder ? written.file.string() + "\n" : written.bytes);
    }
    console.tell(diagnostics);
    return exit_done;
}

}  // namespace dutylist::cli
