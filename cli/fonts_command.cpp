#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "exporters/typeset/font_roles.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/json_writer.h"
#include "pipeline/text/white_space.h"

namespace dutylist::cli {
namespace {

using typeset::ResolvedRole;

std::string as_json(const std::vector<ResolvedRole>& roles) {
    JsonWriter json;
    json.begin_object().key("roles").begin_array();
    for (const ResolvedRole& role : roles) {
        json.begin_object().member("role", to_string(role.role)).member("family", role.family);
        json.member("substituted", role.substituted()).key("wanted").begin_array(true);
        for (const std::string& family : role.wanted) json.value(family);
        json.end_array().key("files").begin_array();
        for (const typeset::FontFile& file : role.files) {
            json.begin_object(true).member("file", file.file.string());
            json.member("index", file.index).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().key("diagnostics").begin_array(true).end_array().end_object();
    return json.finish();
}

std::string as_text(const std::vector<ResolvedRole>& roles, const Console& console) {
    std::string text;
    for (const ResolvedRole& role : roles) {
        std::string name(to_string(role.role));
        name.resize(9, ' ');
        text += name + role.family;
        if (role.substituted()) {
            text += console.text(Code::fonts_instead_of, {role.wanted.front()});
        }
        text += '\n';
        for (const typeset::FontFile& file : role.files) {
            text += "         " + file.file.string();
            if (file.index != 0) text += " #" + std::to_string(file.index);
            text += '\n';
        }
    }
    return text;
}

}  // namespace

int run_fonts(const Invocation& invocation) {
    const Console& console = invocation.console();
    const CommonOptions options = common_options(invocation, {});
    const TemplateStore templates(options.template_name);
    const std::vector<ResolvedRole> roles = typeset::resolve_fonts(templates, options.font_folder);
    if (console.json())
        console.write_bytes(as_json(roles));
    else
        console.write_result(as_text(roles, console));
    return exit_done;
}

}  // namespace dutylist::cli
