#!/usr/bin/env bash
# A log whose users are withheld is audited for reason, time and report; what needs to know who searched is not tested. TAP.
set -uo pipefail
n=0 work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-withheld-XXXXXX")
trap 'rm -rf "$work"' EXIT
check() { # sentence, expected (a pattern), seen
  n=$((n + 1))
  # shellcheck disable=SC2053
  if [[ $3 == $2 ]]; then echo "ok $n - $1"; else printf 'not ok %d - %s\n#   expected %s\n#   found %s\n' "$n" "$1" "$2" "$3"; fi
}
run() { said=$("$FACEAUDIT" run "$work" -o "$work/out" --formats db 2>&1) && status=0 || status=$?; }
ask() { sqlite3 "$work/out/audit.db" "$1" 2>&1 | paste -sd' '; }
found() { ask "SELECT group_concat(DISTINCT subject) FROM audit_finding WHERE rule = '$1'"; }

cat > "$work/audit.ini" << 'INI'
[agency]
name = Pine Grove Police Department
timezone = America/New_York
authorized_units = Detectives
[period]
from = 2025-01-01
to = 2025-12-31
[inputs]
user_log = log.csv
incident_reports = reports.csv
personnel = people.csv
chief_notifications = notices.csv
duty_schedule = duty.csv
INI
cat > "$work/log.csv" << 'CSV'
Log ID,Date/Time,User ID,Workstation,Case Number,Reason,Probe Image,Candidate Selected
1,2025-03-03 03:00:00,***,WS-1,2025-00001001,robbery suspect,a.jpg,"Hall, Mia"
2,2025-03-03 03:01:00,***,WS-2,2025-00001001,robbery suspect,a.jpg,"Ochoa, Victor"
3,2025-03-04 10:00:00,***,WS-3,,test,b.jpg,"Ochoa, Victor"
4,2025-03-05 10:00:00,***,WS-1,,burglary suspect,c.jpg,"Ochoa, Victor"
5,2025-03-06 10:00:00,[REDACTED],WS-1,2025-00001002,burglary suspect,d.jpg,"Ochoa, Victor"
6,2025-03-20 10:00:00,***,WS-1,,exposed to tuberculosis - public health,e.jpg,
7,2025-03-21 03:00:00,jmarsh,WS-1,2025-00001003,burglary suspect,f.jpg,
CSV
cat > "$work/reports.csv" << 'CSV'
Report Number,Date Reported,Incident Type,Officer,Supervisor,Supervisor Approved,Narrative
2025-00001001,2025-03-02 08:00,Robbery,"Marsh, Jordan",Sgt. Weeks,2025-03-08,"I submitted the still to FACESNXT to identify the robbery suspect. Mia Hall was returned as a candidate."
2025-00001002,2025-03-05 08:00,Burglary,"Soto, Rafael",Sgt. Weeks,2025-03-08,The area was canvassed.
2025-00001003,2025-03-20 08:00,Burglary,"Marsh, Jordan",Sgt. Weeks,2025-03-22,I submitted the still to FACESNXT to identify the burglary suspect. No candidate was returned.
2025-00001009,2025-03-05 12:00,Theft,"Soto, Rafael",Sgt. Weeks,2025-03-08,I submitted the photograph to FACESNXT to identify the theft suspect. No candidate was returned.
2025-00001010,2025-12-30 12:00,Theft,"Soto, Rafael",Sgt. Weeks,2025-12-30,The area was canvassed.
CSV
cat > "$work/people.csv" << 'CSV'
User ID,Last Name,First Name,Unit,Access Approved,Training Completed,Separation Date,Access Deactivated
jmarsh,Marsh,Jordan,Detectives,2022-05-16,2022-05-20,,
***,Hall,Mia,Detectives,2022-05-17,2022-05-23,2023-01-01,
***,Soto,Rafael,Detectives,2022-05-18,2022-05-24,,
CSV
cat > "$work/notices.csv" << 'CSV'
Notified At,Notified,Method,By User ID,Case Number,Subject
2025-03-20 08:00:00,Chief of Police,phone,rsoto,,public health search
CSV
cat > "$work/duty.csv" << 'CSV'
User ID,Start,End
jmarsh,2025-01-02 08:00,2025-01-02 16:00
jmarsh,2025-03-21 08:00,2025-03-21 16:00
jmarsh,2025-12-30 08:00,2025-12-30 16:00
CSV
run
check 'every row of a withheld user is kept' '0 7 0' "$status $(ask "SELECT kept, rejected FROM source WHERE kind = 'user_log'" | tr '|' ' ')"
check 'page 1 says how many rows withhold the user' '6 of its rows withhold the user: *' "$(ask 'SELECT text FROM source_note WHERE front')"
check 'they are linked by their numbers' '2025-00001001,2025-00001002,2025-00001003' "$(ask 'SELECT group_concat(DISTINCT report_number) FROM audit_search')"
check 'their reasons are judged' '3' "$(found unstated-purpose)"
check 'the report of one that says nothing of the use is found' '5' "$(found undocumented-use)"
check 'nobody unknown is unauthorised, untrained or unapproved' '|' "$(found unauthorized-user)$(found untrained-user)$(found unapproved-access)$(found shared-credentials)|"
check 'several people may have selected one subject' '' "$(found repeat-subject)"
check 'hours of duty are tested for the others alone' '7 6 whose user the log withholds' "$(found off-hours) $(ask "SELECT count(*) || ' ' || min(words) FROM search_outside_duty WHERE words LIKE '%withholds%'")"
check 'searches of one image are not put together' '7' "$(ask 'SELECT count(*) FROM session')"
check 'a searcher whom the log withholds contradicts nobody' '' "$(found officer-mismatch)"
check 'the candidate is held against the personnel file whoever searched' '1' "$(found personal-connection)"
check 'a report of a use beside a search of anybody is not unlogged, nor that search an orphan' ' 3 4' " $(found unlogged-use)$(ask "SELECT event FROM outside WHERE kind = 'incident_reports'")"
check 'a notification of a user may be that of anybody' '' "$(found chief-not-notified)"
check 'no account is counted for them' '1' "$(ask 'SELECT count(*) FROM searching_account WHERE NOT withheld')"
check 'no account is inactive in a log that withholds users' '' "$(found inactive-account)"
check 'members whose user ids are withheld are two' '3 0' "$(ask "SELECT kept, duplicates FROM source WHERE kind = 'personnel'" | tr '|' ' ')"
check 'of two members whose user ids are withheld, one has left' 'Hall' "$(ask "SELECT group_concat(last_name) FROM separated_person")"

sed -i 's/Workstation,/Workstation,User Name,/; s/,\*\*\*,WS-3/,***,WS-3,"Marsh, Jordan"/; s/,\(WS-[12]\)/,\1,***/' "$work/log.csv"
run
check 'where the login is withheld and the name is not, the name tells who searched' 'Marsh' "$(ask "SELECT p.last_name FROM event e JOIN account a USING (account) JOIN person p USING (person) WHERE e.id = '3'")"
echo "1..$n"
