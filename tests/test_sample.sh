#!/usr/bin/env bash
# sample draws searches without findings so that anybody can draw them again, and says what the answers come to. TAP.
set -uo pipefail
unset SOURCE_DATE_EPOCH
. tests/tap.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
cp samples/*.csv samples/audit.ini "$work/in"
out=$work/in/audit
"$FACEAUDIT" run "$work/in" --formats db > /dev/null 2>&1
sample() { "$FACEAUDIT" sample "$out" "$@" > "$work/page" 2> "$work/said"; status=$?; tr -s ' \n' ' ' < "$work/page" > "$work/line"; }
expect() { # STATUS WORDS...
  local wanted=$1
  shift
  [ "$status" = "$wanted" ] || echo "exit $status: $(cat "$work/said")"
  for words in "$@"; do grep -qE -- "$words" "$work/line" "$work/said" || echo "lacks \"$words\": $(head -c 600 "$work/line")$(cat "$work/said")"; done
}
query() { sqlite3 -readonly "$out/audit.db" "$1"; }

sample --size 12 --seed 413
population=$(query "SELECT count(*) FROM audit_search WHERE event NOT IN (SELECT subject FROM audit_finding WHERE subject_kind = 'event')")
check "a draw says the three populations, its size and its seed" "$(expect 0 "population $population without a finding on the search itself" 'on its report' 'or its user' '12, as asked for' 'seed 413')"
check "the first tickets are the sample, and a shell draws the same" "$(diff <(tail -n +2 "$out/sample-413.csv" | cut -d, -f2,4 | head -12) \
  <(query "SELECT event FROM audit_search WHERE event NOT IN (SELECT subject FROM audit_finding WHERE subject_kind = 'event')" | while read -r event; do echo "$(printf %s "413,$event" | sha256sum | cut -d' ' -f1) $event"; done | sort | head -12 | sed 's/.* //; s/$/,yes/'))"
check "the files have a manifest of their own" "$(cd "$out" && sha256sum -c --quiet --strict sample-413-sha256.txt 2>&1)"
cp "$out/sample-413.xlsx" "$work/first.xlsx"
sample --size 12 --seed 413
check "drawn again it has the same bytes, and the log of draws shows both" "$(expect 0 '1 of this population: 12 of' 'only fair where it was planned'; cmp "$work/first.xlsx" <(cat "$out/sample-413.xlsx") > /dev/null && echo 'the second does not say that there was a first'; [ "$(grep -c ',413,12,' "$out/sample-draws.csv")" = 2 ] || cat "$out/sample-draws.csv")"
sample --tolerable 5 --seed 7 --by month
check "a size is worked out from the tolerable rate" "$(expect 0 'were [0-9]+ of the population \(5 %\) or more not in order, at most 0 would be found')"
"$FACEAUDIT" run "$work/in" --formats db > /dev/null 2>&1
check "a later run leaves samples alone" "$([ -e "$out/sample-7.xlsx" ] && [ -e "$out/sample-draws.csv" ] || ls "$out")"
"$FACEAUDIT" verify "$out" > "$work/page" 2>&1
check "verify covers them" "$(grep -q 'sample-413-sha256' "$work/page" || cat "$work/page")"

# What people do: fills the questions of the sheet Sample, cell by cell. "ROW:HEAD=WORD" overrides, and any other cell can be changed so.
cat > "$work/fill.py" << 'EOF'
import re, sys, zipfile
path, to, default, changes = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
book = zipfile.ZipFile(path)
names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
part = "xl/worksheets/sheet%d.xml" % (1 + names.index("Sample"))
shared = [re.sub("<.*?>", "", s) for s in re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.S)]
sheet = book.read(part).decode()
columns = {shared[int(v)]: c for c, v in re.findall(r'<c r="([A-Z]+)1"[^>]*t="s"[^>]*><v>(\d+)</v>', sheet)}
def put(row, head, word):
    global sheet
    at = f"{columns[head]}{row}"
    cell = f'<c r="{at}" t="inlineStr"><is><t>{word}</t></is></c>'
    body = re.search(rf'(<row r="{row}"[^>]*>)(.*?)(</row>)', sheet, re.S)
    cells = {m.group(1): m.group(0) for m in re.finditer(r'<c r="([A-Z]+)\d+"[^>]*?(?:/>|>.*?</c>)', body.group(2), re.S)}
    cells[columns[head]] = cell
    sheet = sheet.replace(body.group(0), body.group(1) + "".join(cells[c] for c in sorted(cells, key=lambda c: (len(c), c))) + body.group(3))
rows = len(re.findall(r'<row r="\d+"', sheet)) - 1
for row in range(2, rows + 2):
    for head in columns:
        if head.endswith("?") and default: put(row, head, default)
for change in changes:
    row, head, word = re.match(r"(\d+):(.*?)=(.*)", change).groups()
    put(row, head, word)
with zipfile.ZipFile(to, "w") as made:
    for name in book.namelist(): made.writestr(name, sheet if name == part else book.read(name))
EOF
evaluate() { python3 "$work/fill.py" "$out/sample-413.xlsx" "$work/filled.xlsx" "$@" && sample --evaluate "$work/filled.xlsx" "${more[@]}"; }
more=()
evaluate yes
check "where none is answered no, the bound of none is said" "$(expect 0 "12 of the $population searches without findings were drawn \(seed 413\) and read; none was answered no. With 95 % confidence at most [0-9]+ of the $population")"
evaluate yes '3:Is the result the one in the log?=no' '4:Is the result the one in the log?=unsure' '5:Was a lead confirmed first, and reviewed?=not applicable' '6:Note=seen on paper'
check "no and unsure count as no, not applicable does not" "$(expect 0 'answered no 1 of 12, 1 unsure or not answered: Is the result the one in the log' 'answered no 0 of 12: Was a lead' '1 was answered no to at least one question; 1 more is unsure or not answered in full, and counts with them' '1 of "unsure" count as no')"
evaluate ''
check "blanks count as no, and are not said to be one" "$(expect 0 'answered no 0 of 12, 12 unsure or not answered: Is the report' '0 were answered no to at least one question; 12 more' '72 answers left blank'; grep -F 'and read' "$work/page")"
more=(--confidence 90)
evaluate yes
check "the confidence can be said" "$(expect 0 'With 90 % confidence')"
more=()
evaluate yes '3:Reason=something else'
check "a cell that was written and is changed is named" "$(expect 3 'filled.xlsx:3: "Reason" was changed')"
evaluate yes '3:Is the result the one in the log?=perhaps'
check "a word that is no answer is named" "$(expect 3 'filled.xlsx:3: "perhaps" is no answer')"
evaluate yes '3:Event=1'
check "a row that is missing is named" "$(expect 3 'was drawn and is not here')"
evaluate yes
python3 - "$work/filled.xlsx" "$work/filled.csv" << 'EOF'
import csv, re, sys, zipfile, xml.etree.ElementTree as tree
book = zipfile.ZipFile(sys.argv[1])
space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
shared = ["".join(t.text or "" for t in s.iter(space + "t")) for s in tree.fromstring(book.read("xl/sharedStrings.xml"))]
rows = []
for row in tree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(space + "row"):
    cells = {}
    for cell in row:
        at = 0
        for letter in re.match("[A-Z]+", cell.get("r")).group(0): at = at * 26 + ord(letter) - 64
        value = cell.find(space + "v")
        cells[at] = shared[int(value.text)] if cell.get("t") == "s" else "".join(t.text or "" for t in cell.iter(space + "t"))
    rows.append([cells.get(i + 1, "") for i in range(21)])
csv.writer(open(sys.argv[2], "w", newline="")).writerows(rows)
EOF
sample --evaluate "$work/filled.csv"
check "the sheet saved as CSV is read as well" "$(expect 0 'none was answered no')"
printf '\n[thresholds]\nrepeat_searches = 5\n' >> "$work/in/audit.ini"
"$FACEAUDIT" run "$work/in" -o "$work/other" --formats db > /dev/null 2>&1
"$FACEAUDIT" sample "$work/other" --evaluate "$work/filled.xlsx" > "$work/page" 2> "$work/said"
status=$?
check "a worksheet of another audit is refused" "$(expect 3 'was drawn from another audit')"
echo "a,b" > "$work/none.csv"
sample --evaluate "$work/none.csv"
check "another file is refused" "$(expect 3 'is not the sheet "Sample"')"
sample --size 12
check "a draw without a seed is refused" "$(expect 2 'needs --seed')"
sample --size 0 --seed 1
check "a size that is none is refused" "$(expect 2 'is not a number of searches')"
sample --tolerable 150 --seed 1
check "a rate that is none is refused" "$(expect 2 'is not a percentage')"
sample --size 100000 --seed all
check "a size beyond the population reads all" "$(expect 0 'all of them: as many were asked for')"
plan
