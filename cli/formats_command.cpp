#include <array>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/text_table.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/registry.h"
#include "pipeline/text/json_writer.h"

namespace dutylist::cli {
namespace {

struct SubjectName {
    Subject subject;
    Code name;
};
constexpr std::array subject_names{
    SubjectName{Subject::document, Code::formats_of_document},
    SubjectName{Subject::part, Code::formats_of_part},
    SubjectName{Subject::statistics, Code::formats_of_statistics},
    SubjectName{Subject::findings, Code::formats_of_findings},
    SubjectName{Subject::correction, Code::formats_of_correction},
    SubjectName{Subject::comparison, Code::formats_of_comparison},
    SubjectName{Subject::report, Code::formats_of_report},
    SubjectName{Subject::department_view, Code::formats_of_department_view},
    SubjectName{Subject::archived, Code::formats_of_archived},
    SubjectName{Subject::form, Code::formats_of_form},
};

std::string as_json() {
    JsonWriter json;
    json.begin_object().key("inputs").begin_array();
    for (const Importer& importer : importer_table()) {
        if (!importer.reads) continue;
        json.begin_object(true).member("name", importer.name).member("zh", importer.chinese);
        json.member("en", importer.english).member("extensions", importer.extensions).end_object();
    }
    json.end_array().key("outputs").begin_array();
    for (const Exporter& exporter : exporter_table()) {
        json.begin_object(true).member("subject", to_string(exporter.subject));
        json.member("target", exporter.target).member("suffix", exporter.suffix);
        json.member("zh", exporter.chinese).member("en", exporter.english);
        json.member("default", exporter.by_default).end_object();
    }
    json.end_array().key("diagnostics").begin_array(true).end_array().end_object();
    return json.finish();
}

}  // namespace

int run_formats(const Invocation& invocation) {
    const Console& console = invocation.console();
    if (console.json()) {
        console.write_bytes(as_json());
        return exit_done;
    }
    std::string text = console.text(Code::formats_read);
    for (const Importer& importer : importer_table()) {
        if (!importer.reads) continue;
        text += "  " + padded(importer.name, 14) + padded(importer.extensions, 20);
        text += std::string(console.in_language(importer.chinese, importer.english)) + "\n";
    }
    text += "\n" + console.text(Code::formats_written);
    for (const SubjectName& name : subject_names) {
        text += console.text(name.name) + "\n";
        for (const Exporter& exporter : exporter_table()) {
            if (exporter.subject != name.subject) continue;
            text += std::string(exporter.by_default ? "* " : "  ") + padded(exporter.target, 14);
            text += padded("S" + std::string(exporter.suffix), 18) + "  ";
            text += std::string(console.in_language(exporter.chinese, exporter.english)) + "\n";
        }
    }
    console.write_result(text);
    return exit_done;
}

}  // namespace dutylist::cli
