#!/usr/bin/env bash
# faceaudit init: what it recognises, what it asks for, what it writes, and that it never overwrites. TAP on standard output.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
source tests/tap.sh
case $FACEAUDIT in /*) ;; *) FACEAUDIT=$PWD/$FACEAUDIT ;; esac
data=$PWD/tests/data
shared=${FACEAUDIT_SHARED:-$PWD/../shared}
work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-init-XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
unset SOURCE_DATE_EPOCH
show='out err'

folder() { # NAME: a fresh copy of tests/data/NAME as d
  rm -rf d
  if [ -n "${1:-}" ]; then cp -r "$data/$1" d; else mkdir d; fi
}

init() {
  "$FACEAUDIT" init d > out 2> err
  status=$?
}

says() { grep -qF -- "$2" "$1"; }
has() { grep -qxF -- "$1" d/audit.ini; }
left_alone() { [ -z "$(find d -name '.*' -mindepth 1)" ]; }

# ------------------------------------------------------------------------------------------------- what is recognised

folder init-kinds
init
runs 'a folder of exports gives an audit.ini' test "$status" = 0 -a -s d/audit.ini
runs 'two logs are taken by their first date, a copy of one is left out' has 'user_log = log_2022.csv; log_2023.csv'
runs 'the copy is named' says out 'the same bytes as'
runs 'the reports are known' has 'incident_reports = rms.csv'
runs 'the personnel file is known' has 'personnel = roster.csv'
runs 'a table of another kind is left out by name' says d/audit.ini '# Left out: inventory.csv: not a table of a known kind'
runs 'a PDF is named with what to do' says out 'roster.pdf: a PDF: ask for the same export as CSV'
runs 'an empty file is named' says out 'empty.csv: empty: export it again'
runs 'a column without a role is shown with three cells' says out 'not placed  "Threshold": "0.71" | "0.70" | "0.72"'
runs 'and with the line to add' grep -q 'ROLE = Threshold' out
runs 'and its section' says out '[columns.user_log]'
runs 'a role without a column is reported with the rules it costs' says out 'workstation: not tested: shared-credentials'
runs 'a kind without a file is reported with the rules it costs' says out 'No chief_notifications: not tested: chief-not-notified'
runs 'the agency is the one on most rows, spelled out' has 'name = Pine Grove Police Department'
runs 'the period is the log in whole months' has 'from = 2022-06-01'
runs 'to the last day of a month' has 'to = 2023-05-31'
runs 'rows in two files are reported' says d/audit.ini '1 rows are in two files that overlap'
runs 'units are listed with their members and searches' has '#   Criminal Investigations Unit: 1 members, 2 searches'
runs 'units are left to fill in' has 'authorized_units ='
runs 'the time zone is left to fill in' has 'timezone ='
runs 'a log without zones or hours of duty is asked about' has '# timezone = UTC'
runs 'dates that fit both orders are doubted' says d/audit.ini '# Doubt: roster.csv: access approved: read with the month first: both orders fit'
runs 'nothing else is left in the folder' left_alone
runs 'the last line is the command that comes next, with the program as it was called' test "$(tail -n 1 out)" = "    $FACEAUDIT run d"

folder
printf 'time,user id,action,case number,reason\n2024-03-04 10:00:00,jmarsh,search,24-000101,identify theft suspect\n2024-03-05 10:00:00,jmarsh,search,24-000102,identify theft suspect\n' > d/user_log.csv
{
  echo 'report number,reported at,officer,narrative'
  echo '24-000101,2024-03-04 12:00:00,Marsh,"Video was pulled. I ran the still in Juniper to learn who he was. Juniper returned no one."'
  echo '24-000102,2024-03-05 12:00:00,Marsh,"A photograph of the man was put through Juniper, our facial recognition portal."'
  echo '24-000103,2024-03-06 12:00:00,Marsh,"I uploaded the image into Juniper. I compared it with his picture in Axon."'
  echo '24-000104,2024-03-07 12:00:00,Marsh,"The clip was booked into Axon."'
} > d/reports.csv
init
runs 'a name that stands where a system does is proposed as one' has 'systems = Juniper'
runs 'with its evidence' grep -q '^#   Juniper: in 3 narratives' d/audit.ini

folder init-kinds
init
mv d "an 'odd \$folder"
"$FACEAUDIT" init "an 'odd \$folder" > out 2> err
rm "an 'odd \$folder/audit.ini"
"$FACEAUDIT" init "an 'odd \$folder" > out 2> err
sed -i 's|^timezone =$|timezone = America/New_York|; s|^authorized_units =$|authorized_units = Criminal Investigations Unit|' "an 'odd \$folder/audit.ini"
tail -n 1 out > pasted
runs 'the last line can be pasted whatever the folder is called' bash pasted
runs 'and audits that folder' test -s "an 'odd \$folder/audit/audit.db"
folder init-kinds
init

"$FACEAUDIT" run d --formats db > out 2> err
runs 'a run refuses while lines are to be filled in' test $? = 3
runs 'and names the line' says err 'the time zone  is not known: write one of the tz database'
sed -i 's|^timezone =$|timezone = America/New_York|' d/audit.ini
"$FACEAUDIT" run d --formats db > out 2> err
runs 'units that are not named are refused too' test $? = 3
runs 'by name' says err 'authorized_units is empty'
sed -i 's|^authorized_units =$|authorized_units = Criminal Investigations Unit|' d/audit.ini
"$FACEAUDIT" run d --formats db > out 2> err
runs 'once filled in, it runs as it is' test $? = 0

# ----------------------------------------------------------------------------------------------------- what is refused

cp d/audit.ini before
init
runs 'an audit.ini that is there is refused' test "$status" = 3
runs 'with what to do' says err 'already exists: nothing was changed'
runs 'and stays as it was' cmp d/audit.ini before
rm d/audit.ini
ln -s nowhere d/audit.ini
init
runs 'a link that leads nowhere is not written through' test "$status" = 3 -a ! -e d/nowhere

folder init-nolog
init
runs 'a folder without a log is refused' test "$status" = 3
runs 'naming what is there' says err 'roster.csv (personnel), roster.pdf (a PDF'
runs 'and writes nothing' test ! -e d/audit.ini
folder ''
init
runs 'an empty folder is refused' test "$status" = 3
"$FACEAUDIT" init nowhere > out 2> err
runs 'a folder that is not there is refused' test $? = 3

folder init-lacking
init
runs 'a log without a required column still begins an audit.ini' test "$status" = 0
runs 'with the line to fill in' has 'user ='
runs 'and its headers with their cells' says d/audit.ini '#   Wer   "jmarsh" | "nokafor"'
sed -i 's|^user =$|user = Wer|; s|^name =$|name = Pine Grove Police Department|; s|^timezone =$|timezone = America/New_York|
        s|^from =$|from = 2022-06-01|; s|^to =$|to = 2023-05-31|' d/audit.ini
"$FACEAUDIT" run d --formats db > out 2> err
runs 'which makes it run' test $? = 0

# ---------------------------------------------------------------------------------------------------- hostile contents

folder init-kinds
printf 'Txn #,Query Dt,Op Login,Justification,"x\n[agency]\nname = Evil\n\033[31m"\n1,2022-06-06 10:00:00,a,b,"c\n[period]\033[2J"\n2,2022-06-07 10:00:00,a,b,d\n' > d/evil.csv
cp d/rms.csv 'd/ two files.csv'
cp d/rms.csv $'d/new\nline.csv'
init
runs 'names that a line cannot hold are refused by name' says out 'two files.csv: its name holds a blank at an end'
runs 'line breaks in a header begin no section' test "$(grep -c '^\[agency\]' d/audit.ini)" = 1
runs 'nothing of a file reaches the terminal as a control' bash -c '! LC_ALL=C grep -q "$(printf "\033")" out d/audit.ini err'
runs 'line breaks in a name begin no line' bash -c '! grep -q "^line.csv" out d/audit.ini'

# ------------------------------------------------------------------------------------------------------------- clocks

# Seventy days, each with a shift from 8:00 to 17:00 in New York and a search at HOUR local time, written as FORMAT in ZONE.
clock_folder() { # HOUR FORMAT ZONE
  folder ''
  echo 'Log ID,Date/Time,User ID,Action,Reason for Search' > d/log.csv
  echo 'User ID,Start,End,Duty' > d/duty.csv
  local day date at
  for day in {0..69}; do
    date=$(date -u -d "2022-06-01 $((day * 5)) days" +%F)
    at=$(TZ=America/New_York date -d "$date $1" +%s)
    echo "$((day + 1)),$(TZ=$3 date -d "@$at" +"$2"),jmarsh,SEARCH,robbery" >> d/log.csv
    echo "jmarsh,$date 08:00,$date 17:00,REG" >> d/duty.csv
  done
}

fill() {
  sed -i 's|^name =$|name = Pine Grove Police Department|; s|^authorized_units =$|authorized_units = CIU|' d/audit.ini
  sed -i '0,/^timezone =$/s|^timezone =$|timezone = America/New_York|' d/audit.ini
}

notes() { sqlite3 d/audit/audit.db "SELECT text FROM source_note WHERE text LIKE '%timezone = UTC%'"; }

clock_folder 15:30 '%Y-%m-%d %H:%M:%S' UTC
init
runs 'unmarked times that fit duty only as UTC are taken as UTC' has 'timezone = UTC'
runs 'with the figures' says d/audit.ini '70 (100 %) if the times are UTC'
runs 'and the zone they fit is a hint, not a value' has 'timezone ='
fill
sed -i '/^timezone = UTC/d' d/audit.ini
"$FACEAUDIT" run d --formats db > out 2> err
runs 'a run without that line assumes nothing' test "$(sqlite3 d/audit/audit.db "SELECT count(*) FROM audit_search WHERE occurred_at LIKE '%T19:30:00-04:00'")" -gt 30
runs 'but notes it, with the line to add' test -n "$(notes)"
runs 'and says it' says err 'add to audit.ini: [log] timezone = UTC'
echo 'timezone = UTC' >> d/audit.ini
"$FACEAUDIT" run d --formats db > out 2> err
runs 'with the line there is no note' test $? = 0 -a -z "$(notes)"

clock_folder 15:30 '%Y-%m-%d %H:%M:%S' America/New_York
init
runs 'times that fit duty as they are written are local' has '# So they are local time.'
runs 'and no UTC is proposed' bash -c '! grep -q "timezone = UTC" d/audit.ini'
fill
"$FACEAUDIT" run d --formats db > out 2> err
runs 'and a run notes nothing' test $? = 0 -a -z "$(notes)"

clock_folder 10:30 '%Y-%m-%d %H:%M:%S' UTC
init
runs 'times that fit duty either way are not taken as UTC' bash -c '! grep -qx "timezone = UTC" d/audit.ini'

clock_folder 15:30 '%Y-%m-%d %H:%M:%S %z' America/New_York
init
runs 'offsets that only one zone keeps give the time zone' has 'timezone = America/New_York'
clock_folder 15:30 '%Y-%m-%d %H:%M:%S %Z' America/New_York
init
runs 'and so do EST and EDT' has 'timezone = America/New_York'
folder ''
printf '%s\n' 'Log ID,Date/Time,User ID,Action,Reason for Search' '1,2022-06-02T14:00:00Z,jmarsh,SEARCH,robbery' '2,2022-07-01T01:00:00Z,jmarsh,SEARCH,robbery' > d/log.csv
init
runs 'an evening of the last day that is the next month in UTC adds no month' has 'to = 2022-06-30'

# -------------------------------------------------------------------------------------------------- a year of its kind

same_findings() { # the exports, their audit.ini taken away, lead to the same findings
  rm -rf d other
  mkdir d
  find "$1" -maxdepth 1 -type f ! -name audit.ini -exec cp {} d/ \;
  init
  [ "$status" = 0 ] || return 1
  for key in name timezone authorized_units; do
    line=$(grep "^$key" "$1/audit.ini") || continue
    awk -v key="$key" -v line="$line" '!done && index($0, key " =") == 1 { print line; done = 1; next } { print }' d/audit.ini > filled && mv filled d/audit.ini
  done
  "$FACEAUDIT" run "$1" -o other --formats db,csv > /dev/null 2>&1 && "$FACEAUDIT" run d --formats db,csv > /dev/null 2>&1 || return 1
  [ "$(wc -l < other/findings.csv)" -gt 100 ] && cmp other/findings.csv d/audit/findings.csv
}

if [ -d "$shared/corpus/public/exports" ]; then
  runs 'the sample year without its audit.ini leads to the same findings' same_findings "$shared/corpus/public/exports"
else
  skip 'the sample year' 'data that is not on this machine'
fi
plan
