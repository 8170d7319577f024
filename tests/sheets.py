"""Reads a workbook as a stranger would and prints it: a row of a sheet a line, "sheet<TAB>A1=text<TAB>B1=n12", line breaks as |.
With a word more it prints instead: links (sheet, cell, target), tables (sheet, range, columns), or parts (every file)."""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def text_of(node):
    text = "".join(t.text or "" for t in node.iter(MAIN + "t"))
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


def cell_of(cell, shared):
    kind = cell.get("t")
    if kind == "inlineStr":
        return text_of(cell)
    value = cell.find(MAIN + "v")
    if value is None:
        return None  # a format without content
    assert kind in (None, "n", "s"), kind
    return shared[int(value.text)] if kind == "s" else "n" + value.text


def main(path, what="rows"):
    book = zipfile.ZipFile(path)
    assert book.testzip() is None
    for name in book.namelist():
        if name.endswith((".xml", ".rels")):
            tree.fromstring(book.read(name))
    strings = "xl/sharedStrings.xml"
    shared = [text_of(item) for item in tree.fromstring(book.read(strings)).iter(MAIN + "si")] if strings in book.namelist() else []
    names = [sheet.get("name") for sheet in tree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
    if what == "parts":
        print(*book.namelist(), sep="\n")
    for number, name in enumerate(names, 1):
        root = tree.fromstring(book.read("xl/worksheets/sheet%d.xml" % number))
        assert not list(root.iter(MAIN + "f")), "a formula"
        for link in root.iter(MAIN + "hyperlink"):
            assert link.get(LINK) is None, "a link out of the workbook"
            if what == "links":
                print(name, link.get("ref"), link.get("location"), sep="\t")
        for row in root.iter(MAIN + "row") if what == "rows" else ():
            cells = [(cell.get("r"), cell_of(cell, shared)) for cell in row]
            print(name, *("%s=%s" % (at, value.replace("\n", "|")) for at, value in cells if value is not None), sep="\t")
        if what == "tables":
            rels = "xl/worksheets/_rels/sheet%d.xml.rels" % number
            targets = re.findall(r'Target="\.\./(tables/[^"]+)"', book.read(rels).decode()) if rels in book.namelist() else []
            for target in targets:
                table = tree.fromstring(book.read("xl/" + target))
                columns = [column.get("name") for column in table.iter(MAIN + "tableColumn")]
                print(name, table.get("ref"), *columns, sep="\t")


main(*sys.argv[1:])
