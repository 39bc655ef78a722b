#include "exporters/pdf/metadata.h"

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include <lcms2.h>

#include "exporters/pdf/to_unicode.h"
#include "pipeline/timestamp.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist::pdf {
namespace {

const std::string producer = "dutylist, PoDoFo " + std::to_string(PODOFO_VERSION_MAJOR) + "." +
                             std::to_string(PODOFO_VERSION_MINOR) + "." +
                             std::to_string(PODOFO_VERSION_PATCH);

struct CurveDestroyer {
    void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
using Curve = std::unique_ptr<cmsToneCurve, CurveDestroyer>;
struct ProfileDestroyer {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ProfileDestroyer>;

}  // namespace

std::string pdf_date(std::int64_t timestamp) {
    const UtcTime time = utc_time(timestamp);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "D:%04d%02u%02u%02d%02d%02dZ", time.year, time.month,
                  time.day, time.hour, time.minute, time.second);
    return text.data();
}

PoDoFo::PdfReference add_information(PdfFile& file, const typeset::PagedDocument& document) {
    PoDoFo::PdfObject& object = file.create();
    PoDoFo::PdfDictionary& entries = object.GetDictionary();
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) entries.AddKey(key, text_string(value));
    };
    add("Title", document.title);
    add("Author", document.author);
    add("Subject", document.subject);
    add("Creator", "dutylist");
    add("Producer", producer);
    add("CreationDate", pdf_date(document.timestamp));
    add("ModDate", pdf_date(document.timestamp));
    return object.Reference();
}

std::string xmp_packet(const typeset::PagedDocument& document, Conformance conformance) {
    const std::string date = iso_time(document.timestamp);
    std::string xmp =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
        "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>";
    xmp.push_back(static_cast<char>(conformance));
    xmp +=
        "</pdfaid:conformance>\n</rdf:Description>\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        "<dc:format>application/pdf</dc:format>\n";
    const auto alternatives = [&](const char* name, const std::string& value) {
        if (value.empty()) return;
        xmp += std::string("<dc:") + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
               xml_escaped_text(value) + "</rdf:li></rdf:Alt></dc:" + name + ">\n";
    };
    alternatives("title", document.title);
    if (!document.author.empty()) {
        xmp += "<dc:creator><rdf:Seq><rdf:li>" + xml_escaped_text(document.author) +
               "</rdf:li></rdf:Seq></dc:creator>\n";
    }
    alternatives("description", document.subject);
    if (!document.language.empty()) {
        xmp += "<dc:language><rdf:Bag><rdf:li>" + xml_escaped_text(document.language) +
               "</rdf:li></rdf:Bag></dc:language>\n";
    }
    xmp +=
        "</rdf:Description>\n"
        "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
        "<xmp:CreatorTool>dutylist</xmp:CreatorTool>\n<xmp:CreateDate>" +
        date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date +
        "</xmp:ModifyDate>\n</rdf:Description>\n"
        "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
        "<pdf:Producer>" +
        xml_escaped_text(producer) +
        "</pdf:Producer>\n</rdf:Description>\n"
        "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
    return xmp;
}

PoDoFo::PdfReference add_xmp(PdfFile& file, const typeset::PagedDocument& document,
                             Conformance conformance) {
    // Uncompressed, so that archives find it without reading PDF (ISO 19005-1 6.7.2).
    PoDoFo::PdfObject& stream =
        file.create_stream(xmp_packet(document, conformance), PdfFile::Compression::none);
    stream.GetDictionary().AddKey("Type", PoDoFo::PdfName("Metadata"));
    stream.GetDictionary().AddKey("Subtype", PoDoFo::PdfName("XML"));
    return stream.Reference();
}

std::string srgb_profile() {
    // The curve of IEC 61966-2-1 as a table: version 2 profiles know no formulas, and lcms2's own
    // sRGB profile writes four times as many points as any reader tells apart.
    constexpr std::uint32_t points = 1024;
    constexpr std::array<double, 5> parameters{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    const Curve formula(cmsBuildParametricToneCurve(nullptr, 4, parameters.data()));
    if (!formula) throw std::runtime_error("lcms2: curve");
    std::array<cmsUInt16Number, points> table{};
    for (std::uint32_t i = 0; i < points; ++i) {
        const auto input = static_cast<cmsUInt16Number>(i * 65535 / (points - 1));
        table[i] = cmsEvalToneCurve16(formula.get(), input);
    }
    const Curve curve(cmsBuildTabulatedToneCurve16(nullptr, points, table.data()));
    const std::array<cmsToneCurve*, 3> curves{curve.get(), curve.get(), curve.get()};
    constexpr cmsCIExyY white{0.3127, 0.3290, 1};
    constexpr cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    const Profile profile(cmsCreateRGBProfile(&white, &primaries, curves.data()));
    if (!profile) throw std::runtime_error("lcms2: sRGB");
    cmsSetProfileVersion(profile.get(), 2.1);  // PDF 1.4 knows ICC version 2
    cmsUInt32Number size = 0;
    if (!cmsSaveProfileToMem(profile.get(), nullptr, &size))
        throw std::runtime_error("lcms2: size");
    std::string bytes(size, '\0');
    if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) {
        throw std::runtime_error("lcms2: profile");
    }
    // The header's date (ICC.1 7.2.8): lcms2 puts the time of day there.
    static constexpr std::array<unsigned char, 12> date{0x07, 0xE9, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    std::copy(date.begin(), date.end(), bytes.begin() + 24);
    return bytes;
}

PoDoFo::PdfReference add_output_intent(PdfFile& file) {
    PoDoFo::PdfObject& profile = file.create_stream(srgb_profile());
    profile.GetDictionary().AddKey("N", integer(3));
    PoDoFo::PdfObject& intent = file.create("OutputIntent");
    PoDoFo::PdfDictionary& entries = intent.GetDictionary();
    entries.AddKey("S", PoDoFo::PdfName("GTS_PDFA1"));
    entries.AddKey("OutputConditionIdentifier", text_string("sRGB IEC61966-2.1"));
    entries.AddKey("Info", text_string("sRGB IEC61966-2.1"));
    entries.AddKey("RegistryName", text_string("http://www.color.org"));
    entries.AddKey("DestOutputProfile", profile.Reference());
    return intent.Reference();
}

}  // namespace dutylist::pdf
