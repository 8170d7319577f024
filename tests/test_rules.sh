#!/usr/bin/env bash
# Runs the SELECT of every rule card, unchanged, on its case file and compares what it finds with what the case expects.
#
# tests/rules/<card>.sql, or <card>~<variant>.sql, is loaded on top of the schema and tests/rules/base.sql, before the program's own SQL
# that follows narratives and links. In it
#   -- expect: SUBJECT | DETAIL     one finding; "| DETAIL" may be left out
#   ... -- breaks: why              ends a line that makes a finding: without all of these the rule must find nothing
#   ... -- near miss: why           ends a line that is just inside
set -uo pipefail
rules=analyze/rules cases=tests/rules number=0 failures=0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

check() {  # WHAT PROBLEMS: passes where there are none
  number=$((number + 1))
  if [ -z "$2" ]; then echo "ok $number - $1"; return; fi
  failures=$((failures + 1))
  echo "not ok $number - $1"
  sed 's/^/# /' <<< "$2"
}

select_of() { grep -v '^--' "$1"; }
key_of() { sed -n "s/^-- $1: *//p" "$2"; }
lacks() { grep -qE "$1" "$2" || echo "$3"; }

# CARD CASE: findings as "F subject | detail", faults as "! what", and "T tested"; what SQLite says against it goes along.
run() {
  {
    cat analyze/schema.sql $cases/base.sql "$2" analyze/people/hours.sql analyze/narrative/reports.sql analyze/link/linked.sql analyze/judge/understood.sql
    echo 'CREATE TEMP TABLE result AS'
    sed '/^-- to read:/,$d' "$1"
    cat << 'EOF'
;
CREATE TEMP TABLE place AS SELECT source || ':' || line AS place FROM event UNION SELECT source || ':' || line FROM reject
  UNION SELECT source || ':' || line FROM report_row UNION SELECT source || ':' || line FROM person
  UNION SELECT source || ':' || line FROM assignment UNION SELECT source || ':' || line FROM notice UNION SELECT source || ':' || line FROM shift;
CREATE TEMP VIEW cited AS WITH RECURSIVE cut (subject, word, rest) AS (
    SELECT subject, NULL, trim(evidence) || ' ' FROM result
    UNION ALL SELECT subject, substr(rest, 1, instr(rest, ' ') - 1), ltrim(substr(rest, instr(rest, ' '))) FROM cut WHERE rest <> '')
  SELECT subject, word FROM cut WHERE word NOT NULL;
SELECT 'F ' || coalesce(subject, 'NULL') || ' | ' || coalesce(detail, '') FROM result;
SELECT '! the columns are ' || group_concat(name) FROM pragma_table_info('result')
  HAVING group_concat(name) <> 'subject,user_id,report_number,occurred_at,detail,explanation,source,line,evidence';
SELECT '! nothing is said of ' || coalesce(subject, 'NULL') FROM result WHERE coalesce(subject, '') = '' OR coalesce(explanation, '') = '' OR coalesce(evidence, '') = '';
SELECT '! a sentence without its stop: ' || explanation FROM result WHERE explanation NOT LIKE '%.';
SELECT '! evidence that is nowhere: ' || word || ' of ' || subject FROM cited WHERE word NOT IN (SELECT place FROM place);
SELECT '! a place that is nowhere: ' || coalesce(source || ':' || line, 'NULL') || ' of ' || subject FROM result
 WHERE coalesce(source || ':' || line, '') NOT IN (SELECT place FROM place);
SELECT '! not among its own evidence: ' || subject FROM result r
 WHERE NOT EXISTS (SELECT 1 FROM cited c WHERE c.subject = r.subject AND c.word = r.source || ':' || r.line);
EOF
    echo "SELECT '! examines no view of the schema' WHERE NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'view' AND name = '$(key_of examines "$1")');"
    echo "SELECT '! more findings than rows examined' WHERE (SELECT count(*) FROM result) > (SELECT count(*) FROM \"$(key_of examines "$1")\");"
  } | sqlite3 -batch -bail :memory: 2>&1 | sed '/^[F!] /!s/^/! /'
}

findings_compare() {  # CASE, output of run
  sed -n 's/^-- expect: *//p' "$1" | sed 's/ *$//' | sort > "$work/expected"
  sed -n 's/^F //p' "$2" | sort > "$work/found"
  diff <(sed 's/ | .*//' "$work/expected" | sort) <(sed 's/ | .*//' "$work/found" | sort) | sed -n 's/^</not found:/p; s/^>/not expected:/p'
  grep ' | ' "$work/expected" | while IFS= read -r line; do
    grep -qxF -- "$line" "$work/found" || echo "expected $line, found $(grep -F -- "${line%% | *} | " "$work/found")"
  done
}

case_check() {  # CARD CASE
  local name=${2##*/}
  check "$name expects findings and has rows just inside" "$(lacks '^-- expect: *[^ ]' "$2" 'no "-- expect:"'
    lacks '^[^-].*-- breaks' "$2" 'no row "-- breaks"'; lacks '^[^-].*-- near miss' "$2" 'no row "-- near miss"')"
  run "$1" "$2" > "$work/all"
  check "$name: the rule finds what is expected" "$(findings_compare "$2" "$work/all")"
  check "$name: columns, explanations and evidence are whole" "$(grep '^! ' "$work/all")"
  grep -vE -- '^[^-].*-- breaks' "$2" > "$work/inside.sql"
  check "$name: what is just inside is not found" "$(run "$1" "$work/inside.sql")"
}

for card in "$rules"/*.sql; do
  [ -n "$(select_of "$card" | tr -d '[:space:]')" ] || continue
  name=$(basename "$card" .sql)
  check "$name has a case" "$([ -f "$cases/$name.sql" ] || echo "write $cases/$name.sql")"
  for case in "$cases/$name.sql" "$cases/$name"~*.sql; do
    if [ -f "$case" ]; then case_check "$card" "$case"; fi
  done
done
for case in "$cases"/*.sql; do
  name=$(basename "$case" .sql)
  [[ " base " = *" $name "* ]] || check "case $name has a rule" "$([ -n "$(select_of "$rules/${name%%~*}.sql" 2> /dev/null)" ] || echo "no $rules/${name%%~*}.sql with a SELECT")"
done
echo "1..$number"
[ $failures = 0 ]
