#!/usr/bin/env bash
# The sample year as workbooks: an audit of them comes to the same as one of the CSV files. TAP on standard output.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
source tests/tap.sh
case $FACEAUDIT in /*) ;; *) FACEAUDIT=$PWD/$FACEAUDIT ;; esac
here=$PWD
work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-spreadsheets-XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
unset SOURCE_DATE_EPOCH
show='out err'
names="faces_user_log incident_reports personnel chief_notifications duty_schedule dispositions"

run() { # FOLDER: its audit is FOLDER.out
  "$FACEAUDIT" run "$1" -o "$1.out" --formats db,csv > out 2> err
}

# What a person reads, without the file and line, which differ: the cells of an export can have several lines, a row of a sheet has one.
told() {
  sqlite3 -readonly "$1.out/audit.db" "
    SELECT event, occurred_at, user_id, case_number, reason, purpose, report_number, link_method, link_confidence, orphan_kind FROM audit_search ORDER BY event;
    SELECT finding_id, rule, severity, subject, user_id, report_number, occurred_at, explanation, disposition FROM audit_finding ORDER BY finding_id;
    SELECT clause, rule, status, tested, exceptions FROM audit_clause ORDER BY clause, rule;
    SELECT rows, kept, duplicates, rejected, not_data, first_at, last_at FROM audit_input ORDER BY rowid"
}


same() { diff <(told csv) <(told "$1"); }

mkdir csv
cp "$here"/samples/{audit.ini,faces_user_log.csv,incident_reports.csv,personnel.csv,chief_notifications.csv,duty_schedule.csv,dispositions.csv} csv
run csv

folder() { # NAME EXTENSION: an audit folder whose inputs bear it
  rm -rf "$1"
  mkdir "$1"
  sed "s/\.csv/.$2/g" csv/audit.ini > "$1/audit.ini"
}

folder xlsx xlsx
for name in $names; do python3 "$here/tests/spreadsheets.py" "xlsx/$name.xlsx" "csv/$name.csv"; done
runs 'workbooks are audited' run xlsx
runs 'and come to the same as the CSV files' same xlsx
runs 'an input is named with its kind of file' test "$(sqlite3 xlsx.out/audit.db "SELECT DISTINCT encoding || ' ' || delimiter FROM audit_input")" = 'xlsx none'

# --------------------------------------------------------------------------------------------------------- one workbook

folder one csv
python3 "$here/tests/spreadsheets.py" one/year.xlsx $(printf 'csv/%s.csv ' $names)
sed -i 's/^\([a-z_]* = \)\([a-z_]*\)\.csv$/\1year.xlsx#\2/' one/audit.ini
runs 'sheets of one workbook are audited by their names' run one
runs 'and come to the same' same one
runs 'a row is named with its sheet' test -n "$(sqlite3 one.out/audit.db "SELECT 1 FROM audit_finding WHERE source_file = 'year.xlsx#faces_user_log' LIMIT 1")"

sed -i 's/year.xlsx#faces_user_log/year.xlsx/; s/year.xlsx#personnel/year.xlsx/' one/audit.ini
sed -i '/^personnel/d; /^duty_schedule/d; /^dispositions/d; /^chief/d' one/audit.ini
runs 'where no sheet is named, the one that fits is taken' run one
runs 'and said' grep -q 'Its sheet "faces_user_log" is read' <(sqlite3 one.out/audit.db 'SELECT text FROM source_note')

cp one/year.xlsx months.xlsx
mkdir months
cp csv/faces_user_log.csv january.csv
cp csv/faces_user_log.csv february.csv
python3 "$here/tests/spreadsheets.py" months/log.xlsx january.csv february.csv
sed 's/^user_log = .*/user_log = log.xlsx/; /^incident_reports/d; /^personnel/d; /^duty_schedule/d; /^dispositions/d; /^chief/d' csv/audit.ini > months/audit.ini
run months
status=$?
runs 'two sheets that could be meant are not guessed between' test $status = 3
runs 'but named' grep -q 'its sheets "january" and "february" both read as user_log' err

sed -i 's/^user_log = .*/user_log = log.xlsx#march/' months/audit.ini
run months
runs 'a sheet that is not there is named, with those that are' grep -q 'has no sheet "march": its sheets are "january", "february"' err

# ----------------------------------------------------------------------------------------------------------------- init

mkdir folder
cp one/year.xlsx folder
cp xlsx/personnel.xlsx folder/roster.dat
"$FACEAUDIT" run csv -o own --formats xlsx > /dev/null 2>&1
cp own/audit.xlsx folder
head -c 3000 xlsx/faces_user_log.xlsx > folder/cut.xlsx
"$FACEAUDIT" init folder > out 2> err
runs 'init takes each sheet for what it is' grep -qx 'user_log = year.xlsx#faces_user_log' folder/audit.ini
runs 'whatever the kind' grep -qx 'incident_reports = year.xlsx#incident_reports' folder/audit.ini
runs 'a workbook is known by its bytes, not by its name' grep -q '^roster.dat' out
runs 'an output of the program is no input' grep -q 'Left out: audit.xlsx: this is an output of faceaudit' folder/audit.ini
runs 'a workbook that is cut off is left out' grep -q 'Left out: cut.xlsx: this workbook is damaged or cut off' folder/audit.ini

sed 's/^user_log = .*/user_log = audit.xlsx/' xlsx/audit.ini > folder/audit.ini
"$FACEAUDIT" run folder > out 2> err
runs 'an output that is named as an input is refused' test $? = 3

# -------------------------------------------------------------------------------------------------------------- inspect

"$FACEAUDIT" inspect one/year.xlsx#personnel > out 2> err
runs 'inspect shows a sheet like a CSV' grep -q 'reads as    personnel' out
"$FACEAUDIT" inspect --rows xlsx/faces_user_log.xlsx > out 2> err
runs 'its rows bear the numbers of the sheet, and moments one form' grep -q '^{"line":2,"state":"kept","cells":\["58201","2024-07-02 08:58:10",' out
"$FACEAUDIT" inspect csv/personnel.csv#a > out 2> err
runs 'a sheet of a file that is no workbook is refused' grep -q 'is no workbook' err

# ----------------------------------------------------------------------------------------------------------- old .xls

"$FACEAUDIT" inspect --rows "$here/tests/data/spreadsheets/old.xls" > out 2> err
runs 'an old .xls is read, by the types of its cells' diff "$here/tests/data/spreadsheets/old.jsonl" <(sed '1d' out)
runs 'what is hidden in it is said' grep -q '1 of its rows is hidden' err
"$FACEAUDIT" inspect "$here/tests/data/spreadsheets/formulas.xls" > out 2> err
runs 'one with formulas is refused' grep -q 'holds formulas (the first in A3), whose results cannot be read from an old .xls' err
for at in 600 1600 2600 3600; do head -c $at "$here/tests/data/spreadsheets/old.xls" > cut.xls; "$FACEAUDIT" inspect cut.xls > out 2> err || echo $?; done > codes
runs 'one that is cut off is refused' test "$(sort -u codes)" = 3 -a "$(wc -l < codes)" = 4

# ---------------------------------------------------------------------------------------------------------- LibreOffice

convert() { # FOLDER FORMAT DELIMITER FILE...: the CSV files as another program saves them
  local folder=$1 format=$2 mark=$3
  shift 3
  soffice "-env:UserInstallation=file://$work/office" --headless --convert-to "$format" --infilter="CSV:$mark,34,76,1,,0,false,true" --outdir "$folder" "$@" > /dev/null 2>&1 < /dev/null
}

if command -v soffice > /dev/null; then
  for kind in xlsx xls; do
    folder office-$kind $kind
    format=$kind
    [ $kind = xls ] && format='xls:MS Excel 97'
    convert office-$kind "$format" 59 csv/chief_notifications.csv
    convert office-$kind "$format" 44 csv/{faces_user_log,incident_reports,personnel,duty_schedule,dispositions}.csv
    runs "what LibreOffice saves as .$kind is audited" run office-$kind
    runs "and comes to the same as the CSV files (.$kind)" same office-$kind
  done
else
  skip 'what LibreOffice saves comes to the same as the CSV files' 'no LibreOffice on this machine'
fi
plan
