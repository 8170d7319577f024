#!/usr/bin/env bash
# Settings held against the data: a unit, a prefix or an agency that is nearly in it is an error that gives the value found; one that
# nothing is near to is a doubt on the first page. TAP.
set -uo pipefail
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0

# UNITS PREFIXES LOG_NAME AGENCIES...: audits four searches, of the agencies in turn; prints the exit status and what was said.
audit() {
  local units=$1 prefixes=$2 log_name=$3 i agency
  shift 3
  rm -rf "$work/in" "$work/out"; mkdir "$work/in"
  {
    printf '[agency]\nname = Harbor Police Department\ntimezone = America/New_York\n'
    [ -z "$units" ] || printf 'authorized_units = %s\n' "$units"
    [ -z "$log_name" ] || printf 'log_name = %s\n' "$log_name"
    printf '[period]\nfrom = 2024-01-01\nto = 2024-12-31\n[inputs]\nuser_log = log.csv\npersonnel = personnel.csv\n'
    [ -z "$prefixes" ] || printf '[case_numbers]\nown_prefixes = %s\n' "$prefixes"
  } > "$work/in/audit.ini"
  printf 'User ID,Last Name,First Name,Unit,Unit From,Access Approved,Training Completed\nuser0,Moss,Ann,Criminal Investigations Unit,2023-01-01,2023-01-01,2023-01-02\nuser1,Keel,Ben,Patrol 1,2023-01-01,,\n' > "$work/in/personnel.csv"
  echo 'Event ID,Search Time,User ID,Action,Case Number,Reason,Agency' > "$work/in/log.csv"
  for ((i = 0; i < 4; i++)); do
    agency=${@:i % $# + 1:1}
    printf '%d,2024-03-%02d 10:00:00,user0,SEARCH,HPD24-00%d,robbery suspect,"%s"\n' $((500 + i)) $((i + 1)) "$i" "$agency"
  done >> "$work/in/log.csv"
  "$FACEAUDIT" run "$work/in" -o "$work/out" --formats db > "$work/said" 2>&1
  echo "exit $?"
  cat "$work/said"
  [ -f "$work/out/audit.db" ] && sqlite3 -readonly "$work/out/audit.db" "SELECT 'front: ' || text FROM source_note WHERE front; SELECT count(*) || ' accused' FROM audit_finding WHERE rule = 'unauthorized-user'"
}

is() {  # TITLE EXPECTED-PATTERN ACTUAL
  number=$((number + 1))
  if [[ $3 =~ $2 ]]; then echo "ok $number - $1"; else echo "not ok $number - $1"; sed 's/^/# /' <<< "$3"; fi
}

meant='exit 3.*audit.ini:4: \[agency\] authorized_units names the unit .*; it has "Criminal Investigations Unit"'
for unit in 'Criminal Investigation Unit' 'Criminal Investigatoins Unit' 'C.I.U.' 'Crim. Invest. Unit' 'Criminal Investigations' 'Criminal Investigations Unit, Records' 'Records / Criminal Investigations Unit'; do
  is "the unit \"$unit\" is an error that gives the one meant" "$meant" "$(audit "$unit" '' '' 'Harbor PD')"
done
is 'a unit as the data has it, in other capitals, is no matter' '^exit 0.*[^0-9]0 accused' "$(audit 'CRIMINAL INVESTIGATIONS UNIT; patrol 1' '' '' 'Harbor PD')"
is 'the initials of a unit are its name' '^exit 0.*[^0-9]0 accused' "$(audit 'CIU' '' '' 'Harbor PD')"
is 'another number is another unit: a doubt on the first page' 'exit 0.*front: No row has the unit "Patrol 2"' "$(audit 'Criminal Investigations Unit; Patrol 2' '' '' 'Harbor PD')"
is 'a unit that nothing is near to is a doubt on the first page' 'exit 0.*front: No row has the unit "Detective Bureau"' "$(audit 'Detective Bureau' '' '' 'Harbor PD')"
is 'a unit beside one that is there is no error' '^exit 0' "$(audit 'Criminal Investigations Unit; Criminal Investigation Unit' '' '' 'Harbor PD')"
is 'a prefix one slip away is an error' 'exit 3.*audit.ini:12: \[case_numbers\] own_prefixes names "HBD".*"HPD"' "$(audit 'CIU' 'HBD' '' 'Harbor PD')"
is 'prefixes with a wrong separator are an error' 'exit 3.*own_prefixes names "HPD, SO"' "$(audit 'CIU' 'HPD, SO' '' 'Harbor PD')"
is 'a prefix that nothing is near to is a doubt' 'exit 0.*front: No case number .* begins with "XYZW"' "$(audit 'CIU' 'XYZW' '' 'Harbor PD')"
is 'a name of the log one slip away is an error' 'exit 3.*audit.ini:5: \[agency\] log_name is "Harbor Police Departmnt".*"Harbor Police Department"' "$(audit 'CIU' '' 'Harbor Police Departmnt' 'Harbor Police Department')"
is 'an abbreviated name of the log is an error' 'exit 3.*log_name is "Harbor PD".*"Harbor Police Department"' "$(audit 'CIU' '' 'Harbor PD' 'Harbor Police Department' 'State Patrol')"
is 'initials of the agency among others are an error that gives them' 'exit 3.*\[agency\] name is "Harbor Police Department".*"HPD"' "$(audit 'CIU' '' '' 'HPD' 'State Patrol')"
is 'a neighbour that shares a word is no agency of ours' 'exit 0.*front: 2 of its rows are other agencies' "$(audit 'CIU' '' '' 'Harbor PD' 'Port Harbor City PD')"
is "the county's office of the same name is another agency" 'exit 0.*front: 2 of its rows are other agencies' "$(audit 'CIU' '' '' 'Harbor PD' 'Harbor County Sheriff')"
echo "1..$number"
