#!/usr/bin/env bash
# Answers that people write into audit.xlsx come back: the next run keeps them in dispositions.csv before it replaces the workbook, each once, and shows them everywhere. TAP.
set -uo pipefail
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0
check() { # TITLE PROBLEMS: passes where there are none
  number=$((number + 1))
  if [ -z "$2" ]; then echo "ok $number - $1"; else echo "not ok $number - $1"; printf '%s\n' "$2" | sed 's/^/# /'; fi
}
query() { sqlite3 -readonly "$work/in/audit/audit.db" "$1"; }
run() { "$FACEAUDIT" run "$work/in" --formats db,csv,html,xlsx "$@" > "$work/page" 2> "$work/said"; status=$?; }
cp -r samples "$work/in"
rm -rf "$work/in/gallery" "$work/in/audit"
rm "$work/in/dispositions.csv"
sed -i '/^dispositions/d' "$work/in/audit.ini"
run || cat "$work/said"
ledger=$work/in/dispositions.csv

# Writes COUNT answers into the sheet Findings, or another, as people do: text into empty cells; nothing else is touched.
cat > "$work/answer.py" << 'EOF'
import re, shutil, sys, zipfile
path, count, note, sheet_name = sys.argv[1], int(sys.argv[2]), sys.argv[3], (sys.argv[4:] or ["Findings"])[0]
source = zipfile.ZipFile(path)
names = re.findall(r'<sheet name="([^"]+)" sheetId="(\d+)"', source.read("xl/workbook.xml").decode())
part = "xl/worksheets/sheet%d.xml" % (1 + [name for name, _ in names].index(sheet_name))
shared = re.findall(r"<si>(.*?)</si>", source.read("xl/sharedStrings.xml").decode(), re.S)
sheet = source.read(part).decode()
head = re.search(r'<row r="1".*?</row>', sheet, re.S).group(0)
columns = {re.sub("<.*?>", "", shared[int(value)]): letters for letters, value in re.findall(r'<c r="([A-Z]+)1"[^>]*t="s"[^>]*><v>(\d+)</v>', head)}
words = ["explained", "unfounded", "sustained", "not sustained", "policy failure", "referred", "pending"]
def cell(letters, row, text): return f'<c r="{letters}{row}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
def order(reference): return [len(reference), reference]
for row in range(2, 2 + count):
    body = re.search(rf'(<row r="{row}"[^>]*>)(.*?)</row>', sheet, re.S)
    cells = dict(re.findall(r'(?=(<c r="([A-Z]+)\d+".*?(?:/>|</c>)))', "")) or {}
    kept = {m.group(2): m.group(1) for m in re.finditer(r'(<c r="([A-Z]+)\d+"[^>]*?(?:/>|>.*?</c>))', body.group(2), re.S)}
    for head_name, text in {"Disposition": words[row % len(words)], "Note": f"{note} {row}", "By": "Lt. Ana Ruiz", "On": "2025-09-01"}.items():
        kept[columns[head_name]] = cell(columns[head_name], row, text)
    new = body.group(1) + "".join(kept[at] for at in sorted(kept, key=order)) + "</row>"
    sheet = sheet[:body.start()] + new + sheet[body.end():]
with zipfile.ZipFile(path + ".new", "w", zipfile.ZIP_DEFLATED) as out:
    for item in source.infolist(): out.writestr(item, sheet if item.filename == part else source.read(item.filename))
shutil.move(path + ".new", path)
EOF
answer() { python3 "$work/answer.py" "$work/in/audit/audit.xlsx" "$@"; }

answer 40 'seen, "row", 2;'
# Saved once by LibreOffice, as by somebody who works with it: other parts, other types of cells, the same answers.
if command -v soffice > /dev/null; then
  soffice -env:UserInstallation="file://$work/office" --headless --convert-to xlsx --outdir "$work/saved" "$work/in/audit/audit.xlsx" > /dev/null 2>&1
  cp "$work/saved/audit.xlsx" "$work/in/audit/audit.xlsx"
fi
cp "$work/in/audit/audit.xlsx" "$work/answered.xlsx"
run
check 'a run takes forty answers and goes on' "$([ $status = 0 ] || cat "$work/said"; grep -q '40 answers in' "$work/said" || cat "$work/said")"
check 'the ledger has them, with note, decider and day' "$([ "$(python3 -c 'import csv,sys; rows=list(csv.DictReader(open(sys.argv[1]))); print(len(rows), len({r["id"] for r in rows}), all(r["note"].startswith("seen, \"row\", 2;") and r["decided_by"] == "Lt. Ana Ruiz" and r["decided_on"] == "2025-09-01" for r in rows))' "$ledger")" = '40 40 True' ] || head -5 "$ledger")"
check 'and so have the views, findings.csv, the page and the new workbook' "$(query "SELECT state, count(*) FROM audit_disposition GROUP BY state HAVING state <> 'applied' OR count(*) <> 40;
  SELECT 'findings', count(*) FROM audit_finding WHERE disposition NOT NULL AND note LIKE 'seen%' AND decided_by = 'Lt. Ana Ruiz' AND decided_on LIKE '2025-09-01%' HAVING count(*) <> 40"
  [ "$(grep -c 'Lt. Ana Ruiz' "$work/in/audit/findings.csv")" -ge 40 ] || echo findings.csv
  [ "$(grep -c 'decided by: Lt. Ana Ruiz' "$work/in/audit/audit.html")" -ge 40 ] || echo audit.html
  [ "$(python3 tests/sheets.py "$work/in/audit/audit.xlsx" | grep -c 'Lt. Ana Ruiz')" -ge 40 ] || echo audit.xlsx)"
sums() { (cd "$work/in" && find . -type f | LC_ALL=C sort | xargs sha256sum); }
sums > "$work/before"
run
check 'run again, everything is the same to the byte' "$([ $status = 0 ] || cat "$work/said"; diff "$work/before" <(sums))"

# Killed between the ledger and the workbook: the workbook still holds what the ledger has.
cp "$work/answered.xlsx" "$work/in/audit/audit.xlsx"
run
check 'answers that the ledger has are not taken twice' "$([ $status = 0 ] || cat "$work/said"; [ "$(wc -l < "$ledger")" = 41 ] || wc -l "$ledger")"

answer 1 'thought again'
"$FACEAUDIT" report "$work/in" --formats db,csv,html,xlsx > "$work/page" 2> "$work/said" || cat "$work/said"
sums > "$work/before"
run
check 'report alone takes a changed workbook too, and leaves what a run leaves' "$(diff <(grep -v 'audit.db\|manifest' "$work/before") <(sums | grep -v 'audit.db\|manifest'); [ "$(wc -l < "$ledger")" = 42 ] || wc -l "$ledger")"
check 'a later answer of the same person supersedes, and nothing is lost' "$([ "$(wc -l < "$ledger")" = 42 ] || wc -l "$ledger"
  query "SELECT group_concat(state, ' ') FROM audit_disposition WHERE id IN (SELECT id FROM audit_disposition WHERE note = 'thought again 2') HAVING group_concat(state, ' ') <> 'superseded applied'")"

# An answer to a matter holds for its findings; one to a finding goes before it.
answer 20 'on call' Matters
run
check 'an answer on the sheet Matters holds for the findings of the matter, and one to a finding goes before it' "$(query "SELECT 'matters', count(*) FROM audit_disposition WHERE note LIKE 'on call%' AND state = 'applied' AND id LIKE '%/%' HAVING count(*) <> 20;
  SELECT 'none' WHERE NOT EXISTS (SELECT 1 FROM audit_finding WHERE note LIKE 'on call%');
  SELECT f.finding_id, f.note FROM audit_finding f JOIN audit_matter m USING (matter_id) WHERE m.rank <= 20
     AND f.note IS NOT coalesce((SELECT note FROM audit_disposition d WHERE d.id = f.finding_id AND state = 'applied'), 'on call ' || (m.rank + 1))")"

# The findings of that matter show its answer in the workbook: that is nobody's new answer.
lines=$(wc -l < "$ledger")
answer 1 'thought once more'
run
check "a finding that shows its matter's answer is not answered by that" "$([ "$(wc -l < "$ledger")" = $((lines + 1)) ] || diff <(head -n "$lines" "$ledger") "$ledger")"

# What came since, or says something else now, nobody answered: the column covers says what was there.
IFS='|' read -r matter facts <<< "$(query "SELECT matter_id, covers FROM audit_matter m WHERE findings = 2 AND NOT EXISTS (SELECT 1 FROM audit_finding f WHERE f.matter_id = m.matter_id AND disposition NOT NULL) LIMIT 1")"
cp "$ledger" "$work/kept"
printf '%s,unfounded,,Chief Dale,2025-09-03,,,%s\n' "$matter" "${facts% *}" >> "$ledger"
sed -i "s/^\[agency\]/&\nadministrator = $(query "SELECT user_id FROM audit_matter WHERE matter_id = '$matter'")/" "$work/in/audit.ini"
run
check 'an answer does not hold for a finding that came later: the matter is changed, open, and said to be' "$([ "$(query "SELECT (SELECT state FROM audit_disposition WHERE id = '$matter'), m.state, coalesce(m.disposition, '-'), m.open,
    (SELECT count(*) FROM audit_finding f WHERE f.matter_id = m.matter_id AND disposition = 'unfounded') FROM audit_matter m WHERE matter_id = '$matter'")" = 'changed|changed|-|1|1' ] || query "SELECT * FROM audit_matter WHERE matter_id = '$matter'"
  grep -q "Since the answer .*$matter was given" "$work/in/audit/audit.html" || echo 'no word of it')"
check "the administrator's own matters are for somebody else" "$(query "SELECT matter_id FROM audit_matter WHERE second_reviewer <> (user_id = (SELECT value FROM setting WHERE key = 'administrator'))"
  query "SELECT 'none' WHERE NOT EXISTS (SELECT 1 FROM audit_matter WHERE second_reviewer)")"
cp "$work/kept" "$ledger"
sed -i '/^administrator/d' "$work/in/audit.ini"
run

# A ledger that somebody made by hand keeps its own header, and has its columns filled whatever their order.
cp -r "$work/in" "$work/hand"
rm -r "$work/hand/audit" "$work/hand/dispositions.csv"
"$FACEAUDIT" run "$work/hand" --formats db,xlsx > /dev/null 2> "$work/said" || cat "$work/said"
cp "$work/answered.xlsx" "$work/hand/audit/audit.xlsx"
printf 'Decided By;Disposition;Finding ID;Remark;Decided On\r\n' > "$work/hand/dispositions.csv"
"$FACEAUDIT" run "$work/hand" --formats db,xlsx > /dev/null 2> "$work/said" || cat "$work/said"
check 'a ledger made by hand keeps its header, delimiter and line ends' "$(python3 - "$work/hand/dispositions.csv" << 'EOF'
import csv, sys
text = open(sys.argv[1], newline="").read()
rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
if not text.startswith("Decided By;Disposition;Finding ID;Remark;Decided On\r\n") or text.count("\r\n") != 41 or text.count("\n") != 41: print(text[:300])
if len(rows) != 40 or any(r["Decided By"] != "Lt. Ana Ruiz" or not r["Remark"].startswith('seen, "row", 2;') or len(r["Finding ID"]) != 12 for r in rows): print(rows[:2])
EOF
  sqlite3 "$work/hand/audit/audit.db" "SELECT count(*) FROM audit_disposition WHERE state = 'applied' HAVING count(*) <> 40")"

sums > "$work/before"
unchanged() { diff <(grep -v audit.xlsx "$work/before") <(sums | grep -v audit.xlsx); [ $status = 3 ] || echo "exit $status"; cat "$work/said" | grep -c 'nothing was replaced' | grep -qx 1 || cat "$work/said"; }
printf 'PK\3\4 damaged' > "$work/in/audit/audit.xlsx"
run
check 'a workbook that cannot be read stops the run, and nothing is replaced' "$(unchanged)"
cp -r "$work/in" "$work/other"
sed -i 's/^name *=.*/name = Cedar Point Police Department/' "$work/other/audit.ini"
rm -rf "$work/other/audit"
"$FACEAUDIT" run "$work/other" --formats db,xlsx > /dev/null 2>&1
cp "$work/other/audit/audit.xlsx" "$work/in/audit/audit.xlsx"
"$FACEAUDIT" report "$work/in" > /dev/null 2> "$work/said"
status=$?
check 'report alone replaces no workbook that may hold answers' "$(unchanged)"
run
check "another audit's workbook stops the run" "$(unchanged)"
cp "$work/answered.xlsx" "$work/in/audit/audit.xlsx"
python3 - "$work/in/audit/audit.xlsx" << 'EOF'
import sys, zipfile, shutil
path = sys.argv[1]
source = zipfile.ZipFile(path)
with zipfile.ZipFile(path + ".new", "w") as out:
    for item in source.infolist(): out.writestr(item, source.read(item.filename).replace(b">unfounded<", b">nonsense<"))
shutil.move(path + ".new", path)
EOF
run
check 'a word that is no answer stops the run with its sheet and cell' "$(unchanged; grep -q 'its sheet Findings, cell [A-Z]*[0-9]*: the answer "nonsense" is not known' "$work/said" || cat "$work/said")"
# A ledger that was saved on the page lacks the notes of what was referred, and may be older than the one that it takes the place of.
rm -r "$work/in/audit"
id() { query "SELECT finding_id FROM finding_row ORDER BY finding LIMIT 1 OFFSET $1"; }
head=id,disposition,note,decided_by,decided_on,due,response,covers left='(this note is not on the page: the next run puts it back)'
echo $head > "$ledger"
run
{ echo $head; echo "$(id 1),referred,\"To IA, by hand\",Lt. Ana Ruiz,2025-09-01,,,"; echo "$(id 2),explained,On call,Lt. Ana Ruiz,2025-09-01,,,"; } > "$ledger"
run
page=$(grep -o '<pre id="ledger" hidden>[^<]*' "$work/in/audit/audit.html" | sed 's/.*>//' | base64 -d)
check 'the page has the ledger, but for the note of what was referred' "$(grep -q '"On call"' <<< "$page" && grep -qF "$left" <<< "$page" || echo "$page"; grep 'To IA' "$work/in/audit/audit.html"; grep 'To IA' <<< "$page")"
cp "$ledger" "$work/kept"
sed '1s/$/,office/; 2,$s/$/,north/' "$work/kept" > "$ledger"
run
check 'a ledger with columns of its own is not written again by the page' "$(grep -o '<pre id="ledger" hidden>[^<]*' "$work/in/audit/audit.html" | sed 's/.*>//' | base64 -d | grep '^{"whole":false,"file":"dispositions-new.csv","path":"dispositions.csv","rows":\[\]' > "$work/none" || echo 'it is')"
cp "$work/kept" "$ledger"
run
{ sed "s/\"To IA, by hand\"/$left/" "$work/kept"; echo "$(id 3),pending,,Lt. Ana Ruiz,2025-09-02,,,"; } > "$ledger"
cp "$ledger" "$work/saved.csv"
run
check 'a run puts that note back, and keeps every line' "$([ $status = 0 ] || cat "$work/said"; diff <(cat "$work/kept"; tail -n 1 "$work/saved.csv") "$ledger"; [ "$(query "SELECT note FROM audit_disposition WHERE disposition = 'referred'")" = 'To IA, by hand' ] || echo 'not in audit.db')"
mv "$work/in/audit/audit.db" "$work/audit.db"
cp "$work/saved.csv" "$ledger"
run
check 'a note that nobody has stops the run with its line, and the ledger stays' "$([ $status = 3 ] && grep -q 'dispositions.csv:2: .*put the ledger of the last run back' "$work/said" || cat "$work/said"; cmp "$work/saved.csv" "$ledger")"
mv "$work/audit.db" "$work/in/audit/audit.db"
{ cat "$work/kept"; echo "$(id 4),pending,,Lt. Ana Ruiz,2025-09-03,,,"; } > "$ledger"
run
check 'an older copy of the ledger with new answers stops the run' "$([ $status = 3 ] && grep -q "lacks 1 that the last run had, the first to $(id 3): an older copy" "$work/said" || cat "$work/said")"
cp "$work/in/audit.ini" "$work/audit.ini"
sed -i 's/^name *=.*/name = Another Police Department/' "$work/in/audit.ini"
run
check 'the answers of another audit in the same folder are not missed' "$([ $status = 0 ] || cat "$work/said")"
cp "$work/audit.ini" "$work/in/audit.ini"
run
cp "$work/kept" "$ledger"
run
check 'lines that a person takes out by hand do not' "$([ $status = 0 ] || cat "$work/said")"
echo "1..$number"
