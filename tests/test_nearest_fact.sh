#!/usr/bin/env bash
# What a finding says: whole sentences, minutes as the clock shows them, and the nearest fact that speaks for the person.
set -uo pipefail
. tests/tap.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
. tests/cedar_point.sh "$folder"
printf 'chief_notifications = notices.csv\nduty_schedule = duty.csv\n' >> "$folder/audit.ini"
cat > "$folder/personnel.csv" << 'CSV'
User ID,Last Name,First Name,Rank,Unit,Access Approved,Training Completed,Separated,Access Deactivated
tmarsh,Marsh,Terry,Detective,Investigations,2020-02-01,2020-03-01,,
tking,King,Tom,Officer,Investigations,2020-02-01,2020-03-01,2024-03-05,
nrowe,Rowe,Nell,Officer,Investigations,2020-02-01,2020-03-01,2024-03-05,
CSV
cat > "$folder/log.csv" << 'CSV'
Log ID,Date/Time,User ID,Action,Case Number,Reason for Search,Probe Image,Candidate Selected
7001,2024-03-10 17:17:40,tmarsh,SEARCH,2024-000010,public health - TB exposure,p10.jpg,
7002,2024-03-11 23:35:20,tmarsh,SEARCH,2024-000011,identify robbery suspect,p11.jpg,"Cole, Dale"
7003,2024-03-12 16:59:00,tmarsh,SEARCH,2024-000012,public health - TB exposure,p12.jpg,
7004,2024-03-13 17:00:30,tmarsh,SEARCH,,checking on my neighbor,p13.jpg,
7005,2024-03-14 09:00:00,tking,SEARCH,2024-000011,identify robbery suspect,p14.jpg,
7006,2024-03-15 09:00:00,tmarsh,SEARCH,2024-000015,identify robbery suspect,p15.jpg,
CSV
cat > "$folder/reports.csv" << 'CSV'
Report Number,Date Reported,Incident Type,Officer,Supervisor,Supervisor Approved,Narrative
2024-000010,2024-03-10 18:00,Health,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,I ran the still in FACES NXT to identify the patient. No candidate was returned.
2024-000011,2024-03-12 12:00,Robbery,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,I ran the still in FACES NXT to identify the robber. No candidate was returned.
2024-000012,2024-03-12 18:00,Health,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,I ran the still in FACES NXT to identify the patient. No candidate was returned.
2024-000015,2024-03-15 18:00,Robbery,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,I ran the still in FACES NXT to identify the robber. It returned Dale Cole. Dale Cole was located and placed under arrest. A photo line-up was not conducted.
CSV
cat > "$folder/notices.csv" << 'CSV'
Notified At,Who Was Notified,Method,By User,Case Number,Subject
2024-03-10 12:05:00,Chief Crowe,phone,tmarsh,2024-000010,TB exposure
2024-03-13 04:59:50,Chief Crowe,phone,tmarsh,2024-000012,TB exposure
CSV
{ echo 'User ID,Start,End'; for day in 10 11 12 13 14 15 16; do echo "tmarsh,2024-03-$day 08:00,2024-03-$day 17:00"; done; } > "$folder/duty.csv"
"$FACEAUDIT" run "$folder" -o "$folder/out" --formats db > /dev/null 2> "$folder/err" || cat "$folder/err" >&2
says() { # RULE SUBJECT WORDS: whether the finding says them
  sqlite3 -readonly "$folder/out/audit.db" "SELECT explanation FROM audit_finding WHERE rule = '$1' AND subject = '$2'" > "$folder/says"
  grep -qF -- "$3" "$folder/says" || { cat "$folder/says"; false; }
}
cites() { sqlite3 -readonly "$folder/out/audit.db" "SELECT count(*) FROM audit_finding f JOIN audit_evidence e USING (finding_id) WHERE f.rule = '$1' AND f.subject = '$2' AND e.source_file = '$3' AND e.source_line = $4"; }

runs 'seconds after the end of duty do not make a minute more' says off-hours 7001 'ended 17 minutes before, at 2024-03-10 17:00.'
runs 'hours are told with their minutes' says off-hours 7002 'ended 6 hours 35 minutes before'
runs 'half a minute is not that moment' says off-hours 7004 'ended less than a minute before, at 2024-03-13 17:00.'
runs 'a late notice is told as late as the clock shows' says chief-not-notified 7003 'is of 2024-03-13 04:59, 12 hours after the search.'
runs 'a report that is silent on a notice stands beside the notice that was given' \
  says notification-not-reported 2024-000010 'The file of notifications has one of 2024-03-10 12:05, before a search of this report.'
equals 'and its row is evidence' 1 "$(cites notification-not-reported 2024-000010 notices.csv 2)"
runs 'a notice that came late is none that speaks for the report' bash -c '! grep -q "file of notifications" <<< "$1"' _ \
  "$(sqlite3 "$folder/out/audit.db" "SELECT explanation FROM audit_finding WHERE rule = 'notification-not-reported' AND subject = '2024-000012'")"
runs 'a result that differs is quoted' says result-mismatch 2024-000011 'says "No candidate was returned."; a linked search selected "Cole, Dale".'
runs 'a candidate whom no search selected is quoted' says result-mismatch 2024-000015 'says "It returned Dale Cole."; no linked search selected a candidate.'
runs 'a reason is read, not declared' says unauthorized-purpose 7004 'read as a personal use by the words'
runs 'a search without a report has its day' says orphan-search 7004 'searched on 2024-03-13.'
runs 'an account that was left open and not used is said not to have been used' says not-deactivated nrowe 'The log has no row of the account after that day.'
runs 'one that was used is not' bash -c '[ "$1" = 1 ]' _ "$(sqlite3 "$folder/out/audit.db" "SELECT explanation NOT LIKE '%no row%' FROM audit_finding WHERE rule = 'not-deactivated' AND subject = 'tking'")"
equals 'the detail of an action cuts no sentence' 'Dale Cole was located and placed under arrest.' \
  "$(sqlite3 "$folder/out/audit.db" "SELECT detail FROM audit_finding WHERE rule = 'no-corroboration'")"
plan
