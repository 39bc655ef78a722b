#include <array>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "pipeline/registry.h"
#include "pipeline/text/json_writer.h"
#include "pipeline/text/white_space.h"

namespace dutylist::cli {
namespace {

struct SubjectName {
    Subject subject;
    std::string_view chinese, english;
};
constexpr std::array subject_names{
    SubjectName{Subject::document, "清单：convert", "a list: convert"},
    SubjectName{Subject::part, "部分清单：convert --only、--per",
                "a part of a list: convert --only, --per"},
    SubjectName{Subject::findings, "审校结果：check", "findings: check"},
    SubjectName{Subject::correction, "改正：check", "corrections: check"},
    SubjectName{Subject::comparison, "两份清单的比较：compare", "a comparison of lists: compare"},
    SubjectName{Subject::report, "月报：report", "the monthly report: report"},
    SubjectName{Subject::department_view, "部门视图：report --department",
                "a department's view: report --department"},
    SubjectName{Subject::archived, "归档的清单：archive export",
                "an archived list: archive export"},
};

std::string padded(std::string_view text, int width) {
    std::string result(text);
    for (int missing = width - display_width(text); missing > 0; --missing) result += ' ';
    return result + "  ";
}

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
    json.end_array().end_object();
    return json.finish();
}

}  // namespace

int run_formats(const Invocation& invocation) {
    const Console& console = invocation.console();
    if (console.json()) {
        console.result(as_json());
        return exit_done;
    }
    std::string text(console.say("能读的格式（按内容判断，不看扩展名）：\n",
                                 "Formats that are read (decided by content, not by name):\n"));
    for (const Importer& importer : importer_table()) {
        if (!importer.reads) continue;
        text += "  " + padded(importer.name, 12) + padded(importer.extensions, 18);
        text += std::string(console.say(importer.chinese, importer.english)) + "\n";
    }
    text += console.say("\n能写的文件（* 默认输出；--to 选择）：\n",
                        "\nFiles that are written (* by default; --to chooses):\n");
    for (const SubjectName& name : subject_names) {
        text += std::string(console.say(name.chinese, name.english)) + "\n";
        for (const Exporter& exporter : exporter_table()) {
            if (exporter.subject != name.subject) continue;
            text += std::string(exporter.by_default ? "* " : "  ") + padded(exporter.target, 12);
            text += padded("S" + std::string(exporter.suffix), 18);
            text += std::string(console.say(exporter.chinese, exporter.english)) + "\n";
        }
    }
    console.result(text);
    return exit_done;
}

}  // namespace dutylist::cli
