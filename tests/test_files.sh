#!/usr/bin/env bash
# Files are taken for what they are: cells under their own headers, times as they were written, one event once, no table of
# another kind. Small folders, asked by ingest and inspect. TAP.
set -uo pipefail
n=0 work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-files-XXXXXX")
trap 'rm -rf "$work"' EXIT
folder=$work/audit
check() { # sentence, expected (a pattern), seen
  n=$((n + 1))
  # shellcheck disable=SC2053
  if [[ $3 == $2 ]]; then echo "ok $n - $1"; else printf 'not ok %d - %s\n#   expected %s\n#   found %s\n' "$n" "$1" "$2" "$3"; fi
}
begin() { # the lines of [inputs]
  rm -rf "$folder"
  mkdir "$folder"
  printf '%s\n' '[agency]' 'name = Pine Grove Police Department' 'timezone = America/New_York' 'authorized_units = Detectives' \
    '[period]' 'from = 2025-01-01' 'to = 2025-12-31' '[inputs]' "$@" > "$folder/audit.ini"
}
put() { cat > "$folder/$1"; }
ingest() { said=$("$FACEAUDIT" ingest "$folder" -o "$folder/out" 2>&1) && status=0 || status=$?; }
ask() { sqlite3 "$folder/out/audit.db" "$1" 2>&1 | paste -sd' '; }
inspect() { "$FACEAUDIT" inspect "$folder/$1" 2>&1; }
log() { # a good log
  put log.csv << 'CSV'
Log ID,Date/Time,User ID,Action,Case Number,Reason
1,2025-03-03 10:00:00,jmarsh,SEARCH,2025-00001001,robbery suspect
2,2025-03-04 10:00:00,jmarsh,SEARCH,2025-00001002,robbery suspect
3,2025-03-05 10:00:00,jmarsh,SEARCH,2025-00001003,robbery suspect
CSV
}

# -------------------------------------------------------------------------------------------------- cells and headers

people() { # a header line
  { echo "$1" && cat << 'CSV'; } > "$folder/people.csv"
jmarsh,1104,Marsh,Jordan,Detectives,2019-03-04,,2022-05-16,Chief of Police,2022-05-20,,
mhall,1117,Hall,Mia,Detectives,2020-08-10,,2022-05-17,Chief of Police,2022-05-23,,
rsoto,1123,Soto,Rafael,Patrol,2021-02-01,2024-01-31,2022-05-18,Chief of Police,2022-05-24,2025-02-01,2025-02-03
CSV
}
whole="User ID,Employee ID,Last Name,First Name,Unit,Unit From,Unit To,Access Approved,Approved By,Training Completed,Separation Date,Access Deactivated"
refused() { # sentence, header
  people "$2"
  ingest
  check "$1" '3 people.csv:1: *' "$status $said"
}
begin 'user_log = log.csv' 'personnel = people.csv'
log
people "$whole"
ingest
check 'cells under their own headers are read' 0 "$status"
refused 'a header that lost one comma is refused' "${whole/Unit,Unit From/UnitUnit From}"
check 'both readings are shown' '*as it stands, *"Training Completed" holds "Chief of Police"*; with a separator more at "UnitUnit From", *"Training Completed" holds "2022-05-20"*' "$said"
check 'inspect says it, too' '*as it stands, *' "$(inspect people.csv)"
rm "$folder/audit.ini"
check 'init leaves the file out' '*people.csv: the header has 11 names and the rows have 12 cells*' "$("$FACEAUDIT" init "$folder" 2>&1)"
begin 'user_log = log.csv' 'personnel = people.csv'
log
refused 'where the dates behind the lost comma fit as dates, the two names in one tell' "${whole/Approved By,Training/Approved ByTraining}"
refused 'a comma that a spreadsheet put at the end of the header does not hide the lost one' "${whole/Unit,Unit From/UnitUnit From},"
refused 'a header that gained a comma is refused' "${whole/Training Completed/Training,Completed}"
refused 'two commas lost are refused' "$(sed 's/Unit,Unit From/UnitUnit From/; s/Approved,Approved/ApprovedApproved/' <<< "$whole")"
put people.csv << 'CSV'
User ID,Last Name,First Name,Unit,Access Approved,Search DateTime
jmarsh,Marsh,Jordan,Detectives,2022-05-16,,,
mhall,Hall,Mia,Detectives,2022-05-17,,,
rsoto,Soto,Rafael,Patrol,2022-05-18,,,
CSV
ingest
check 'spare cells at the end of the rows are left out where the others fit' 0 "$status"
put log.csv << 'CSV'
Log ID,Date/Time,User ID,Action,Case Number,Reason,
1,2025-03-03 10:00:00,jmarsh,SEARCH,2025-00001001,robbery suspect,
2,2025-03-04 10:00:00,jmarsh,SEARCH,2025-00001002,robbery suspect,checked by AB
3,2025-03-05 10:00:00,jmarsh,SEARCH,2025-00001003,robbery suspect,
4,2025-03-06,10:00:00,jmarsh,SEARCH,2025-00001003,robbery suspect
5,2025-03-07 10:00:00,jmarsh,SEARCH,2025-00001003,robbery suspect,
6,2025-03-08 10:00:00,jmarsh,SEARCH,2025-00001003,robbery suspect,
7,2025-03-09 10:00:00,jmarsh,SEARCH,2025-00001003,robbery suspect,
8,2025-03-10 10:00:00,jmarsh,SEARCH,2025-00001003,robbery suspect,
CSV
ingest
check 'a remark in a column without a name costs no row, a row that moved is rejected' '7|1' "$(ask "SELECT kept, rejected FROM source WHERE kind = 'user_log'")"
check 'the remark is said' '*column without a name holds "checked by AB"*' "$(ask "SELECT text FROM source_note WHERE line = 3")"
put log.csv << 'CSV'
Log ID,Date/Time,User ID,Action,Case Number,Reason,Notes,Extra
1,2025-03-03 10:00:00,jmarsh,SEARCH,2025-00001001,robbery suspect
2,2025-03-04 10:00:00,jmarsh,SEARCH,2025-00001002,robbery suspect
3,2025-03-05 10:00:00,jmarsh,SEARCH,2025-00001003,robbery suspect
CSV
ingest
check 'headers that no row has a cell for are left out and said' '0 3 *"Notes", "Extra"*' "$status $(ask "SELECT kept FROM source WHERE kind = 'user_log'") $(ask "SELECT text FROM source_note WHERE line = 1")"

# ----------------------------------------------------------------------------------------------------------- times

times() { # sentence, header of the time, cell, moment
  begin 'user_log = log.csv'
  printf 'Log ID,%s,User ID,Reason,Case Number\n1,%s,jmarsh,robbery suspect,25-001\n2,%s,jmarsh,robbery suspect,25-002\n' "$2" "$3" "$3" > "$folder/log.csv"
  ingest
  check "$1" "$4" "$(ask 'SELECT occurred_at FROM event WHERE event = 1')$([ "$status" = 0 ] || echo "$said")"
}
times 'seconds since 1970 are a time' 'Search Date' 1736787909 2025-01-13T12:05:09-05:00
times 'milliseconds since 1970 are a time' 'Search Date' 1736787909250 2025-01-13T12:05:09.250-05:00
times "Oracle's points between hours and minutes are read" 'Search Date' '13-JAN-25 12.05.09.789000 PM' 2025-01-13T12:05:09.789-05:00
times 'the name of a region is its clock' 'Search Date' '13-JUN-25 12.05.09 PM AMERICA/CHICAGO' 2025-06-13T13:05:09-04:00
times 'a formula that keeps text is the text' 'Search Date' '"=""01/13/2025 08:15:00"""' 2025-01-13T08:15:00-05:00
times 'an apostrophe before a time is none of it' 'Search Date' "'01/13/2025 08:15:00" 2025-01-13T08:15:00-05:00
times 'a time without leading zeros is read' 'Search Date' '1/13/2025 8:5:9' 2025-01-13T08:05:09-05:00
times 'of login and logout the login counts' 'Logout Time,Login Time' '01/13/2025 09:15:00,01/13/2025 08:15:00' 2025-01-13T08:15:00-05:00
times 'days beside a plain time are one moment' 'Search Date,Time' '01/13/2025,08:15' 2025-01-13T08:15:00-05:00
times 'days beside the time of the search are one moment' 'Date,Time of Search' '01/13/2025,08:15' 2025-01-13T08:15:00-05:00
times 'days of the transaction beside the time of the search are one moment' 'Transaction Date,Search Tm' '01/13/2025,08:15' 2025-01-13T08:15:00-05:00
times 'days at midnight beside a time are one moment' 'Search Date,Time' '01/13/2025 00:00:00,08:15' 2025-01-13T08:15:00-05:00
times 'a message names the column that is named like a time and shows a cell' 'Search Date' 'Tuesday night' '*no column for time; "Search Date" is named like it, but holds "Tuesday night"*'
printf '%s\n' 'Log ID,Search Date,User ID,Reason' '1,01/13/2025 unknown,jmarsh,robbery' '2,01/14/2025 08:15,jmarsh,robbery' '3,01/15/2025 08:15,jmarsh,robbery' > "$folder/log.csv"
ingest
check 'a day whose time is unknown is kept, without a time of day' '2025-01-13T00:00:00-05:00|no time of day' "$(ask 'SELECT occurred_at, at_doubt FROM event WHERE event = 1')"
times 'days that a database wrote at midnight are days' 'Search Date' '2025-01-13 00:00:00.000' 2025-01-13T00:00:00-05:00
check 'and bear no time of day, either' 'no time of day' "$(ask 'SELECT at_doubt FROM event WHERE event = 1')"
begin 'user_log = log.csv' 'incident_reports = reports.csv'
log
put reports.csv << 'CSV'
Case Number,Report Date,Report Time,Officer,Narrative
25-001000,45731,.5332407407,J. Doyle,A bicycle was stolen.
25-001001,45732,null,J. Doyle,A bicycle was stolen.
25-001002,45733,Day shift,J. Doyle,A bicycle was stolen.
25-001003,45734,25:10,J. Doyle,A bicycle was stolen.
25-001004,45735,,J. Doyle,A bicycle was stolen.
25-001005,45736,0.75,J. Doyle,A bicycle was stolen.
CSV
ingest
check 'a time of day that cannot be read leaves the day' '2025-03-15T12:47:52-04:00 2025-03-16 2025-03-17 2025-03-18 2025-03-19 2025-03-20T18:00:00-04:00' "$(ask 'SELECT at_text FROM report_fact')"
check 'how many there are is said' '*2 of its times of day cannot be read ("Day shift")*4 of its rows give a date and no time of day*' "$(ask 'SELECT text FROM source_note WHERE source = 2')"
put reports.csv << 'CSV'
Case Number,Report Date,Incident Time,Officer,Narrative
25-001000,03/14/2025,08:15,J. Doyle,A bicycle was stolen.
25-001001,03/15/2025,08:16,J. Doyle,A bicycle was stolen.
CSV
ingest
check "the day of the report and the incident's time are no moment" '2025-03-14 2025-03-15' "$(ask 'SELECT at_text FROM report_fact')"
begin 'user_log = log.csv' 'chief_notifications = notices.csv' 'duty_schedule = duty.csv'
log
printf '%s\n' 'Date/Time,Time Advised,Person Notified,How Notified,Notified By,Incident #,Topic' '2025-03-01,10:00,Chief,phone,jmarsh,25-001,measles' '2025-03-02,10:05,Chief,phone,jmarsh,25-002,measles' > "$folder/notices.csv"
printf '%s\n' 'User,Date,Shift' 'jmarsh,03/14/2025,0600-1800' 'jmarsh,03/15/2025,0600-1800' > "$folder/duty.csv"
ingest
check 'a range of times in one column is named, and the kind that audit.ini says is believed' '3 duty.csv:1: no column for start, end; "Shift" holds "0600-1800", a range*' "$status $said"
sed -i '/duty/d' "$folder/audit.ini"
ingest
check 'notices with a date in Date/Time and a time beside it are notices' '0 2' "$status $(ask 'SELECT count(*) FROM notice')"

# ------------------------------------------------------------------------------------------------- one event, one row

begin 'user_log = a.csv; b.csv'
put a.csv << 'CSV'
Row,Log ID,Date/Time,User ID,Reason,Case Number,Printed
1,7001,03/14/2025 08:15:00,jmarsh,robbery suspect,25-001000,04/01/2025 10:00
2,7002,03/15/2025 09:15:00,jmarsh,burglary suspect,25-001001,04/01/2025 10:00
7,7001,03/14/2025 08:15:00,jmarsh,robbery suspect,25-001000,04/01/2025 10:01
8,7002,03/15/2025 09:15:00,jmarsh,burglary suspect,25-001999,04/01/2025 10:01
CSV
put b.csv << 'CSV'
Row,Log ID,Date/Time,User ID,Reason,Case Number,Printed
1,7001,2025-03-14T12:15:00Z,jmarsh,robbery suspect,25-001000,04/01/2025 10:02
2,7003,2025-03-16T12:15:00Z,jmarsh,robbery suspect,25-001002,04/01/2025 10:02
CSV
ingest
check 'row counters and print stamps do not make two searches of one id, nor does another spelling of the moment' \
  '7001 7002 a.csv:5 7003' "$(ask 'SELECT name FROM event ORDER BY event')"
check 'one id with other contents is kept apart and said' '*Event id 7002 stands on another row too, with other contents*' "$(ask 'SELECT text FROM source_note WHERE line = 5')"
begin 'user_log = log.csv' 'personnel = people.csv'
log
printf '%s\n' 'User ID,Last Name,First Name,Unit' '***,REDACTED,REDACTED,Detectives' '***,REDACTED,REDACTED,Detectives' 'jmarsh,Marsh,Jordan,Detectives' > "$folder/people.csv"
ingest
check 'two people whose names are withheld are no duplicates of each other' '3 0' "$(ask "SELECT rows || ' ' || duplicates FROM source WHERE kind = 'personnel'")"

# ------------------------------------------------------------------------------------------------------- which kind

kind() { # sentence, name, pattern of the lines of audit.ini that name it, without #
  said=$("$FACEAUDIT" init "$folder" 2>&1)
  check "$1" "$3" "$(grep -v '^#' "$folder/audit.ini" | grep -F "$2")"
  rm -f "$folder/audit.ini"
}
begin && rm "$folder/audit.ini"
log
put requests.csv << 'CSV'
Request #,Date of Request,Name,BusinessName,Email,Description,Status,Date Complete
PRR-2025-280,06/14/2025,Ann Abara,,ann@mail.example,"Please send me the crash report of Pier Ave",Complete,06/20/2025
PRR-2025-281,06/15/2025,Bo Bello,,bo@mail.example,"Please send me the crash report of Main St",Complete,06/21/2025
PRR-2025-282,06/16/2025,Cy Castor,,cy@mail.example,"Please send me the body camera video",Complete,06/22/2025
CSV
kind 'a list of public-records requests is no input' requests.csv ''
printf '%s\n' 'Dept,Location,EMPLID,Name,Job Code,Job Title,Position Entry Date,Grade,Promotion Date,Gender,SEQ#' \
  'A99,100,104100,"Abara,Ann",41110,Police Officer,6/9/2019,723,4/17/2018,M,K160' 'A99,101,104101,"Bello,Bo",41111,Police Officer,6/10/2019,723,4/18/2018,M,K161' > "$folder/hr.csv"
kind 'a roster of human resources is no user log' hr.csv ''
printf '%s\n' 'Date,Employee ID,Name,Start,End,Hours,Reason' '03/14/2025,100,Ann Abara,18:00,22:00,4,Court' '03/15/2025,101,Bo Bello,18:00,22:00,4,Court' > "$folder/overtime.csv"
kind 'overtime is no user log' overtime.csv '@(|duty_schedule = overtime.csv)'
printf '%s\n' 'Date,Unit,Driver,Purpose,Miles' '03/14/2025 08:00,V0,Ann Abara,Patrol,30' '03/15/2025 08:00,V1,Bo Bello,Patrol,31' > "$folder/vehicles.csv"
kind 'a vehicle log is neither notices nor a user log' vehicles.csv ''
printf '%s\n' 'Complaint #,Date Received,Officer,Allegation,Reason for Closing' '25-01,03/14/2025 08:00,jmarsh,Rudeness,Unfounded' '25-02,03/15/2025 08:00,mhall,Force,Exonerated' > "$folder/complaints.csv"
kind 'complaints about officers are no user log' complaints.csv ''
printf '%s\n' 'Name,State,Type' "Abara County ID SO,ID,Sheriff's Office" "Bello County WA SO,WA,Sheriff's Office" "Castor County OR SO,OR,Sheriff's Office" > "$folder/agencies.csv"
kind 'a list of agencies is left out' agencies.csv ''
check 'and its first line is its header: ID is Idaho' '*header      line 1,*' "$(inspect agencies.csv)"
printf '%s\n' 'Account,When,Why' 'jmarsh,2025-03-03 10:00:00,robbery suspect' 'jmarsh,2025-03-04 10:00:00,burglary suspect' > "$folder/other.csv"
printf '%s\n' 'Search ID,Search Date,Operator,Activity,Reason,Case No' '9,2025-04-03 10:00:00,mhall,SEARCH,robbery,25-009' '10,2025-04-04 10:00:00,mhall,SEARCH,fraud,25-010' > "$folder/second.csv"
kind 'a second log with another header is asked about, never merged' user_log 'user_log = log.csv'
check 'and said' '*second.csv*its header differs from that of log.csv*' "$said"
rm "$folder"/*.csv
log
{ printf 'Case Number,Incident Date,Incident Time,Report Date,Report Time,Grid,Zone'; printf ',Field %s' {1..20}; printf ',Narrative,Officer of Record,Supervisor,Case Status\n'
  for i in 1 2 3; do printf '25-00100%s,03/13/2025,20:10,03/14/2025,09:10,I2,9%s,I ran a still through FACESNXT. No candidate was returned.,Ann Abara,Lt. Weeks,Active\n' "$i" "$(printf ',%.0s' {1..20})"; done; } > "$folder/rms.csv"
kind 'columns that nobody knows do not make an export of the records system doubtful' rms.csv 'incident_reports = rms.csv'
rm "$folder"/*.csv
printf '%s\n' 'ID,Org_Name,Reason,Search_Time,Search_Type' 'a1,Test SO,bolo,"11/14/2025, 09:53:36 AM UTC",lookup' 'a2,Test SO,fraud,"11/15/2025, 09:53:36 AM UTC",lookup' > "$folder/network.csv"
kind 'a user log whose users were left out is a user log, with a question' user 'user_log = network.csv*user =*'

rm -f "$folder"/*.csv
printf '%s\n' 'Worker,Unit,Location,Hire Date,Title,Location,Manager' 'Ann Abara (00012),Patrol,HQ,1/1/2011,Officer,HQ,B Boss (00199)' 'Bo Bello (00112),Patrol,HQ,1/2/2011,Officer,HQ,B Boss (00199)' > "$folder/twice.csv"
check 'a name that occurs twice does not make the header data' '*header      line 1, 7 columns*' "$(inspect twice.csv)"
{ printf 'Case Number,Report Date,Officer,Type,Narrative\n25-001000,03/14/2025,J. Doyle,Robbery,"q\n'; printf 'q\n%.0s' {1..2500}; printf 'q"\n25-001001,03/15/2025,J. Doyle,Robbery,"A bicycle."\n'; } > "$folder/long.csv"
check 'a first record of 2,500 lines is a record' '*header      line 1, 5 columns*rows        2 kept, 0 duplicate, 0 rejected*' "$(inspect long.csv)"

rm -f "$folder"/*
log
mv "$folder/log.csv" "$folder/Log; März #2.csv"
printf '%s\n' 'finding_id,rule,clause,severity,subject_kind,subject,user_id,report_number,occurred_at,detail,explanation' \
  'a40fe28cb052,unauthorized-user,32.6.1,critical,event,1,jmarsh,,2025-03-03T10:00:00-05:00,none,"The account jmarsh searched."' > "$folder/saved.csv"
printf '%s\n' 'Clause;Severity;Date and time;User;Subject;Report;What the records show;Rule;Finding' \
  '32.6.1;critical;2025-03-03 10:00:00;jmarsh;1;25-001;searched;unauthorized-user;a40fe28cb052' > "$folder/sheet.csv"
kind 'a name with a semicolon is written with a backslash before it' Log 'user_log = Log\\; März #2.csv'
check 'findings of an earlier audit are known, however they were saved' '*saved.csv: findings, as faceaudit itself writes them*sheet.csv: findings, as faceaudit*' "$(tr '\n' ' ' <<< "$said")"
begin 'user_log = Log\; März #2.csv'
log
mv "$folder/log.csv" "$folder/Log; März #2.csv"
ingest
check 'and read so: a part of a list may hold a semicolon' '0 Log; März #2.csv 3' "$status $(ask "SELECT path || ' ' || kept FROM source")"
begin 'user_log = saved.csv'
printf '%s\n' 'finding_id,rule,clause,severity,subject_kind,subject,user_id,report_number,occurred_at' 'a4,r,c,critical,event,1,jmarsh,,2025-03-03 10:00:00' > "$folder/saved.csv"
ingest
check 'a run refuses them as a log' '3 saved.csv:1: these are findings, as faceaudit itself writes them*' "$status $said"

begin 'user_log = log.csv'
put log.csv << 'CSV'
Log ID,Date/Time,User ID,Login,Action,Case Number,Incident Number,Reason
1,2025-03-03 10:00:00,jmarsh,mhall,SEARCH,A-1,2025-00001001,robbery suspect
2,2025-03-04 10:00:00,jmarsh,mhall,SEARCH,A-2,2025-00001002,robbery suspect
3,2025-03-05 10:00:00,jmarsh,mhall,SEARCH,A-3,2025-00001003,robbery suspect
CSV
ingest
check 'two columns that could be one role are said by a run' '*Two columns could be user: "User ID" ("jmarsh") is used, "Login" ("mhall") is not*Two columns could be case number: *' "$(tr '\n' ' ' <<< "$said")"
check 'on page 1' 2 "$(ask "SELECT count(*) FROM source_note WHERE front AND text LIKE 'Two columns could be %'")"
printf '%s\n' '[columns.user_log]' 'user = User ID' 'case number = Case Number' >> "$folder/audit.ini"
ingest
check 'not where audit.ini says which' 0 "$(ask "SELECT count(*) FROM source_note WHERE text LIKE 'Two columns could be %'")"
put log.csv << 'CSV'
Log ID,Date/Time,User ID,Action,Case Number,Reason,Selected Subject
1,2025-03-03 10:00:00,jmarsh,SEARCH,A-1,robbery suspect,2025-03-03 10:00:00
2,2025-03-04 10:00:00,jmarsh,SEARCH,A-2,robbery suspect,2025-03-03 10:00:01
3,2025-03-05 10:00:00,jmarsh,SEARCH,A-3,robbery suspect,2025-03-03 10:00:02
CSV
ingest
check 'a column that is named like a role and not used is said, too' '*The column "Selected Subject" is named like candidate selected and is not used: it holds "2025-03-03 10:00:00"*' "$said"

echo "1..$n"
