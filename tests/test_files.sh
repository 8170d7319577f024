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

echo "1..$n"
