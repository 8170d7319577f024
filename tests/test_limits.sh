#!/usr/bin/env bash
# What nobody writes by hand costs no time and accuses nobody: endless words and sentences, pasted base64, a pattern for case numbers
# that reaches its limit. One small audit, asked with SQL. TAP.
set -uo pipefail
source tests/tap.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ask() { sqlite3 "$folder/audit/audit.db" "$1"; }
check() { equals "$1" "$2" "$(ask "$3")"; } # sentence, wanted, SQL
repeated() { # text, times
  local text
  printf -v text '%*s' "$2" ''
  printf '%s' "${text// /$1}"
}
cat > "$folder/audit.ini" << 'INI'
[agency]
name = Test PD
timezone = America/New_York
[period]
from = 2023-01-01
to = 2023-12-31
[inputs]
user_log = log.csv
incident_reports = reports.csv
[case_numbers]
pattern = ^(?<year>\d\d)-(?<number>(?:\d|\d\d)+)(?:[A-Z]\d+)?$
INI
endless=22-$(repeated 1 45)!
{
  echo 'Log ID,Date/Time,User ID,User Name,Action,Case Number,Reason'
  echo '1,2023-06-01 10:00:00,amarsh,"Marsh, Amy",SEARCH,23-1,robbery suspect'
  echo "2,2023-06-01 11:00:00,amarsh,\"Marsh, Amy\",SEARCH,23-2,$(repeated 'search ' 18724)"
  echo "3,2023-06-02 10:00:00,amarsh,\"Marsh, Amy\",SEARCH,$endless,robbery suspect"
  echo '4,2023-06-03 10:00:00,amarsh,"Marsh, Amy",SEARCH,23-4,robbery suspect'
  echo '5,2023-06-04 10:00:00,amarsh,"Marsh, Amy",SEARCH,23-77,robbery suspect'
  for i in 24 30 31 32 33 63 64 65 127 128 255 256 4000; do echo "9$i,2023-06-05 10:00:00,amarsh,\"Marsh, Amy\",SEARCH,23-1,see $(repeated b $i)"; done
} > "$folder/log.csv"
{
  echo 'Report Number,Date Reported,Officer,Narrative'
  echo '23-1,2023-06-01 12:00,"Marsh, Amy",I ran the still through FACESNXT to identify the driver. No candidate was returned.'
  echo "23-2,2023-06-01 13:00,\"Marsh, Amy\",$(repeated a 70000)"
  echo "23-4,2023-06-03 13:00,\"Marsh, Amy\",I ran the still through FACESNXT. $(head -c 60000 "$FACEAUDIT" | base64 -w 0)"
  echo '23-9,2023-06-09 12:00,"Marsh, Amy",I ran the still through FACESNXT to identify the driver.'
  for i in {10..49}; do echo "23-$i,2023-07-01 12:00,\"Marsh, Amy\",$(repeated 'and then ' 7000)"; done
} > "$folder/reports.csv"
timeout 60 "$FACEAUDIT" run "$folder" -o "$folder/audit" --formats db > "$folder/page" 2> "$folder/said"
status=$?
result $status "a run with such rows ends, and soon" < "$folder/said"

check "a narrative of one word of 70,000 letters is not evaluated" "This narrative is longer than 65,536 bytes: read it by hand." \
  "SELECT u.why FROM unevaluated u JOIN report_row w USING (source, line) WHERE w.number = '23-2'"
check "nor is one with pasted base64" 1 "SELECT count(*) FROM unevaluated u JOIN report_row w USING (source, line) WHERE w.number = '23-4'"
check "narratives without an end of a sentence are read until they were too many in a run" "7|23-43|23-49" \
  "SELECT count(*), min(w.number), max(w.number) FROM unevaluated u JOIN report_row w USING (source, line) WHERE u.why LIKE '%no end of a sentence%'"
check "no finding rests on a narrative that was not evaluated" "" \
  "SELECT rule, subject FROM audit_finding WHERE rule IN ('undocumented-use', 'incomplete-report', 'result-mismatch') AND report_number IN ('23-2', '23-4')"
check "a reason of 128 KB has no purpose, and none is held against it" "1|it is too long to be evaluated|" \
  "SELECT count(*), purpose_doubt, (SELECT group_concat(rule) FROM audit_finding WHERE subject = '2' AND rule LIKE '%purpose%') FROM search_unread"
check "a number that the pattern cannot decide on is not evaluated" "3|not evaluated|" \
  "SELECT name, orphan_kind, report FROM search_unevaluated"
check "a search that cites it is no orphan; one that cites a number of no report is" 5 \
  "SELECT group_concat(subject) FROM audit_finding WHERE rule = 'orphan-search'"
check "no report has an unlogged use while a search may belong to any" 0 "SELECT count(*) FROM audit_finding WHERE rule = 'unlogged-use'"
for words in 'Rows that could not be evaluated' 'case number *log.csv:4 ' 'purpose *log.csv:3 ' 'narrative *reports.csv:3 '; do
  runs "the terminal says: $words" grep -q -- "$words" "$folder/page"
done

# The first report is pasted base64 in lines of 76, the second a cell of blank lines with a sentence below: rows like others.
sed -i '/^\[case_numbers\]/,$d' "$folder/audit.ini"
{
  echo 'Report Number,Reported At,Incident Type,Officer,Narrative'
  echo "23-1,2023-06-01 12:00:00,Robbery,\"Marsh, Amy\",\"$(head -c 60000 /dev/zero | tr '\0' 'Q' | fold -w 76)\""
  printf '23-2,2023-06-01 12:00:00,Robbery,"Marsh, Amy","%sI ran the still in FACES."\n' "$(repeated $'\n' 100000)."
  echo '23-4,2023-06-03 12:00:00,Robbery,"Marsh, Amy","I ran the still in FACES."'
} > "$folder/reports.csv"
"$FACEAUDIT" run "$folder" --formats db > "$folder/page" 2>&1 || tail -n 3 "$folder/page" | sed 's/^/# /'
check "a first report of a thousand lines hides no header, and a cell of blank lines ends where its quote does" '3 3 0' \
  "SELECT rows || ' ' || kept || ' ' || rejected FROM audit_input WHERE path = 'reports.csv'"
plan
