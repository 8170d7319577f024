#!/usr/bin/env bash
# compare holds an audit against an earlier one: what changed, what recurs, and what cannot be compared is named. TAP.
set -uo pipefail
unset SOURCE_DATE_EPOCH
. tests/tap.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
for half in then now; do
  mkdir "$work/$half"
  cp samples/*.csv samples/audit.ini "$work/$half"
done
sed -i 's/^to = .*/to = 2024-12-31/' "$work/then/audit.ini"
sed -i 's/^from = .*/from = 2025-01-01/; /^dispositions/d' "$work/now/audit.ini"
rm "$work/now/dispositions.csv"
# Then, the approval of Megan Harlow was not in the file.
user=mharlow
python3 - "$work/then/personnel.csv" "$user" << 'EOF'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8-sig")))
at = next(i for i, row in enumerate(rows) if "Access Approved" in row)
column = rows[at].index("Access Approved")
for row in rows[at + 1:]:
    if sys.argv[2] in row: row[column] = ""
csv.writer(open(sys.argv[1], "w", newline="")).writerows(rows)
EOF
run() { "$FACEAUDIT" run "$work/$1" --formats db > /dev/null 2> "$work/said" || cat "$work/said"; }
run then
run now
query() { sqlite3 -readonly "$work/$1/audit/audit.db" "$2"; }
matter=$(query then "SELECT matter_id FROM audit_matter WHERE kind = 'account' AND findings AND severity <> 'info' ORDER BY rank LIMIT 1")
printf '%s,%s,,Chief,2025-01-15\n' "$matter" "not sustained" >> "$work/then/dispositions.csv"
run then
compare() { "$FACEAUDIT" compare "$work/$1" "$work/$2" > "$work/page" 2> "$work/said"; status=$?; }
holds() { for words in "$@"; do grep -qF -- "$words" "$work/text" || echo "lacks: $words"; done; }

compare now then
check "a comparison is written, with a manifest of its own" "$([ $status = 0 ] || cat "$work/said"; cd "$work/now/audit" && sha256sum -c --quiet --strict compare-sha256.txt 2>&1)"
pdftotext -layout "$work/now/audit/compare.pdf" - | tr -s ' \n' ' ' > "$work/text"
check "it has two pages" "$(pdfinfo "$work/now/audit/compare.pdf" | grep -q '^Pages: *2$' || pdfinfo "$work/now/audit/compare.pdf" | grep Pages)"
documented() { query "$1" "SELECT sum(use_row NOT NULL) || ' of ' || count(*) FROM search"; }
check "figures of both are those of the audits" "$(holds "$(documented then)" "$(documented now)" '2024-07-01 to 2024-12-31' '2025-01-01 to 2025-06-30')"
check "differences have an interval, small counts have none" "$(holds 'points (95 %:' 'may be chance' 'counts only: one of the two is of fewer than 30')"
check "what is answered is tested again" "$(holds 'not sustained' 'Chief, 2025-01-15')"
check "an approval that the earlier file had not is a late entry, with both rows" "$(holds "$user access approved" 'It is a late entry until somebody says otherwise')"
check "who came, left or stayed is counted by accounts" "$(query now "SELECT count(DISTINCT lower(user_id)) FROM audit_search" | grep -q . ; holds 'in both')"
python3 - "$work/now/audit/compare.xlsx" > "$work/sheets" 2>&1 << 'EOF'
import re, sys, zipfile
names = re.findall(r'<sheet name="([^"]+)"', zipfile.ZipFile(sys.argv[1]).read("xl/workbook.xml").decode())
wanted = ["The two years", "What else changed", "Figures", "Clauses", "Recurring", "Answers of then", "Accounts", "Late entries"]
if names != wanted: print(names)
EOF
check "the workbook has a sheet for each part" "$(cat "$work/sheets")"
cp "$work/now/audit/compare.pdf" "$work/first.pdf"
compare now then
check "made again it has the same bytes" "$(cmp "$work/first.pdf" "$work/now/audit/compare.pdf" 2>&1)"
printf '\n[thresholds]\nrepeat_searches = 5\n' >> "$work/now/audit.ini"
rm "$work/now/duty_schedule.csv"
sed -i '/^duty_schedule/d' "$work/now/audit.ini"
run now
compare now then
pdftotext -layout "$work/now/audit/compare.pdf" - | tr -s ' \n' ' ' > "$work/text"
check "a threshold and an input that differ are named, and their rules not compared" "$(holds '[thresholds] repeat_searches 3 5' 'Days that the duty schedule covers' 'not comparable:')"
refused() { # SENTENCE STATUS WORDS NOW THEN
  compare "$4" "$5"
  check "$1" "$([ $status = "$2" ] && grep -qE -- "$3" "$work/said" || { echo "exit $status"; cat "$work/said"; })"
}
refused "a later audit is no earlier one" 3 'does not end before this one begins' then now
refused "nor is the same one" 3 'does not end before this one begins' now now
refused "a folder without an audit is refused" 3 'no audit database there' now nowhere
cp -r "$work/then" "$work/other"
sed -i 's/^name = .*/name = Harbor Police Department/' "$work/other/audit.ini"
run other
refused "another agency's audit is refused" 3 'two agencies are not compared' now other
cp -r "$work/then" "$work/newer"
sqlite3 "$work/newer/audit/audit.db" 'PRAGMA user_version = 9999'
refused "an audit of a newer program is refused" 3 'written by another version of faceaudit' now newer
sqlite3 "$work/then/audit/audit.db" "UPDATE finding_row SET detail = 'x' WHERE rowid = 1"
refused "an earlier audit that was changed is refused" 3 'finding_row was changed' now then

# The sample year beside the one before it.
for year in . 2023-24; do
  "$FACEAUDIT" run "samples/$year" -o "$work/sample-$year" --formats db > /dev/null 2> "$work/said" || cat "$work/said"
done
sqlite3 -csv "$work/sample-2023-24/audit.db" "SELECT rule, subject_kind, subject, detail FROM audit_finding ORDER BY rule, subject" | tr -d '"\r' > "$work/found"
check "the year before has its planted findings and no other" "$(sed 1d samples/2023-24/expected-findings.csv | tr -d '"' | diff - "$work/found")"
"$FACEAUDIT" compare "$work/sample-." "$work/sample-2023-24" > "$work/page" 2>&1
pdftotext -layout "$work/sample-./compare.pdf" - | tr -s ' \n' ' ' > "$work/text"
check "the comparison of the two sample years has two pages" "$(pdfinfo "$work/sample-./compare.pdf" | grep Pages | grep -v ' 2$')"
check "a finding after a reprimand recurs, three answers of one kind are one row" \
  "$(holds 'personal-connection dokonkwo 1 sustained' 'recurs: the same rule names the account' 'untrained-user cfontaine 3 explained')"
check "half a year of shifts is named beside a whole one" "$(holds 'Days that the duty schedule covers 46 % 100 %' 'not comparable: ')"
check "who came and who left is named; who stayed is summed" "$(holds '9 accounts in both' 'nbaptiste new this year' 'lmarchetti only then')"
check "a certificate of an earlier day that the earlier file had not is shown" "$(holds 'cfontaine training completed 2023-01-17')"
check "the README shows what it says" "$(sed 's/^    //' README.md | tr -s ' \n' ' ' > "$work/readme"; tr -s ' \n' ' ' < "$work/page" | grep -qF -f - "$work/readme" || cat "$work/page")"

# Many answers of many people, accounts and settings: the pages stay two, and say where the rest is.
cp -r samples "$work/many"
cp -r samples/2023-24 "$work/many-then"
for i in $(seq 10 40); do
  sed -E "s/,(dokonkwo|mharlow|rsantana),/,user$i,/; s/^([0-9]+),/1$i\\1,/" samples/2023-24/faces_user_log.csv | sed 1d | head -30 >> "$work/many-then/faces_user_log.csv"
done
"$FACEAUDIT" run "$work/many-then" -o "$work/many-then/audit" --formats db > /dev/null 2> "$work/said" || cat "$work/said"
{ echo "Finding ID,Disposition,Note,Decided By,Decided On"; sqlite3 -csv "$work/many-then/audit/audit.db" "SELECT finding_id, 'sustained', '', 'Lt. ' || rowid, '2024-07-20' FROM (SELECT finding_id, row_number() OVER () AS rowid FROM audit_finding)"; } > "$work/many-then/dispositions.csv"
for key in notice_hours session_minutes shared_minutes repeat_searches pending_days late_report_days overused_sessions burst_minutes isolated_hours; do echo "$key = 9"; done | sed '1i [thresholds]' > "$work/more"
cat "$work/more" >> "$work/many/audit.ini"
for year in many-then many; do "$FACEAUDIT" run "$work/$year" -o "$work/$year/audit" --formats db > /dev/null 2> "$work/said" || head -5 "$work/said"; done
"$FACEAUDIT" compare "$work/many/audit" "$work/many-then/audit" > "$work/page" 2>&1
pdftotext -layout "$work/many/audit/compare.pdf" - | tr -s ' \n' ' ' > "$work/text"
check "hundreds of answers and accounts leave it at two pages" "$(pdfinfo "$work/many/audit/compare.pdf" | grep Pages | grep -v ' 2$'; cat "$work/said"; holds 'in compare.xlsx')"
plan
