#!/usr/bin/env bash
# What people answer about passages: stated clears, not stated makes the finding with the answer as its evidence, a purpose is used; the next run asks the rest again,
# under the same ids.
set -uo pipefail
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0
check() {  # TITLE PROBLEMS: passes where there are none
  number=$((number + 1))
  [ -z "$2" ] && echo "ok $number - $1" || { echo "not ok $number - $1"; sed 's/^/# /' <<< "$2"; }
}
query() { sqlite3 -readonly -separator '|' "$work/$1/audit.db" "$2"; }
run() { "$FACEAUDIT" run "$work/in" -o "$work/$1" --formats "${2:-db}" > "$work/$1.page" 2>&1 || cat "$work/$1.page"; }

cp -r tests/years/M/exports "$work/in"
sed -i 's/^user_log *=.*/&\ndispositions = dispositions.csv/' "$work/in/audit.ini"
head=finding_id,disposition,note,decided_by,decided_on
echo $head > "$work/in/dispositions.csv"
run before
check 'there are passages to answer' "$(query before "SELECT 'too few' WHERE (SELECT count(*) FROM audit_passage WHERE rule = 'incomplete-report') < 4")"

"$FACEAUDIT" run tests/years/E/exports -o "$work/uses" --formats db > "$work/uses.page" 2>&1 || cat "$work/uses.page"
check 'a search whose report is to be read for a use is not counted as documented' "$(query uses "SELECT sum(documented), (SELECT count(*) FROM search s JOIN understood u USING (report)
  WHERE u.question = 'use' AND u.state = 'said') AS said FROM day_activity WHERE in_period HAVING sum(documented) <> said; SELECT 'none to be read' WHERE NOT EXISTS (SELECT 1 FROM audit_passage WHERE question LIKE '%used on an image%')")"

# Of the passages about elements of reports the first is stated and the second not; of reasons the first is criminal, the second unauthorized.
element() { query before "SELECT passage_id, subject, CASE WHEN question LIKE '%who ran%' THEN 'officer' WHEN question LIKE '%say why%' THEN 'reason' WHEN question LIKE '%returned:%' THEN 'result' ELSE 'name' END
  FROM audit_passage p WHERE rule = 'incomplete-report' AND question NOT LIKE '%used on an image%' AND question NOT LIKE '%name the person%'
  AND NOT EXISTS (SELECT 1 FROM audit_passage o WHERE o.subject = p.subject AND o.passage_id <> p.passage_id) ORDER BY number LIMIT 1 OFFSET $1"; }
IFS='|' read -r stated_id stated_report _ <<< "$(element 0)"
IFS='|' read -r lacking_id lacking_report lacking <<< "$(element 1)"
reasons=$(query before "SELECT passage_id, min(subject) FROM audit_passage WHERE rule = 'unstated-purpose' GROUP BY passage_id ORDER BY min(number) LIMIT 2")
IFS='|' read -r crime_id crime_event <<< "$(sed -n 1p <<< "$reasons")"
IFS='|' read -r private_id private_event <<< "$(sed -n 2p <<< "$reasons")"
{
  echo $head
  echo "$stated_id,stated,\"line 3 says so\",M. Ortega,2025-08-01"
  echo "$lacking_id,not stated,,M. Ortega,2025-08-02"
  echo "$crime_id,criminal,,M. Ortega,2025-08-02"
  echo "$private_id,unauthorized,\"no case, he knows her\",M. Ortega,2025-08-02"
  echo "0123456789ab,stated,,M. Ortega,2025-08-02"
} > "$work/in/dispositions.csv"
run after db,csv,html,pdf,xlsx

check 'what is stated is no finding, and is not asked again' "$(query after "SELECT 'found' FROM audit_finding WHERE rule = 'incomplete-report' AND subject = '$stated_report';
  SELECT 'asked' FROM audit_passage WHERE passage_id = '$stated_id' AND answer IS NULL; SELECT 'forgotten' WHERE NOT EXISTS (SELECT 1 FROM audit_passage WHERE passage_id = '$stated_id' AND answer LIKE '%M. Ortega%line 3 says so%')")"
check 'what is not stated is a finding whose sentence and evidence give the answer' "$(query after "SELECT 'not found' WHERE NOT EXISTS (SELECT 1 FROM audit_finding
  WHERE rule = 'incomplete-report' AND subject = '$lacking_report' AND detail LIKE '%$lacking%' AND explanation LIKE '%M. Ortega%not stated%');
  SELECT 'no row of the answer' WHERE NOT EXISTS (SELECT 1 FROM finding_row f JOIN evidence v USING (finding) JOIN source s ON s.source = v.source AND s.kind = 'dispositions' WHERE f.subject = '$lacking_report' AND v.line = 3)")"
check 'a purpose that a person gave is used, and the reading of the program is kept beside it' "$(query after "SELECT purpose, purpose_read FROM audit_search WHERE event = '$crime_event' AND (purpose, purpose_read) <> ('criminal', 'unclear')";
  query after "SELECT 'found' FROM audit_finding WHERE rule LIKE '%purpose' AND subject = '$crime_event'")"
check 'a purpose that a person calls unauthorized is a finding with the answer as its evidence' "$(query after "SELECT 'not found' WHERE NOT EXISTS (SELECT 1 FROM audit_finding WHERE rule = 'unauthorized-purpose' AND subject = '$private_event' AND explanation LIKE '%M. Ortega%he knows her%');
  SELECT 'no row of the answer' WHERE NOT EXISTS (SELECT 1 FROM finding_row f JOIN evidence v USING (finding) JOIN source s ON s.source = v.source AND s.kind = 'dispositions' WHERE f.subject = '$private_event' AND v.line = 5)")"
check 'explain shows a passage by its id: its question, the text, and what was answered' "$("$FACEAUDIT" explain "$work/after" "$stated_id" > "$work/told" 2>&1 || cat "$work/told"
  for words in 'question' 'as it is written' '"stated" on 2025-08-01 by M. Ortega'; do tr -s '\n ' ' ' < "$work/told" | grep -q "$words" || echo "no $words"; done)"
check 'an answer to what nobody asked is said' "$(grep -q 0123456789ab "$work/after.page" || echo 'no word of it')"
check 'everything else is asked again under the same ids' "$(diff <(query before "SELECT DISTINCT passage_id FROM audit_passage WHERE passage_id NOT IN ('$stated_id', '$lacking_id', '$crime_id', '$private_id') ORDER BY 1") \
  <(query after "SELECT DISTINCT passage_id FROM audit_passage WHERE answer IS NULL ORDER BY 1"))"
check 'clauses count what is open alone' "$(query after "SELECT rule, to_read, (SELECT count(*) FROM audit_passage p WHERE p.rule = c.rule AND answer IS NULL) AS open FROM audit_clause c WHERE rule NOT NULL AND to_read <> open")"
check 'every output shows the open passages and not the answered ones among them' "$({ pdftotext -layout "$work/after/audit.pdf" -; sed "/<details class=\"answered\">/,/<\/details>/d" "$work/after/audit.html"; } 2> /dev/null > "$work/shown"
  grep -o "$stated_id" "$work/shown"; for id in $(query after "SELECT DISTINCT passage_id FROM audit_passage WHERE answer IS NULL LIMIT 5"); do [ "$(grep -c "$id" "$work/shown")" -ge 2 ] || echo "$id is not in both"; done)"

# The same person may think again; two people who differ settle nothing.
{
  echo $head
  echo "$stated_id,not stated,,M. Ortega,2025-08-01"
  echo "$stated_id,stated,,m. ortega,2025-08-03"
  echo "$lacking_id,stated,,M. Ortega,2025-08-02"
  echo "$lacking_id,not stated,,P. Diaz,2025-08-03"
} > "$work/in/dispositions.csv"
run twice
check 'a later answer of the same person supersedes' "$(query twice "SELECT 'open' FROM audit_passage WHERE passage_id = '$stated_id' AND answer IS NULL;
  SELECT 'found' FROM audit_finding WHERE rule = 'incomplete-report' AND subject = '$stated_report'")"
check 'the contrary answer of another person is a conflict: it is said, and the passage stays open' "$(query twice "SELECT 'not open' WHERE NOT EXISTS (SELECT 1 FROM audit_passage WHERE passage_id = '$lacking_id' AND answer IS NULL);
  SELECT 'found' FROM audit_finding WHERE subject = '$lacking_report' AND explanation LIKE '%Diaz%'"
  tr -s '\n ' ' ' < "$work/twice.page" | grep -q "$lacking_id are a conflict: \"stated\" by M. Ortega, \"not stated\" by P. Diaz" || echo 'no word of it')"
{ echo $head; echo "$lacking_id,not stated,,M. Ortega,2025-08-02"; } > "$work/in/dispositions.csv"

# A text that was corrected is asked about anew: what was answered of the old one is no answer.
opening=$(query before "SELECT substr(n.text, 1, 24) FROM report p JOIN row_meaning m USING (report) JOIN narrative n USING (row) WHERE p.number = '$lacking_report' ORDER BY m.row LIMIT 1")
python3 - "$work/in/$(sed -n 's/^incident_reports *= *//p' "$work/in/audit.ini")" "$opening" << 'EOF'
import sys
path, opening = sys.argv[1].encode(), sys.argv[2].encode()
text = open(path, "rb").read()
open(path, "wb").write(text.replace(opening, b"Corrected copy. " + opening, 1))
EOF
run corrected
check 'an answer does not outlive the text it was given to' "$(query corrected "SELECT 'still accused' FROM audit_finding WHERE rule = 'incomplete-report' AND subject = '$lacking_report' AND explanation LIKE '%M. Ortega%'"
  grep -q "$lacking_id" "$work/corrected.page" || echo 'no word of the answer that is not used')"
echo "1..$number"
