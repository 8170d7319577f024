"""Looks into a release as another program sees it. Usage: read.py FOLDER cell EVENT COLUMN OUTCOME CITE | cells FILE | whole | leaks VALUE... | logged | by EVENT WHO; prints what is wrong."""
import csv
import os
import re
import sys
import unicodedata
import zipfile
from xml.etree import ElementTree

folder, what, *rest = sys.argv[1:]
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets():
    with zipfile.ZipFile(f"{folder}/records.xlsx") as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        shared = ["".join(t.text or "" for t in item.iter(SPACE + "t")) for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        found = {}
        for number, name in enumerate(names, 1):
            rows = []
            for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(SPACE + "row"):
                cells = {}
                for cell in row:
                    column, value = re.match("[A-Z]+", cell.get("r")).group(0), cell.find(SPACE + "v")
                    text = (shared[int(value.text)] if cell.get("t") == "s" else value.text) if value is not None else ""
                    cells[column] = text
                rows.append(cells)
            head = rows[0]
            found[name] = [{head[c]: row.get(c, "") for c in head} for row in rows[1:]]
        return found


def parts():
    for name in os.listdir(folder):
        data = open(f"{folder}/{name}", "rb").read()
        yield name, data
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(f"{folder}/{name}") as book:
                for part in book.namelist():
                    yield part, book.read(part)


def wrong(rows, event, column, outcome, cite):
    row = next((r for r in rows if r["Event"] == event), None)
    shown = row[column] if row else "no such row"
    right = {"withheld": f"[{cite}" in shown, "person": shown == "[review]", "part": "[review]" in shown and shown != "[review]", "hidden": shown.startswith("["), "source": shown == "[withheld by the source]", "blank": shown == "", "released": shown and "[" not in shown}[outcome]
    return "" if right else f"{event} {column}: {shown!r}"


if what == "cell":
    fault = wrong(sheets()["Searches"], *rest)
    if fault:
        print(fault)
elif what == "cells":  # of a file of them: a line each, blank where it is right
    rows = sheets()["Searches"]
    for line in open(rest[0], encoding="utf-8"):
        print(wrong(rows, *line.rstrip("\n").split("\t")))
elif what == "whole":
    for row in sheets()["Searches"]:
        for column in ("Event", "Date and time"):
            if not row[column] or "[" in row[column]:
                print(row["Event"], column, row[column])
        if "[" in row["User name"] and "person-" not in row["User name"]:
            print(row["Event"], row["User name"])
elif what == "leaks":
    for value in rest:
        value = value.split(":")[-1]
        for name, data in parts():
            text = unicodedata.normalize("NFKC", data.decode("utf-8", "replace")).casefold()
            if value.casefold() in text or value.encode() in data:
                print(f"{value} in {name}")
elif what == "logged":
    book = sheets()
    marked = sum(text.count("[") for row in book["Searches"] for column, text in row.items())
    log = book["Redaction log"]
    if marked != len(log):
        print(f"{marked} marks, {len(log)} lines in the log")
    for line in log:
        if line["Outcome"] in ("withheld", "part") and not (line["Citation"] and line["Basis"]):
            print(line)
elif what == "by":
    event, who = rest
    row = next(r["Row"] for r in sheets()["Searches"] if r["Event"] == event)
    if not any(line["Row"] == row and line["Decided by"] == who for line in sheets()["Redaction log"]):
        print([line for line in sheets()["Redaction log"] if line["Row"] == row])
