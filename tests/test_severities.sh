#!/usr/bin/env bash
# An audit in which a rule is only for information: in every output the findings of the severities add up to all findings.
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source tests/tap.sh
cp -r samples "$work/in"
printf '\n[severity]\noff-hours = info\n' >> "$work/in/audit.ini"
"$FACEAUDIT" run "$work/in" -o "$work/out" > "$work/page" || { echo "not ok 1 - the sample year is audited"; exit 1; }
query() { sqlite3 -readonly "$work/out/audit.db" "$1"; }
python3 tests/sheets.py "$work/out/audit.xlsx" > "$work/sheets"
pdftotext -layout "$work/out/audit.pdf" "$work/pdf"
wanted=$(query "SELECT group_concat(findings || ' ' || severity, ', ') FROM (SELECT count(*) AS findings, severity FROM audit_finding JOIN severity s USING (severity) GROUP BY severity ORDER BY s.place)")
all=$(query 'SELECT count(*) FROM audit_finding')

runs 'there are findings for information' grep -q ' info$' <<< "$wanted"
runs 'the screen names them' grep -Eq "Findings +$all +$wanted" "$work/page"
runs 'the first page of the PDF names them' grep -Eq "$(sed 's/, .*//' <<< "$wanted")" "$work/pdf"
runs 'the first page of the PDF and the chart for slides have each' python3 - "$work/pdf" "$work/out/charts/findings-by-severity.svg" "$wanted" << 'PY'
import re, sys
for path in sys.argv[1:3]:
    text = " ".join(re.sub("<[^>]*>", " ", open(path, encoding="utf-8").read()).split())
    for part in sys.argv[3].split(", "):
        assert part in text or part.split()[1] in text and part.split()[0] in text, (path, part)
PY
runs 'the reconciliation of the PDF adds up' grep -q "$all = ${wanted//, / + } = the exceptions" "$work/pdf"
runs 'the page has each, with a place in the table of people' python3 - "$work/out/audit.html" "$wanted" << 'PY'
import re, sys
page = open(sys.argv[1], encoding="utf-8").read()
shown = re.search('<ul class="severities".*?</ul>', page, re.S).group()
assert ", ".join(" ".join(re.sub("<[^>]*>", " ", one).split()) for one in re.findall("<li>.*?</li>", shown, re.S)) == sys.argv[2], shown
assert ">Info</th>" in page
PY
runs 'the workbook has each: tile, counts, chart, and the sheet Users' python3 - "$work/sheets" "$wanted" "$all" << 'PY'
import sys
rows = [line.split("\t") for line in open(sys.argv[1], encoding="utf-8").read().split("\n")]
cells = [dict(cell.split("=", 1) for cell in row[1:]) for row in rows if row[0] == "Summary"]
flat = {at: value for row in cells for at, value in row.items()}
assert any(value.startswith(sys.argv[2] + " ") for value in flat.values()), "tile"
pairs = [part.split() for part in sys.argv[2].split(", ")]
for count, severity in pairs:
    assert any("Findings of severity " + severity in row.values() and "n" + count in row.values() for row in cells), severity
at = next(at for at, value in flat.items() if value == "Severity" and at[0] == "E")
charted = {flat["E%d" % n]: flat["F%d" % n] for n in range(int(at[1:]) + 1, int(at[1:]) + 6) if "E%d" % n in flat}
assert sum(int(value[1:]) for value in charted.values()) == int(sys.argv[3]), charted
users = [dict((cell.split("=", 1)[0][0], cell.split("=", 1)[1]) for cell in row[1:]) for row in rows if row[0] == "Users"]
heads = {value: letter for letter, value in users[0].items()}
for user in users[1:]:
    parts = sum(int(user[heads[name]][1:]) for name in ("Critical", "High", "Medium", "Low", "Info"))
    assert parts == int(user[heads["Findings"]][1:]), user
assert any(user[heads["Info"]] != "n0" for user in users[1:])
PY
runs 'findings.csv has them all' test "$(python3 -c "import csv,sys; print(len(list(csv.reader(open(sys.argv[1], encoding='utf-8-sig')))) - 1)" "$work/out/findings.csv")" = "$all"
runs 'a clause is not lost either: the findings of the rules are all findings' test "$(query 'SELECT sum(exceptions) FROM audit_clause')" = "$all"
plan
