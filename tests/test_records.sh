#!/usr/bin/env bash
# Damage costs the records that are damaged and no other; quotes escaped with backslashes, a number among the headers and bytes of
# another encoding are no damage. Asked by inspect and ingest. TAP.
set -uo pipefail
n=0 work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-records-XXXXXX")
trap 'rm -rf "$work"' EXIT
check() { # sentence, expected (a pattern), seen
  n=$((n + 1))
  # shellcheck disable=SC2053
  if [[ $3 == $2 ]]; then echo "ok $n - $1"; else printf 'not ok %d - %s\n#   expected %s\n#   found %s\n' "$n" "$1" "$2" "$3"; fi
}
log() { { echo "${header:-Log ID,Date/Time,User ID,Action,Case Number,Reason}"; cat; } > "$work/log.csv"; }
rows() { "$FACEAUDIT" inspect "$work/log.csv" --rows 2>&1 | grep "\"state\":\"$1\""; } # of a state
count() { rows "$1" | wc -l; }
good='5,2025-03-05 10:00:00,jmarsh,SEARCH,2025-00001005,theft
6,2025-03-06 10:00:00,jmarsh,SEARCH,2025-00001006,theft
7,2025-03-07 10:00:00,jmarsh,SEARCH,2025-00001007,theft'

log << CSV
1,2025-03-01 10:00:00,jmarsh,SEARCH,2025-00001001,"a "quoted" word"
2,2025-03-02 10:00:00,jmarsh,SEARCH,2025-00001002,"another "quoted" word"
$good
CSV
check 'two records with quotes that are not doubled are two' '2 3' "$(count rejected) $(count kept)"
check 'a rejected record shows its cells as far as they can be told' '*"cells":\["2","2025-03-02 10:00:00","jmarsh","SEARCH","2025-00001002","*' "$(rows rejected | tail -1)"
log << CSV
1,2025-03-01 10:00:00,jmarsh,SEARCH,2025-00001001,"never closed
2,2025-03-02 10:00:00,jmarsh,SEARCH,2025-00001002,"nor this one
$good
CSV
check 'two records whose quotes are never closed are two' '2 3' "$(count rejected) $(count kept)"
log << CSV
1,2025-03-01 10:00:00,jmarsh,SEARCH,2025-00001001,"never closed
and, going on, 2 lines
2,2025-03-02 10:00:00,jmarsh
3,2025-03-03 10:00:00,jmarsh,SEARCH,2025-00001003,"a "quoted" word"
$good
CSV
check 'a damaged record of two lines, one cut short and one with quotes are three' '3 3' "$(count rejected) $(count kept)"
printf '%s\n' '[agency]' 'name = Pine Grove Police Department' 'timezone = America/New_York' '[period]' 'from = 2025-01-01' \
  'to = 2025-12-31' '[inputs]' 'user_log = log.csv' > "$work/audit.ini"
ingest() { "$FACEAUDIT" ingest "$work" -o "$work/out" 2>&1; }
ask() { sqlite3 "$work/out/audit.db" "$1" | paste -sd' '; }
ingest > /dev/null
check 'the id of a damaged record is known, so that it is not missing' '1 2 3' "$(ask 'SELECT id FROM reject')"

log << 'CSV'
1,2025-03-01 10:00:00,jmarsh,SEARCH,2025-00001001,"he said \"give me\" and left"
2,2025-03-02 10:00:00,jmarsh,SEARCH,2025-00001002,"ends \"here\""
3,2025-03-03 10:00:00,jmarsh,SEARCH,2025-00001003,"a \"b\", then
the \"next\" line of C:\\faces"
5,2025-03-05 10:00:00,jmarsh,SEARCH,2025-00001005,theft
CSV
check 'quotes escaped with backslashes are read' '4 0' "$(count kept) $(count rejected)"
check 'they are quotes, and a backslash is one' '*"he said \\"give me\\" and left"*"ends \\"here\\""*"a \\"b\\", then\\nthe \\"next\\" line of C:\\\\faces"*' "$(rows kept)"
log << 'CSV'
1,2025-03-01 10:00:00,jmarsh,SEARCH,2025-00001001,"the share \\server\faces\"
2,2025-03-02 10:00:00,jmarsh,SEARCH,2025-00001002,"the file ""C:\faces"""
5,2025-03-05 10:00:00,jmarsh,SEARCH,2025-00001005,theft
CSV
check 'a backslash elsewhere is what it is' '*\\\\\\\\server\\\\faces\\\\"*\\"C:\\\\faces\\""*' "$(rows kept)"

header='Log ID,Date/Time,User ID,Action,2025,Reason' log <<< "$good"
check 'a header with a year among its names is a header' '3 *"header_line":1,*' "$(count kept) $("$FACEAUDIT" inspect "$work/log.csv" --rows)"
header='1,Date/Time,User ID,Action,Case Number,Reason' log <<< "$good"
check 'so is one whose first name was mistyped' '3 *"header_line":1,*' "$(count kept) $("$FACEAUDIT" inspect "$work/log.csv" --rows)"
header='Log ID,Date/Time,User ID,Action,Case Number,Reason,45731,2' log <<< "${good//theft/theft,x,y}"
check 'and one that two numbers close' '3 *"header_line":1,*' "$(count kept) $("$FACEAUDIT" inspect "$work/log.csv" --rows)"

log << CSV
1,2025-03-01 10:00:00,jmarsh,SEARCH,2025-00001001,José Núñez
2,2025-03-02 10:00:00,jmarsh,SEARCH,2025-00001002,$(printf 'Pe\xf1a')
$good
8,2025-03-08 10:00:00,jmarsh,SEARCH,2025-00001008,$(printf 'Mu\xf1oz')
CSV
said=$(ingest)
check 'two encodings in one file are said, with their lines' '*log.csv: it is in UTF-8, but 2 of its records hold bytes that are not*: line 3, 7*' "$said"
check 'on page 1, too' '1' "$(ask "SELECT front FROM source_note WHERE text LIKE '%line 3, 7%'")"
echo "1..$n"
