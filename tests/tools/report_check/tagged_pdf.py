"""The tables of a tagged PDF, cell by cell: qpdf takes the file apart, the structure tree says which
marked content belongs to which cell, ToUnicode what it says."""
import base64
import json
import re
import subprocess

TOKEN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<<.*?>>|<[0-9A-Fa-f\s]*>|/[^\s/()<>\[\]]+|[^\s/()<>\[\]]+", re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def literal(token):
    def plain(found):
        code = found.group(1)
        return bytes([int(code, 8) & 255]) if code[:1].isdigit() else b"" if code == b"\n" else ESCAPES.get(code, code)
    if token[:1] == b"<":
        return bytes.fromhex(token[1:-1].decode())
    return re.sub(rb"\\([0-7]{1,3}|.)", plain, token[1:-1], flags=re.S)


class TaggedPdf:
    def __init__(self, path):
        data = json.loads(subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
            capture_output=True, check=True).stdout)
        self.objects = {name[4:]: value for name, value in data["qpdf"][1].items() if name.startswith("obj:")}
        self.texts = {}  # (page, MCID): text
        self.maps = {}
        self.pages = data["pages"]
        for page in self.pages:
            self.read_page(page["object"], b"\n".join(self.stream(c) for c in page["contents"]))
        catalogue = next(v["value"] for v in self.objects.values() if isinstance(v.get("value"), dict)
                         and v["value"].get("/Type") == "/Catalog")
        self.root = self.value(catalogue["/StructTreeRoot"])

    def value(self, reference):
        if isinstance(reference, str) and reference in self.objects:
            found = self.objects[reference]
            return found["value"] if "value" in found else found["stream"]["dict"]
        return reference if not isinstance(reference, str) else None

    def stream(self, reference):
        return base64.b64decode(self.objects[reference]["stream"]["data"])

    def unicode_map(self, fonts, name):
        reference = self.value(fonts[name])["/ToUnicode"]
        if reference not in self.maps:
            result = {}
            text = self.stream(reference).decode("latin-1")
            for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
                for code, characters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
                    result[int(code, 16)] = bytes.fromhex(characters).decode("utf-16-be")
            for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
                for first, last, start in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                    for code in range(int(first, 16), int(last, 16) + 1):
                        result[code] = chr(int(start, 16) + code - int(first, 16))
            self.maps[reference] = result
        return self.maps[reference]

    def read_page(self, page, content):
        fonts = self.value(self.value(self.value(page)["/Resources"])["/Font"])
        marks, operands, font = [], [], {}  # marks: [MCID or None, replaced by ActualText]
        for token in TOKEN.findall(content):
            if token == b"Tf":
                font = self.unicode_map(fonts, operands[-2].decode())
            elif token in (b"BDC", b"BMC"):
                properties = operands[-1]
                mark = re.search(rb"/MCID (\d+)", properties)
                actual = re.search(rb"/ActualText\s*<([0-9A-Fa-f]+)>", properties)
                marks.append([int(mark[1]) if mark else None, bool(actual)])
                if actual:
                    self.say(page, marks, bytes.fromhex(actual[1].decode()).decode("utf-16"))
            elif token == b"EMC":
                marks.pop()
            elif token in (b"Tj", b"TJ") and not any(replaced for _, replaced in marks):
                shown = b"".join(literal(o) for o in operands if o[:1] in (b"(", b"<"))
                self.say(page, marks, "".join(font.get(shown[i] << 8 | shown[i + 1], "\ufffd")
                                              for i in range(0, len(shown), 2)))
            if re.fullmatch(rb"[A-Za-z'\"*]+", token) and token not in (b"true", b"false"):
                operands = []
            else:
                operands.append(token)

    def say(self, page, marks, text):
        mark = next((number for number, _ in reversed(marks) if number is not None), None)
        if mark is not None:
            self.texts[page, mark] = self.texts.get((page, mark), "") + text

    def text_of(self, node, page=None):
        node = self.value(node) if isinstance(node, str) else node
        if isinstance(node, int):
            return self.texts.get((page, node), "")
        if isinstance(node, list):
            return "".join(self.text_of(kid, page) for kid in node)
        page = node.get("/Pg", page)
        return self.text_of(node["/MCID"], page) if "/MCID" in node else self.text_of(node.get("/K", []), page)

    def kids(self, node):
        kids = node.get("/K", [])
        return [self.value(kid) if isinstance(kid, str) else kid for kid in (kids if isinstance(kids, list) else [kids])]

    def tables(self, node=None):
        """Tables in the order of reading: rows of cells' texts."""
        node = node or self.root
        if node.get("/S") == "/Table":
            yield [[self.text_of(cell) for cell in self.kids(row)] for row in self.rows(node)]
            return
        for kid in self.kids(node):
            if isinstance(kid, dict):
                yield from self.tables(kid)

    def rows(self, node):
        for kid in self.kids(node):
            if kid.get("/S") == "/TR":
                yield kid
            else:
                yield from self.rows(kid)
