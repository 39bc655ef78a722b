// An importer and an exporter of its own, run by the core: one item a line in, counts out.
#include <cstdio>

#include "pipeline/run.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/version.h"

using namespace dutylist;

namespace {

Confidence recognise(const SourceBytes&) { return Confidence::likely; }

Imported read(SourceBytes source, const ImportSettings&, Diagnostics&) {
    Document document;
    DutyList& list = document.lists.emplace_back();
    list.kind = ListKind::basic;
    list.columns = {{CellRole::name, "事项名称"}};
    for (std::size_t begin = 0; begin < source.bytes.size();) {
        const std::size_t end = std::min(source.bytes.find('\n', begin), source.bytes.size());
        list.items.emplace_back().cells.resize(1);
        list.items.back().cells[0].text = source.bytes.substr(begin, end - begin);
        begin = end + 1;
    }
    return document;
}

void write(const ExportInput& input, Sink& sink, Diagnostics&) {
    sink.write(std::to_string(input.document.item_count()) + "\n");
}

void verify(const ExportInput& input, const WrittenBytes& bytes) {
    if (bytes.all() != std::to_string(input.document.item_count()) + "\n") bytes.refuse("count");
}

}  // namespace

int main(int, char** words) {
    const Importer importer{"lines", "行", "lines", ".txt", recognise, read};
    const Exporter exporter{Subject::document,
                            "count",
                            ".count",
                            "项数",
                            "count",
                            true,
                            OutputFunctions<ExportInput>{write, verify}};
    const Registry registry{{&importer, 1}, {&exporter, 1}};
    const TemplateStore templates;
    const Office office;
    Job job;
    job.inputs = {words[1]};
    job.stem = "consumer";
    job.output_folder = words[2];
    job.exporters = {&exporter};
    const JobResult result = run_job(job, {registry, templates, office});
    for (const Diagnostic& diagnostic : result.diagnostics.entries())
        std::puts(to_line(diagnostic, Language::english).c_str());
    std::printf("dutylist %s: %s\n", std::string(version).c_str(),
                result.complete ? "done" : "failed");
    return result.complete ? 0 : 1;
}
