#!/usr/bin/env bash
# What must not become an accusation: placeholders, spellings of an account, a notification without reports, the same event exported
# in another layout, hours that the clock repeats or skips. One small audit, asked with SQL. TAP.
set -uo pipefail
source tests/tap.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ask() { sqlite3 "$folder/audit/audit.db" "$1"; }
check() { equals "$1" "$2" "$(ask "$3")"; } # sentence, wanted, SQL
cat > "$folder/audit.ini" << 'INI'
[agency]
name = Test PD
timezone = America/New_York
authorized_units = Investigations
[period]
from = 2023-01-01
to = 2023-12-31
[inputs]
user_log = a.csv; b.csv
personnel = p.csv
chief_notifications = n.csv
INI
cat > "$folder/a.csv" << 'CSV'
Log ID,Date/Time,User ID,User Name,Action,Workstation,Case Number,Reason,Probe Image,Candidate Selected
1,2023-06-01 10:00:00,zmuller,"Muller, Zoe",SEARCH,WS1,,robbery suspect,a.jpg,N/A
2,2023-06-01 10:05:00,zmuller,"Muller, Zoe",SEARCH,N/A,,robbery suspect,b.jpg,No match
3,2023-06-01 11:00:00,z.muller,"Muller, Zoe",SEARCH,WS1,,robbery suspect,c.jpg,N/A
4,2023-06-01 12:00:00,zmullr,"Muller, Z.",SEARCH,WS1,,robbery suspect,d.jpg,N/A
5,2023-06-02 10:00:00,zmuller,"Muller, Zoe",SEARCH,WS1,2023-00000777,tuberculosis exposure,e.jpg,
6,2023-11-05 01:30:00,zmuller,"Muller, Zoe",SEARCH,WS1,,robbery suspect,f.jpg,
7,2023-03-12 02:30:00,zmuller,"Muller, Zoe",SEARCH,WS1,,robbery suspect,g.jpg,
8,2023-06-05 10:00:00,zmuller2,"Muller, Z.",SEARCH,WS1,,robbery suspect,h.jpg,
CSV
cat > "$folder/b.csv" << 'CSV'
Date/Time;Log ID;User ID;Action;Reason
06/01/2023 10:00 AM;1;zmuller;SEARCH;robbery suspect
06/20/2023 10:00 AM;9;zmuller;SEARCH;robbery suspect
CSV
printf 'User ID,Last Name,First Name,Unit,Access Approved,Training Completed\nzmuller,Müller,Zoë,Investigations,2020-01-01,2020-01-01\n' > "$folder/p.csv"
printf 'Notified At,Notified,Method,By User ID,Case Number,Subject\n2023-06-02 08:00,Chief,phone,zmuller,2023-00000777,public health\n' > "$folder/n.csv"
if ! "$FACEAUDIT" run "$folder" --formats db > /dev/null 2> "$folder/said"; then sed 's/^/# /' "$folder/said"; fi

check 'a placeholder is not a candidate' 0 "SELECT count(*) FROM audit_search WHERE candidate_selected <> ''"
check 'a placeholder is not a second workstation' 0 "SELECT count(*) FROM audit_finding WHERE rule = 'shared-credentials'"
check 'an account in other punctuation or a letter off with the same name is known; a digit more is another' zmuller2 \
  "SELECT group_concat(DISTINCT user_id) FROM audit_finding WHERE rule = 'unauthorized-user'"
check 'a notification names the case that the search cites, without reports' 'compliant 1' \
  "SELECT status || ' ' || tested FROM audit_clause WHERE rule = 'chief-not-notified'"
check 'the same event in another layout is a duplicate, its neighbour is kept' '2 1 1' "SELECT rows || ' ' || kept || ' ' || duplicates FROM audit_input WHERE path = 'b.csv'"
check 'a repeated and a skipped hour are said of the file' 2 "SELECT count(*) FROM source_note WHERE text LIKE '%clock repeats%' OR text LIKE '%clock was put forward%'"
check 'an unmarked log without hours of duty is asked about' 2 "SELECT count(*) FROM source_note WHERE text LIKE '%writes UTC%'"

# 25,000 days that fit both orders, and one at the end that does not.
mkdir "$folder/late"
sed -e 's/^user_log.*/user_log = log.csv/' -e '/^personnel/d' -e 's/^chief_notifications.*/duty_schedule = duty.csv/' "$folder/audit.ini" > "$folder/late/audit.ini"
printf 'Date/Time,User ID,Reason\n2023-02-01 10:00:00,a,robbery suspect\n' > "$folder/late/log.csv"
{ echo 'User ID,Shift Start,Shift End'; awk 'BEGIN { for (i = 0; i < 25000; i++) printf "u%d,01/02/2023 08:00,01/02/2023 16:00\n", i }'
  echo 'a,13/02/2023 08:00,13/02/2023 16:00'; } > "$folder/late/duty.csv"
if ! "$FACEAUDIT" run "$folder/late" -o "$folder/audit" --formats db > /dev/null 2> "$folder/said"; then sed 's/^/# /' "$folder/said"; fi
check 'the order of day and month is inferred from all rows of a file before the first is kept' '2023-02-01 2023-02-13 25001' \
  "SELECT date(min(start_at), 'unixepoch') || ' ' || date(max(start_at), 'unixepoch') || ' ' || count(*) FROM shift"
# A vendor went from free text to a list of offenses in the middle of the year.
mkdir "$folder/two"
sed -e 's/^user_log.*/user_log = log.csv/' -e '/^personnel/d' -e '/^chief_notifications/d' "$folder/audit.ini" > "$folder/two/audit.ini"
cat > "$folder/two/log.csv" << 'CSV'
Search ID,Search Date,User,Reason,Case Number,Offense Type
1,2023-03-14 08:15:00,a,Robbery,23-001000,
2,2023-03-15 08:15:00,a,,23-001001,Motor Vehicle Theft
3,2023-03-16 08:15:00,a,ID of subject,23-001002,Battery
4,2023-03-17 08:15:00,a,fraud suspect,23-001003,Fraud
5,2023-03-18 08:15:00,a,,23-001004,
6,2023-03-19 08:15:00,a,my neighbor,23-001005,Other
CSV
if ! "$FACEAUDIT" run "$folder/two" -o "$folder/audit" --formats db > /dev/null 2> "$folder/said"; then sed 's/^/# /' "$folder/said"; fi
check 'a reason and an offense type are read together' 'criminal criminal criminal criminal unstated unauthorized' \
  "SELECT group_concat(purpose, ' ') FROM (SELECT purpose FROM audit_search ORDER BY event)"
check 'the reason quoted is both, or the one that says something' 'Motor Vehicle Theft|ID of subject; Battery|fraud suspect' \
  "SELECT group_concat(reason, '|') FROM (SELECT reason FROM audit_search WHERE event IN ('2', '3', '4') ORDER BY event)"
# Numbers that a spreadsheet has made dates, and approvals in UTC: which case was meant cannot be told, and no other agency's number is meant.
mkdir "$folder/sheet"
source tests/cedar_point.sh "$folder/sheet"
{ echo 'Log ID,Date/Time,User ID,Action,Case Number,Reason for Search,Probe Image'
  row=0
  for cited in Mar-24 12-Apr-24 2.4E+07 2024-03-13 24-000014; do row=$((row + 1)); echo "$row,2024-03-$((9 + row)) 21:00,tmarsh,SEARCH,$cited,identify theft suspect,p$row.jpg"; done; } > "$folder/sheet/log.csv"
{ echo 'Report Number,Date Reported,Incident Type,Officer,Supervisor,Supervisor Approved,Narrative'
  for day in 10 11 12 13 14; do echo "24-0000$day,2024-03-$day 22:00,Theft,\"Marsh, Terry\",Sgt. Hill,2024-03-$((day + 1))T01:30:00Z,I ran the still in FACES NXT to identify the thief. No candidates were returned."; done; } > "$folder/sheet/reports.csv"
if ! "$FACEAUDIT" run "$folder/sheet" -o "$folder/audit" --formats db > /dev/null 2> "$folder/said"; then sed 's/^/# /' "$folder/said"; fi
check 'a case number that a spreadsheet made a date, or shortened, accuses nobody' 0 "SELECT count(*) FROM audit_finding WHERE rule IN ('orphan-search', 'unlogged-use')"
check 'it is said of the file, with the line of the first' '2 4 case numbers are' "SELECT line || ' ' || substr(text, 1, 18) FROM source_note WHERE text LIKE '%spreadsheet makes%'"
check 'an approval in UTC is of the day that it was here' 0 "SELECT count(*) FROM audit_finding WHERE rule = 'early-approval'"
check 'and is read as that day' 2024-03-10 "SELECT date(min(approved_day) * 86400, 'unixepoch') FROM report_fact"
plan
