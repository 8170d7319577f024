#!/usr/bin/env bash
# The workbook of the sample year, read back by another program: every cell of Findings and Searches is the database's.
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$FACEAUDIT" run samples -o "$work/out" --formats db,xlsx > /dev/null || { echo "not ok 1 - the sample year is audited"; exit 1; }
python3 tests/sheets.py "$work/out/audit.xlsx" > "$work/rows"
number=0
say() { number=$((number + 1)); if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi; }

# SHEET SELECT: the columns of the sheet that SELECT names, as the database has them. A date is compared as the second it shows.
same() {
  sqlite3 -readonly -json "$work/out/audit.db" "$2" > "$work/want"
  python3 - "$1" "$work/rows" "$work/want" << 'PY'
import datetime, json, re, sys
sheet, rows, want = sys.argv[1], open(sys.argv[2], encoding="utf-8").read().split("\n"), json.load(open(sys.argv[3], encoding="utf-8"))
got = [dict(cell.split("=", 1) for cell in row.split("\t")[1:]) for row in rows if row.split("\t")[0] == sheet]
letters = {text: re.sub("[0-9]", "", at) for at, text in got[0].items()}
def shown(cell, like):
    if cell is None or not cell.startswith("n") or isinstance(like, str) and not re.match(r"\d{4}-\d\d-\d\d", like): return cell
    if not isinstance(like, str): return float(cell[1:])
    moment = datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(float(cell[1:]) * 86400))
    return moment.strftime("%Y-%m-%dT%H:%M:%S")[:len(like)] if "T" in like else moment.strftime("%Y-%m-%d")
assert len(got) - 1 == len(want), (len(got) - 1, len(want))
for number, facts in enumerate(want, 2):
    for head, value in facts.items():
        cell = shown(got[number - 1].get(letters[head] + str(number)), value)
        value = (value.replace("\n", "|") or None) if isinstance(value, str) else value
        assert cell == value, (sheet, number, head, cell, value)
PY
}

same Findings "SELECT clause AS Clause, severity AS Severity, CASE WHEN occurred_at GLOB '*T*' THEN substr(occurred_at, 1, 19) ELSE occurred_at END AS \"Date and time\",
 user_id AS User, subject AS Subject, report_number AS Report, explanation AS \"What the records show\", disposition AS Disposition, subject_kind AS Kind,
 detail AS Detail, innocent AS \"Rule out first\", rule AS Rule, finding_id AS Finding
 FROM audit_finding a ORDER BY (SELECT place FROM finding f WHERE f.finding_id = a.finding_id), occurred_at, subject, finding_id"
say $? "every cell of Findings is the database's"
same Searches "SELECT event AS Event, substr(occurred_at, 1, 19) AS \"Date and time\", substr(occurred_at, -6) AS Offset, user_id AS User, user_name AS \"User name\",
 case_number AS \"Case number\", reason AS Reason, purpose AS Purpose, report_number AS Report, candidate_selected AS \"Candidate selected\",
 purpose_words AS \"Words that decided\", link_method AS \"Link method\", link_confidence AS Confidence, link_reason AS \"Why this report\",
 orphan_kind AS \"Without a report\", action AS Action, workstation AS Workstation, address AS Address, probe_image AS \"Probe image\",
 candidates_returned AS Returned, at_doubt AS \"Time in doubt\", session AS Session, source_file AS \"Source file\", source_line AS Line
 FROM audit_search ORDER BY strftime('%s', occurred_at), event"
say $? "every cell of Searches is the database's"

# A column without an entry in the dictionary stops the workbook; here, that each has a line on the sheet.
python3 tests/sheets.py "$work/out/audit.xlsx" tables > "$work/tables"
python3 - "$work/tables" "$work/rows" << 'PY'
import sys
words = {tuple(cell.split("=", 1)[1] for cell in row.split("\t")[1:3]) for row in open(sys.argv[2], encoding="utf-8").read().split("\n") if row.startswith("Dictionary\t")}
for table in open(sys.argv[1], encoding="utf-8").read().splitlines():
    sheet, _, *heads = table.split("\t")
    for head in heads if sheet != "Dictionary" else ():
        assert (sheet, head) in words, (sheet, head)
PY
say $? "the dictionary names every sheet and column"
echo "1..$number"
