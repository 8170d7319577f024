#!/usr/bin/env bash
# Runs the SELECT of every rule card, unchanged, on its case file and compares what it finds with what the case expects.
#
# tests/rules/<card>.sql, or <card>~<variant>.sql, is loaded on top of the schema and tests/rules/base.sql, before the program's own SQL
# that follows narratives and links. In it
#   -- expect: SUBJECT | DETAIL     one finding; "| DETAIL" may be left out
#   ... -- breaks: why              ends a line that makes a finding: without all of these the rule must find nothing
#   ... -- near miss: why           ends a line that is just inside
# A clause that only a person can test has no SELECT of that kind; where its card says what the records show ("-- found:"), the case gives the sentence:
#   -- says: SENTENCE
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

select_of() { sed -E '/^-- (to read|otherwise|found):$/,$d' "$1" | grep -v '^--'; }
found_of() { awk '/^-- (to read|otherwise|found):$/ { on = $2 == "found:"; next } on' "$1"; }
key_of() { sed -n "s/^-- $1: *//p" "$2"; }
lacks() { grep -qE "$1" "$2" || echo "$3"; }

# CARD CASE: findings as "F subject | detail", faults as "! what", and "T tested"; what SQLite says against it goes along.
run() {
  {
    cat analyze/schema.sql $cases/base.sql "$2" analyze/people/hours.sql analyze/narrative/reports.sql analyze/link/linked.sql analyze/judge/understood.sql analyze/judge/activity.sql analyze/judge/outside.sql
    echo 'CREATE TEMP TABLE result AS'
    select_of "$1"
    cat << 'EOF'
;
CREATE TEMP TABLE place AS SELECT source || ':' || line AS place FROM event UNION SELECT source || ':' || line FROM reject
  UNION SELECT source || ':' || line FROM report_row UNION SELECT source || ':' || line FROM person
  UNION SELECT source || ':' || line FROM assignment UNION SELECT source || ':' || line FROM notice UNION SELECT source || ':' || line FROM shift
  UNION SELECT source || ':' || line FROM decision UNION SELECT source || ':' || line FROM other_event;
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

# CARD CASE: of a card without a rule
words_check() {
  check "${2##*/}: what the records show is said" "$(diff <(key_of says "$2") <({
    cat analyze/schema.sql $cases/base.sql "$2" analyze/people/hours.sql analyze/narrative/reports.sql analyze/link/linked.sql analyze/judge/understood.sql analyze/judge/activity.sql analyze/judge/outside.sql
    found_of "$1"
  } | sqlite3 -batch -bail :memory: 2>&1))"
}

# CARD HOW: every case of it
cases_check() {
  local name case
  name=$(basename "$1" .sql)
  check "$name has a case" "$([ -f "$cases/$name.sql" ] || echo "write $cases/$name.sql")"
  for case in "$cases/$name.sql" "$cases/$name"~*.sql; do
    if [ -f "$case" ]; then "$2" "$1" "$case"; fi
  done
}

for card in "$rules"/*.sql; do
  check "$(basename "$card" .sql) says what to do so that it does not happen again" "$([ -n "$(key_of remedy "$card")" ] || echo 'no "-- remedy:"')"
  if [ -n "$(select_of "$card" | tr -d '[:space:]')" ]; then cases_check "$card" case_check
  elif [ -n "$(found_of "$card")" ]; then cases_check "$card" words_check; fi
done
for case in "$cases"/*.sql; do
  name=$(basename "$case" .sql)
  [[ " base " = *" $name "* ]] || check "case $name has a card" "$([ -n "$({ select_of "$rules/${name%%~*}.sql"; found_of "$rules/${name%%~*}.sql"; } 2> /dev/null)" ] || echo "no $rules/${name%%~*}.sql with a SELECT")"
done

# A new rule is a card and its case file: nothing else is needed for its findings to be in every output and for explain to show it.
card=$work/house/32.6.2-unnamed-report.sql
mkdir "$work/house"
cat > "$card" << 'END'
-- rule:     unnamed-report
-- clause:   32.6.2
-- title:    A search names its report
-- severity: info
-- subject:  event
-- examines: search
-- needs:    user_log.case number
-- says:     Our own order 7.
-- means:    The case number is empty.
-- innocent: The number was given by radio.

SELECT s.name AS subject, s.user_id, NULL AS report_number, s.occurred_at, 'no number' AS detail, s.who || ' named no report.' AS explanation,
       s.source, s.line, s.place AS evidence
  FROM search s
 WHERE s.case_number = '';

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'does not fire', 'the row names "' || case_number || '"' FROM search WHERE event = ?1;
END
cat > "$work/case.sql" << 'END'
-- expect: e1 | no number
INSERT INTO new_event (name, user, at, case_number) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', '');     -- breaks
INSERT INTO new_event (name, user, at, case_number) VALUES ('e2', 'amoss', '2023-01-10 10:00:00', '23-9'); -- near miss
END
case_check "$card" "$work/case.sql"
cp -r samples "$work/year"
printf '\n[rules]\nfolder = ../house\n' >> "$work/year/audit.ini"
"$FACEAUDIT" run "$work/year" -o "$work/audit" --formats db,csv,html > /dev/null 2> "$work/why"
check "a new rule runs" "$([ $? = 0 ] || cat "$work/why")"
query() { sqlite3 -readonly "$work/audit/audit.db" "$1"; }
explained() { COLUMNS=200 "$FACEAUDIT" explain "$work/audit" "event:$(query "SELECT name FROM search WHERE case_number $1 '' LIMIT 1")" | grep -A1 'unnamed-report' ; }
found=$(grep -c unnamed-report "$work/audit/findings.csv") expected=$(query "SELECT count(*) FROM search WHERE case_number = ''")
check "its findings are in findings.csv" "$([ "${found:-0}" != 0 ] && [ "$found" = "$expected" ] || echo "found $found, expected $expected")"
check "and on the page, with its title" "$(lacks 'A search names its report' "$work/audit/audit.html" 'no title'; lacks 'unnamed-report' "$work/audit/audit.html" 'no finding')"
check "explain says where it fires" "$(explained = > "$work/said"; lacks '^ *FIRES +unnamed-report' "$work/said" "it says: $(cat "$work/said")")"
check "and why it does not elsewhere" "$(explained '<>' > "$work/said"; lacks 'the row names "' "$work/said" "it says: $(cat "$work/said")")"
echo "1..$number"
[ $failures = 0 ]
