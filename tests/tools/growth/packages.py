"""Office packages of given parts."""
import io
import zipfile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{prefix}="{OASIS}:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("table", "table"), ("style", "style"), ("text", "text"), ("draw", "drawing"),
    ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible")))


def package(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 7, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def relationships(targets):
    return (f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)) + "</Relationships>")


def workbook(sheets, parts=None, more=(), names=None):
    """`sheets`: the content of each worksheet, or the name of a part of another sheet that it shares."""
    parts = dict(parts or {})
    targets = []
    for i, content in enumerate(sheets, 1):
        if content.startswith("worksheets/"):
            targets.append(("worksheet", content))
        else:
            parts[f"xl/worksheets/sheet{i}.xml"] = f'<worksheet xmlns="{SHEET}">{content}</worksheet>'
            targets.append(("worksheet", f"worksheets/sheet{i}.xml"))
    listed = "".join(f'<sheet name="{names[i - 1] if names else f"表{i}"}" sheetId="{i}" r:id="rId{i}"/>'
                     for i in range(1, len(sheets) + 1))
    return package({
        "_rels/.rels": relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(targets + list(more)), **parts})


def cell(column, row, content):
    return f'<c r="{column}{row}" t="inlineStr"><is><t>{content}</t></is></c>'


def sheet_data(rows, first=1):
    return "".join(f'<row r="{r}">' + "".join(cell("ABCDEFGH"[c], r, content) for c, content in enumerate(row)) + "</row>"
                   for r, row in enumerate(rows, first))


def document(body, parts=None, more=()):
    return package({
        "_rels/.rels": relationships([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relationships(
            [("numbering", "numbering.xml"), ("styles", "styles.xml"), *more]),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>', **(parts or {})})


def open_document(kind, content, styles=""):
    return package({
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
                       f"<office:body>{content}</office:body></office:document-content>"})
