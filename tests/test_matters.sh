#!/usr/bin/env bash
# Matters: every finding and passage in one of them, under an id that says its ground, the worst first. TAP.
set -uo pipefail
work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-matters-XXXXXX")
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH
number=0

check() { # SENTENCE WANTED FOUND
  number=$((number + 1))
  if [ "$2" = "$3" ]; then echo "ok $number - $1"; else echo "not ok $number - $1"; echo "# wanted $2, found $3"; fi
}
query() { sqlite3 -readonly "$work/$1/audit.db" "$2"; }

cat > "$work/log.csv" << 'END'
Event ID,Date/Time,User ID,Workstation,Case Number,Reason,Probe Image,Candidate Selected
1,2025-03-03 10:00:00,mgray,WS-1,2025-00000101,theft suspect,a.jpg,
2,2025-03-03 10:02:00,mgray,WS-1,2025-00000101,theft suspect,a.jpg,
3,2025-03-10 10:00:00,mgray,WS-1,2025-00000999,theft suspect,b.jpg,
4,2025-03-12 10:00:00,rsoto,WS-2,2025-00000998,investigation,c.jpg,
5,2025-03-13 10:00:00,rsoto,WS-2,2025-00000101,investigation,d.jpg,
7,2025-03-20 10:00:00,rsoto,WS-2,2025-00000997,robbery suspect,e.jpg,
8,2025-05-20 10:00:00,rsoto,WS-2,2025-00000101,yellow sheet,f.jpg,
END
cat > "$work/staff.csv" << 'END'
User ID,Last Name,First Name,Unit,Unit From,Access Approved,Training Completed
mgray,Gray,Maya,Criminal Investigations Unit,2020-01-01,2021-01-01,2021-01-01
rsoto,Soto,Rafael,Patrol,2020-01-01,,
END
cat > "$work/reports.csv" << 'END'
Report Number,Reported At,Incident Type,Officer,Supervisor,Supervisor Approved At,Narrative
2025-00000001,2025-01-02 12:00,Theft,Det. Maya Gray,Sgt. Lee,2025-01-03,Nothing of note.
2025-00000101,2025-03-03 12:00,Theft,Det. Maya Gray,Sgt. Lee,2025-03-04,Nothing of note.
2025-00000102,2025-06-30 12:00,Theft,Det. Maya Gray,Sgt. Lee,2025-07-01,Nothing of note.
END
cat > "$work/audit.ini" << 'END'
[agency]
name = Harbor Police Department
timezone = America/New_York
authorized_units = Criminal Investigations Unit
[period]
from = 2025-01-01
to = 2025-06-30
[inputs]
user_log = log.csv
personnel = staff.csv
incident_reports = reports.csv
END
audit() { "$FACEAUDIT" run "$work" -o "$work/$1" --formats db,csv > /dev/null 2> "$work/err" || cat "$work/err"; }
audit first

check 'every finding and every passage is in one matter' '' "$(query first "SELECT finding_id FROM audit_finding WHERE matter_id IS NULL
  UNION ALL SELECT passage_id FROM audit_passage WHERE matter_id IS NULL
  UNION ALL SELECT finding_id FROM audit_finding WHERE matter_id NOT IN (SELECT matter_id FROM audit_matter)")"
check 'a matter counts what it holds' '' "$(query first "SELECT matter_id FROM audit_matter m
  WHERE findings <> (SELECT count(*) FROM audit_finding f WHERE f.matter_id = m.matter_id) OR passages <> (SELECT count(*) FROM audit_passage p WHERE p.matter_id = m.matter_id)")"
check 'what rests on one fact of an account is one matter, whatever the rule' 'unapproved-access,unauthorized-user' \
  "$(query first "SELECT group_concat(rule) FROM (SELECT DISTINCT rule FROM audit_finding WHERE matter_id = 'account/rsoto/access' ORDER BY rule)")"
check 'a session that is linked to a report is a part of its matter' 1 \
  "$(query first "SELECT count(DISTINCT matter_id) FROM audit_finding WHERE rule = 'undocumented-use' AND matter_id = 'report/2025-00000101'")"
check 'another session is a matter of its own, by the name of its first event' 'orphan-search' \
  "$(query first "SELECT group_concat(DISTINCT rule) FROM audit_finding WHERE matter_id = 'session/3'")"
check 'ids that the log lacks are a matter of the log' log-gap "$(query first "SELECT group_concat(rule) FROM audit_finding WHERE matter_id = 'log/ids'")"
check 'the sentence says who, what, how often, when and by which row' \
  'The account rsoto, assigned to Rafael Soto, searched with no authorised unit or approval on file and searched with no approval on file, each 4 times (2025-03-12 to 2025-05-20; staff.csv:3: no authorised unit, no approval).' \
  "$(query first "SELECT sentence FROM audit_matter WHERE matter_id = 'account/rsoto/access'")"
check 'what speaks for the person stands beside it' 1 \
  "$(query first "SELECT innocent LIKE '%The user was approved and trained. Usual explanations: %' FROM audit_matter WHERE matter_id = 'session/3'")"
check 'the worst come first, then those of which more says so, then those that can be changed, then by id' '' \
  "$(query first "SELECT matter_id FROM (SELECT matter_id, rank, row_number() OVER (ORDER BY (SELECT place FROM severity v WHERE v.severity = m.severity), findings = 0, rules DESC,
       (SELECT c.can_change FROM change c WHERE c.words IS m.can_change), matter_id) AS wanted FROM audit_matter m) WHERE rank <> wanted")"
check 'no sentence holds a blank too many or lacks its stop' '' \
  "$(query first "SELECT sentence FROM audit_matter WHERE sentence LIKE '%  %' OR sentence NOT LIKE '%.' OR sentence LIKE '%{%'")"

check 'findings.csv names the matter of each finding' '' \
  "$(diff <(query first 'SELECT matter_id FROM audit_finding ORDER BY number') <(python3 -c 'import csv, sys
for row in csv.DictReader(open(sys.argv[1])): print(row["matter_id"])' "$work/first/findings.csv"))"
check 'every card says its part of the sentence' '' "$(query first "SELECT rule FROM rule WHERE rule NOT NULL AND tells IS NULL AND NOT own")"
"$FACEAUDIT" report "$work/first" --formats db,pdf > "$work/page" 2> "$work/err" || cat "$work/err"
pdftotext -layout -f 1 -l 1 "$work/first/audit.pdf" "$work/page1"
check 'page 1 and the terminal say what needs the reader first' '1 1' "$(grep -c 'What needs you first' "$work/page1") $(grep -c 'What needs you first' "$work/page")"
check 'page 1 holds every clause that was tested and the worst matter' '' "$(for words in 'By a person' 'Rafael Soto, searched with no'; do tr -s ' \n' ' ' < "$work/page1" | grep -q "$words" || echo "no $words"; done)"
pdftotext -layout "$work/first/audit.pdf" "$work/pages"
check 'the findings of a rule on one account are one line: what they share is said once, then their days and rows' '' "$(query first "SELECT finding_id FROM audit_finding f WHERE severity = 'critical'" | wc -l | grep -qv '^0$' || echo none; grep -Eq '[|·]{3,} +4 .*: 2025-[0-9-]+ L[0-9]+; 2025-[0-9-]+ L[0-9]+; ' <(tr -s ' \n' ' ' < "$work/pages") || grep '[|·][|·]' "$work/pages" | head)"

# a finding more in a matter, and the rows in another order
before=$(query first "SELECT group_concat(matter_id) FROM (SELECT matter_id FROM audit_matter ORDER BY matter_id)")
{ head -n 1 "$work/log.csv"; tail -n +2 "$work/log.csv" | tac; echo '9,2025-05-21 23:00:00,mgray,WS-1,2025-00000999,theft suspect,b.jpg,'; } > "$work/log2.csv"
sed -i 's/^user_log.*/user_log = log2.csv/' "$work/audit.ini"
audit second
check 'an id says its ground, not its findings or their order' "$before" "$(query second "SELECT group_concat(matter_id) FROM (SELECT matter_id FROM audit_matter ORDER BY matter_id)")"

# an agency's own rule, without a word of matters in its card
mkdir "$work/house"
cat > "$work/house/own.sql" << 'END'
-- rule:     theft-reason
-- clause:   32.6.2
-- title:    No search is for theft
-- severity: low
-- subject:  event
-- examines: search
-- needs:    user_log
-- says:     Our own order.
-- means:    The reason says theft.
-- innocent: None.

SELECT name AS subject, user_id, report_number, occurred_at, '' AS detail, who || ' searched for theft.' AS explanation, source, line, place AS evidence FROM search WHERE reason_text LIKE 'theft%';
END
printf '[rules]\nfolder = house\n' >> "$work/audit.ini"
audit third
check "a finding of an agency's own rule joins the matter of its session" 'orphan-search,theft-reason' \
  "$(query third "SELECT group_concat(rule) FROM (SELECT DISTINCT rule FROM audit_finding WHERE matter_id = 'session/3' ORDER BY rule)")"
sed -i 's/^-- means/-- matter:   somebody\n-- means/' "$work/house/own.sql"
check 'a card whose matter is neither of an account nor of the log is refused' 1 \
  "$("$FACEAUDIT" run "$work" -o "$work/fourth" --formats db,csv 2>&1 | grep -c 'matter "somebody" is of nothing')"
echo "1..$number"
