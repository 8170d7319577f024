#!/usr/bin/env bash
# An audit.db that other hands touched (an index, another encoding, damage): all findings come out of it, or none. TAP.
set -uo pipefail
work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-database-XXXXXX")
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH
number=0

check() { # SENTENCE WANTED FOUND
  number=$((number + 1))
  if [ "$2" = "$3" ]; then echo "ok $number - $1"; else echo "not ok $number - $1"; echo "# wanted $2, found $3"; fi
}

sum_of() { sha256sum < "$1" 2> /dev/null | cut -c1-64; }

# FOLDER: a copy of the audit, without what was written from it
copy() {
  mkdir "$work/$1" && cp "$work/sound/audit.db" "$work/$1/"
}

# FOLDER: the bytes of its findings.csv, written anew from its database
reported() {
  rm -f "$work/$1/findings.csv"
  timeout 60 "$FACEAUDIT" report "$work/$1" --formats csv,html > "$work/out" 2> "$work/err" || { echo "exit $?: $(cat "$work/err")"; return; }
  sum_of "$work/$1/findings.csv"
}

analysed() {
  timeout 60 "$FACEAUDIT" analyze "$work/$1" > "$work/out" 2> "$work/err" || { echo "exit $?: $(cat "$work/err")"; return; }
  reported "$1"
}

"$FACEAUDIT" run samples -o "$work/sound" --formats db,csv,html > "$work/out" 2> "$work/err"
findings=$(sum_of "$work/sound/findings.csv")
page=$(sum_of "$work/sound/audit.html")
finding=$(sed -n 's/^\([0-9a-f]\{12\}\),.*/\1/p' "$work/sound/findings.csv" | head -n 1)
"$FACEAUDIT" explain "$work/sound" "$finding" > "$work/explained"

# ------------------------------------------------------------------------------------------------- analysed once more

copy again
check 'a database analysed once more has the same findings' "$findings" "$(analysed again)"
check 'it is whole' ok "$(sqlite3 "$work/again/audit.db" 'PRAGMA integrity_check' 2>&1)"
check 'it has grown by no more than a tenth' 1 \
  $(($(stat -c %s "$work/again/audit.db") * 10 <= $(stat -c %s "$work/sound/audit.db") * 11))

# ------------------------------------------------------------------------------------------------------------ an index

# Indices that hold all that a pass reads, in another order than the rows.
copy index
sqlite3 "$work/index/audit.db" 'CREATE INDEX one ON finding_row (explanation DESC);
  CREATE INDEX two ON narrative (text, row); CREATE INDEX three ON event (line DESC, source, event);
  CREATE INDEX four ON report_fact (number DESC, row, cad, day, officer, officer_id, type, narrated, withheld);
  CREATE INDEX five ON person (line DESC, source, person); CREATE INDEX six ON event (at_doubt, is_search, account)'
check 'indices that somebody added change no finding' "$findings" "$(reported index)"
check 'nor do they change the page' "$page" "$(sum_of "$work/index/audit.html")"
check 'nor what is found when it is analysed again' "$findings" "$(analysed index)"
check 'and the database with its indices is whole' ok "$(sqlite3 "$work/index/audit.db" 'PRAGMA integrity_check' 2>&1)"

# ------------------------------------------------------------------------------------------------------------- UTF-16

mkdir "$work/wide"
{
  echo "PRAGMA encoding = 'UTF-16le'; PRAGMA page_size = 4096;"
  sqlite3 "$work/sound/audit.db" .dump
  sqlite3 "$work/sound/audit.db" "SELECT 'PRAGMA application_id = ' || (SELECT * FROM pragma_application_id) || '; PRAGMA user_version = ' ||
    (SELECT * FROM pragma_user_version) || ';'"
} | sqlite3 "$work/wide/audit.db" > "$work/out" 2>&1
check 'a database is written anew in UTF-16 and other pages' UTF-16le "$(sqlite3 "$work/wide/audit.db" 'PRAGMA encoding')"
check 'all its findings are reported' "$findings" "$(reported wide)"
check 'its page is the same' "$page" "$(sum_of "$work/wide/audit.html")"
check 'a finding of it is explained in the same words' "$(sum_of "$work/explained")" \
  "$("$FACEAUDIT" explain "$work/wide" "$finding" 2>&1 | sha256sum | cut -c1-64)"

report=$(sqlite3 "$work/sound/audit.db" "SELECT report_number FROM audit_finding WHERE subject_kind = 'report' LIMIT 1")
check 'a report of it says the same' "$("$FACEAUDIT" explain "$work/sound" "report:$report" 2>&1 | sha256sum)" \
  "$("$FACEAUDIT" explain "$work/wide" "report:$report" 2>&1 | sha256sum)"
check 'analysed again it has the same findings' "$findings" "$(analysed wide)"

# ------------------------------------------------------------------------------------------------------------- damage

# PAGE: of a table
root() { sqlite3 "$work/sound/audit.db" "SELECT rootpage FROM sqlite_schema WHERE name = '$1'"; }

# FOLDER PAGE OFFSET BYTES: bytes written over others, as printf has them
scratch() { printf "$4" | dd of="$work/$1/audit.db" bs=1 seek=$((($2 - 1) * 16384 + $3)) conv=notrunc 2> /dev/null; }

# CHANGE: SQL that leaves the database whole
changed() {
  copy changed
  sqlite3 "$work/changed/audit.db" "$1"
  local said
  said=$("$FACEAUDIT" explain "$work/changed" "$finding" 2>&1)
  echo "exit $?"
  grep -o 'its table [a-z_]* [a-z ]*: this is no longer' <<< "$said"
  case $(reported changed) in 'exit 3:'*) echo refused ;; esac
  rm -rf "$work/changed"
}
check 'a sentence that somebody changed is not told' "$(printf 'exit 3\nits table finding_row was changed: this is no longer\nrefused')" \
  "$(changed "UPDATE finding_row SET explanation = replace(explanation, 'account', 'officer')")"
check 'nor is a row that somebody added or took away' "$(printf 'exit 3\nits table event has more or fewer rows: this is no longer\nrefused')" \
  "$(changed 'DELETE FROM event WHERE event = 7')"
check 'a digit of a moment that somebody changed is found' "$(printf 'exit 3\nits table event was changed: this is no longer\nrefused')" \
  "$(changed 'UPDATE event SET at = at + 1 WHERE event = 7')"
check 'a table of their own and a VACUUM are not' 'exit 0' "$(changed 'CREATE TABLE notes (words); INSERT INTO notes VALUES (1); VACUUM')"

copy cycle
scratch cycle "$(root finding_row)" 8 "$(sqlite3 :memory: "SELECT printf('\\x%02x\\x%02x\\x%02x\\x%02x', p >> 24, p >> 16 & 255, p >> 8 & 255, p & 255)
  FROM (SELECT $(root finding_row) AS p)")"
case $(reported cycle) in 'exit 3:'*damaged*) refused=1 ;; *) refused=0 ;; esac
check 'a table whose tree goes round in a circle is refused, with its place' 1 $refused

copy cut
truncate -s $(($(stat -c %s "$work/cut/audit.db") * 6 / 10)) "$work/cut/audit.db"
case $(reported cut) in 'exit 3:'*damaged*) refused=1 ;; *) refused=0 ;; esac
check 'a database cut short is refused' 1 $refused
check 'nothing is written from it' '' "$(ls "$work/cut" | grep -v audit.db)"

wrong=
for table in finding_row event narrative report_fact rule source person; do
  for offset in 3 5 8 12; do
    copy scratched
    scratch scratched "$(root $table)" $offset '\xff\xff\x7f'
    case $(reported scratched) in "$findings" | 'exit 3:'*damaged*) ;; *) wrong="$wrong $table:$offset" ;; esac
    rm -rf "$work/scratched"
  done
done
check 'of a database scratched anywhere all is reported, or it is refused' '' "$wrong"
echo "1..$number"
