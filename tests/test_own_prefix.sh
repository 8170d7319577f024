#!/usr/bin/env bash
# Letters in front of the numbers that the log cites: learnt as the agency's own where they stand before numbers of its own reports of those days,
# another agency's where they do not. TAP.
set -uo pipefail
. tests/tap.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
audit() { # FOLDER: audits the samples there
  "$FACEAUDIT" run "$work/$1" --formats db > "$work/page" 2> "$work/said" || cat "$work/said"
}
ask() { sqlite3 "$work/$1/audit/audit.db" "$2"; }
for folder in plain own others; do mkdir "$work/$folder" && cp samples/*.csv samples/audit.ini "$work/$folder"; done
spelt() { # FOLDER LETTERS EXPRESSION: the numbers of its log with LETTERS in front, after sed -E
  sed -i -E "s/,20(2[34])-0*([0-9]{1,6}),/,$2\1-\2,/; $3" "$work/$1/faces_user_log.csv"
}
spelt own NSB ''
spelt others QKX 's/,QKX(2[34])-([0-9]*)([0-9])([0-9]),/,QKX\1-\2\4\3,/; s/,QKX24-([0-9]+),/,QKX23-\1,/'
for folder in plain own others; do audit "$folder"; done
findings="SELECT rule || ' ' || subject FROM audit_finding ORDER BY 1"
equals "letters in front of the numbers of one's own reports change no finding" "$(ask plain "$findings")" "$(ask own "$findings")"
equals 'and it is said that they were taken so, and of how many' 'Numbers that begin with "NSB" are taken for your own' "$(ask own "SELECT substr(text, 1, 52) FROM source_note WHERE text LIKE 'Numbers that begin%'")"
equals 'letters before numbers of no report of those days are not' 0 "$(ask others "SELECT count(*) FROM source_note WHERE text LIKE 'Numbers that begin%'")"
runs 'those are said to be of another agency' test "$(ask others "SELECT count(*) FROM audit_search WHERE orphan_kind = 'another agency''s number'")" -gt 20
printf '\n[case_numbers]\nown_prefixes = CR\n' >> "$work/own/audit.ini"
audit own
equals 'where audit.ini names prefixes nothing is learnt' 0 "$(ask own "SELECT count(*) FROM source_note WHERE text LIKE 'Numbers that begin%'")"
plan
