#!/usr/bin/env bash
# A host's log that holds other agencies' rows: whose are ours, what is set apart, and that it is counted and said.
set -uo pipefail
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0

# LOG_NAME AGENCIES...: audits twelve searches, of the agencies in turn; prints searches audited, rows set apart, accounts, and the notes on agencies.
audit() {
  local log_name=$1 i=0 agency
  shift
  rm -rf "$work/in" "$work/out"
  mkdir "$work/in"
  {
    printf '[agency]\nname = Harbor Police Department\ntimezone = America/New_York\n'
    [ -z "$log_name" ] || printf 'log_name = %s\n' "$log_name"
    printf '[period]\nfrom = 2024-01-01\nto = 2024-12-31\n[inputs]\nuser_log = log.csv\n'
  } > "$work/in/audit.ini"
  echo 'Event ID,Search Time,User ID,Action,Case Number,Reason,Agency' > "$work/in/log.csv"
  for ((i = 0; i < 12; i++)); do
    agency=${@:i % $# + 1:1}
    printf '%d,2024-03-%02d 10:00:00,user%d,SEARCH,,robbery suspect,"%s"\n' $((500 + i)) $((i + 1)) $((i % $#)) "$agency"
  done >> "$work/in/log.csv"
  "$FACEAUDIT" run "$work/in" -o "$work/out" --formats db > "$work/said" 2>&1 || { cat "$work/said"; return; }
  sqlite3 -readonly "$work/out/audit.db" "SELECT (SELECT count(*) FROM audit_search) || ' searches, ' || (SELECT sum(other_agency) FROM audit_input) || ' of others, '
    || (SELECT count(*) FROM account) || ' accounts, ' || (SELECT exceptions FROM audit_clause WHERE rule = 'log-gap') || ' gaps';
    SELECT text FROM source_note WHERE text LIKE '%agenc%'"
}

is() {  # TITLE EXPECTED-PATTERN ACTUAL
  number=$((number + 1))
  if [[ $3 =~ $2 ]]; then echo "ok $number - $1"; else echo "not ok $number - $1"; sed 's/^/# /' <<< "$3"; fi
}

is 'rows of other agencies are set apart, counted and said, and leave no gap in the log' \
  '^6 searches, 6 of others, 1 accounts, 0 gaps.*6 of its rows are other agencies.: Marlow County Sheriff \(6\)' "$(audit '' 'HARBOR PD' 'Marlow County Sheriff')"
is 'several spellings of this agency are its own' '^8 searches, 4 of others' "$(audit '' 'Harbor P.D.' 'Harbor Police Dept' 'State Patrol')"
is 'the name that audit.ini gives the log is the only one of ours' '^4 searches, 8 of others' "$(audit 'HPD 014' 'Harbor Police' 'HPD 014' 'State Patrol')"
is 'where no row names this agency nothing is set apart, and it is said' '^12 searches, 0 of others.*No row of the log names this agency' "$(audit '' 'FL0140100' 'FL0140200')"
is 'a log that names one agency, which is ours, is taken whole' '^12 searches, 0 of others, 1 accounts, 0 gaps$' "$(audit '' 'Harbor PD')"
is 'rows that name no agency are ours' '^6 searches, 6 of others|^12 searches, 0 of others, 2 accounts' "$(audit '' '' 'Marlow County Sheriff')"
echo "1..$number"
