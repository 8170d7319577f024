#!/usr/bin/env bash
# Which report a search is linked to where two numbers speak against each other: small audits, each asked with SQL. TAP.
set -uo pipefail
source tests/tap.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
source tests/cedar_point.sh "$folder"
told='Det. Marsh ran the still in FACES because the burglary suspect was unknown. No candidate was returned.'
silent='Burglary of a garage. Neighbors were asked.'

# TITLE EXPECTED LOG REPORTS: LOG has lines "id day number" of tmarsh, REPORTS lines "number day author narrative"; EXPECTED is what becomes of the last search
is() {
  local id day number author text seen
  echo 'Event ID,Date/Time,User ID,Action,Case Number,Reason,Probe Image' > "$folder/log.csv"
  while read -r id day number; do echo "$id,2024-03-$day 10:00:00,tmarsh,Search,$number,burglary suspect,p$id.jpg"; done <<< "$3" >> "$folder/log.csv"
  echo 'Report Number,Reported At,Incident Type,Officer ID,Narrative' > "$folder/reports.csv"
  while read -r number day author text; do echo "$number,2024-03-$day 12:00:00,Burglary,$author,\"$text\""; done <<< "$4" >> "$folder/reports.csv"
  "$FACEAUDIT" run "$folder" --formats db > /dev/null 2> "$folder/said" || sed 's/^/# /' "$folder/said"
  seen=$(sqlite3 "$folder/audit/audit.db" "SELECT report_number || ' ' || link_method FROM audit_search ORDER BY event DESC LIMIT 1")
  equals "$1" "$2" "$seen"
}

both=$'100001 04 24-000001\n100002 05 24-000002'
is 'an exact number of the right officer and day stays where its report documents nothing' '24-000002 report number' "$both" \
  "24-000001 04 tking $told"$'\n'"24-000002 05 tmarsh $silent"
is 'a silent report of the same day, cited exactly, does not lose to a neighbour that another search cites' '24-000002 report number' "$both" \
  "24-000001 04 tking $told"$'\n'"24-000002 05 tking $silent"
is 'whether the neighbour is cited before or after makes no difference' '24-000001 report number' $'100002 04 24-000002\n100003 03 24-000001' \
  "24-000002 04 tking $told"$'\n'"24-000001 03 tking $silent"
is 'a report that could not be read is not one that documents nothing' '24-000002 report number' '100002 05 24-000002' \
  "24-000001 04 tking $told"$'\n'"24-000002 05 tking $(printf 'b%.0s' {1..70000})"
is 'a number that no officer, day or use speaks for loses to one a slip away that fits' '24-000001 report number with a slip' '100002 05 24-000002' \
  "24-000001 04 tking $told"$'\n'"24-000002 25 tking $silent"
is 'nor does it stand where the neighbour is cited by nobody else' '24-000001 report number with a slip' '100002 05 24-000002' \
  "24-000001 04 tking $told"$'\n'"24-000002 05 tking $silent"

# The same folder with systems that the reports do and do not name.
sed -i 's/^name = .*/&\nsystems = Zorblax; faces/' "$folder/audit.ini"
"$FACEAUDIT" run "$folder" --formats db > /dev/null 2> "$folder/said" || sed 's/^/# /' "$folder/said"
equals 'a system that no narrative names is a doubt on the first page' '1|1|1' "$(sqlite3 "$folder/audit/audit.db" "SELECT count(*), max(front), max(text LIKE '%\"Zorblax\"%') FROM source_note WHERE text LIKE 'No narrative calls%'")"
plan
