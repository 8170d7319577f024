"""Writes CSV files as workbooks, a sheet each, with dates and times as Excel keeps them. Usage: spreadsheets.py BOOK.xlsx FILE.csv..."""
import csv, datetime, html, os, re, sys, zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="m/d/yyyy\\ h:mm:ss\\ AM/PM"/></numFmts>'
          '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>')


def serial(text):
    if not re.fullmatch(r"\d\d/\d\d/\d{4} \d\d:\d\d:\d\d [AP]M", text):
        return None
    try:
        moment = datetime.datetime.strptime(text, "%m/%d/%Y %I:%M:%S %p")
    except ValueError:
        return None
    return (moment - datetime.datetime(1899, 12, 30)) / datetime.timedelta(days=1)


def column(number):
    letters = ""
    while number:
        number, left = divmod(number - 1, 26)
        letters = chr(65 + left) + letters
    return letters


def cell(place, text):
    moment = serial(text)
    if moment is not None:
        return f'<c r="{place}" s="1"><v>{moment!r}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{html.escape(text)}</t></is></c>'


def sheet(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    delimiter = ";" if text.splitlines()[0].count(";") > 1 else ","
    rows = []
    for number, row in enumerate(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), 1):
        cells = "".join(cell(f"{column(at)}{number}", text) for at, text in enumerate(row, 1) if text)
        rows.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def relations(targets):
    inside = "".join(f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>' for id, kind, target in targets)
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


def main(book, files):
    names = [os.path.splitext(os.path.basename(path))[0] for path in files]
    sheets = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="s{at}"/>' for at, name in enumerate(names, 1))
    parts = {"_rels/.rels": relations([("w", "officeDocument", "xl/workbook.xml")]),
             "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
             "xl/_rels/workbook.xml.rels": relations([(f"s{at}", "worksheet", f"worksheets/{at}.xml") for at in range(1, len(files) + 1)]
                                                     + [("t", "styles", "styles.xml")]),
             "xl/styles.xml": STYLES}
    for at, path in enumerate(files, 1):
        parts[f"xl/worksheets/{at}.xml"] = sheet(path)
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, HEAD + text)


main(sys.argv[1], sys.argv[2:])
