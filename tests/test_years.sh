#!/usr/bin/env bash
# Audits the labelled years of tests/years and holds every score against the least that each has reached. The years are other
# agencies', each in its own layout and wording; how each scored at first sight is in tests/years/README.md. TAP.
set -uo pipefail
n=0 folder=$(mktemp -d) sure=0 right=0
trap 'rm -rf "$folder"' EXIT
check() { # condition (a shell test's status), sentence, what was seen
  n=$((n + 1))
  if [ "$1" = 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; printf '%s\n' "$3" | sed 's/^/#   /'; fi
}
at_least() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a + 0 >= b + 0) }'; }

score() { # database, truth folder
  local db=$folder/scored.db
  cp "$1" "$db"
  sqlite3 "$db" -cmd '.mode csv' -cmd ".import $2/matches.csv t_match" -cmd ".import $2/purposes.csv t_purpose" \
    -cmd ".import $2/findings.csv t_finding" -cmd '.mode list' < tests/score.sql
}

audit() { # name, exports, truth, least macro, least linking
  "$FACEAUDIT" run "$2" -o "$folder/$1" --formats db,csv > "$folder/$1.page" 2> "$folder/$1.said"
  check $? "year $1 is audited" "$(head -n 5 "$folder/$1.said")"
  local scores macro linking
  scores=$(score "$folder/$1/audit.db" "$3")
  macro=$(sed -n 's/^macro \([0-9.]*\).*/\1/p' <<< "$scores") linking=$(sed -n 's/^linking \([0-9.]*\)$/\1/p' <<< "$scores")
  at_least "$macro" "$4"; check $? "year $1: the macro score is at least $4 ($macro)" "$scores"
  at_least "$linking" "$5"; check $? "year $1: links are right at least $5 ($linking)" "$scores"
  sure=$((sure + $(sed -n 's/^sure \([0-9]*\) .*/\1/p' <<< "$scores"))) right=$((right + $(sed -n 's/^sure [0-9]* right \([0-9]*\)/\1/p' <<< "$scores")))
  local weak review missing=''
  weak=$(sqlite3 "$folder/$1/audit.db" "SELECT e.name FROM session n JOIN event e ON e.event = n.session WHERE n.confidence < 0.6 AND e.in_period")
  review=$("$FACEAUDIT" explain "$folder/$1" review)
  while read -r search; do [ -z "$search" ] || grep -qF "$search" <<< "$review" || missing="$missing $search"; done <<< "$weak"
  [ -z "$missing" ]; check $? "year $1: every link under 0.6 is listed for review" "$missing"
  local cut
  cut=$(tests/whole_sentences "$folder/$1/audit.db" 2>&1)
  [ -z "$cut" ]; check $? "year $1: no finding cuts a sentence that it quotes" "$cut"
  echo "# year $1: macro $macro, linking $linking, $(grep -c . <<< "$weak") links under 0.6, $(grep '^to read' <<< "$scores")"
}

while read -r name macro linking; do
  case $name in '' | '#'*) continue ;; esac
  audit "$name" "tests/years/$name/exports" "tests/years/$name/truth" "$macro" "$linking"
done < tests/years/least

shared=${FACEAUDIT_SHARED:-../shared}
if [ -d "$shared/corpus/public" ]; then audit public "$shared/corpus/public/exports" "$shared/corpus/public/truth" 0.97 0.99; fi

[ $sure -gt 0 ] && [ $((right * 100)) -ge $((sure * 99)) ]
check $? "of the links said to be at least 0.9 sure, 99 in 100 are right ($right of $sure)" ""
echo "1..$n"
