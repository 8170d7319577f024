#!/usr/bin/env bash
# A log of more rows than SQLite keeps in its cache: it is audited the same each time, and the files are whole. TAP.
set -u
program=${FACEAUDIT:-build/faceaudit}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
number=0

check() { # SENTENCE WANTED FOUND
  number=$((number + 1))
  if [ "$2" = "$3" ]; then echo "ok $number - $1"; else echo "not ok $number - $1"; echo "# wanted $2, found $3"; fi
}

ask() { sqlite3 -bail "$work/together/audit.db" "$1" 2>&1; }
sum_of() { sha256sum < "$1" | cut -c1-64; }

mkdir "$work/case" && ${CC:-cc} -O1 -o "$work/generate" tests/generate.c && "$work/generate" 24000 "$work/case"
"$program" run "$work/case" -o "$work/together" --formats db,csv > "$work/page" 2> "$work/said"
check 'a log of 24,000 searches is audited' 0 $?
"$program" run "$work/case" -o "$work/turns" --formats db,csv --times > "$work/page" 2> "$work/said"
check 'the same once more, with one output after the other' 0 $?
check 'both find the same' "$(sum_of "$work/turns/findings.csv")" "$(sum_of "$work/together/findings.csv")"
check 'both write the same database' "$(sum_of "$work/turns/audit.db")" "$(sum_of "$work/together/audit.db")"
check 'the database is whole' ok "$(ask 'PRAGMA integrity_check')"
check 'every row of the exports is accounted for' 1 "$(ask 'SELECT min(rows = kept + duplicates + rejected + not_data) FROM audit_input')"
check 'something was found, and each rule counts what stands there' '1 0' "$(ask "SELECT sum(n) > 5000, sum(n <> exceptions) FROM
  (SELECT r.exceptions, count(f.number) AS n FROM audit_clause r LEFT JOIN audit_finding f USING (rule) WHERE r.rule NOT NULL GROUP BY r.rule)" | tr '|' ' ')"
check 'findings.csv has a line for each' "$(ask 'SELECT count(*) + 1 FROM audit_finding')" "$(wc -l < "$work/together/findings.csv" | tr -d ' ')"
check 'each finding has an id of its own' 0 "$(ask 'SELECT count(*) - count(DISTINCT finding_id) FROM audit_finding')"
echo "1..$number"
