#include "exporters/proof/proof_exporters.h"

#include "exporters/json/diagnostics_json.h"
#include "exporters/proof/change_list.h"
#include "exporters/proof/findings_json.h"
#include "exporters/proof/findings_text.h"
#include "exporters/proof/proof_html.h"
#include "exporters/proof/proof_sheet.h"
#include "exporters/proof/sarif.h"
#include "exporters/xml/document_writer.h"

namespace dutylist::proof {

void write_sarif(const FindingsInput& input, Sink& sink, Diagnostics&) {
    sink.write(make_sarif(input.documents, input.language));
}

void write_html(const FindingsInput& input, Sink& sink, Diagnostics&) {
    sink.write(make_html(input.documents, read_proof_template(input.templates)));
}

void write_xlsx(const FindingsInput& input, Sink& sink, Diagnostics&) {
    write_proof_sheet(input.documents, read_proof_template(input.templates), sink);
}

void verify_xlsx(const FindingsInput&, const WrittenBytes& bytes) { verify_proof_sheet(bytes); }

void write_json(const FindingsInput& input, Sink& sink, Diagnostics&) {
    JsonWriter json;
    json.begin_object().key("findings");
    write_findings(json, input.documents, input.language);
    json.key("diagnostics");
    write_diagnostics(json, input.diagnostics, input.language);
    json.end_object();
    sink.write(json.finish());
}

void write_text(const FindingsInput& input, Sink& sink, Diagnostics&) {
    sink.write(make_text(input.documents, {input.language, false}));
}

void write_corrected(const CorrectionInput& input, Sink& sink, Diagnostics&) {
    write_canonical_xml(input.fixed.document, sink);
}

void write_changes(const CorrectionInput& input, Sink& sink, Diagnostics&) {
    sink.write(change_list(input.before, input.fixed.changes));
}

}  // namespace dutylist::proof
