#!/usr/bin/env bash
# Names of searchers: surnames of many origins by ranks by wordings, one in a hundred of all (tests/names.py has the rest). TAP.
set -uo pipefail
n=0 folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
check() { # condition (a shell test's status), sentence, what was seen
  n=$((n + 1))
  if [ "$1" = 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; printf '%s\n' "$3" | sed 's/^/#   /'; fi
}
audited() { # own or other: sets all, and opens the reports that were accused or sent to a person
  mkdir "$folder/$1" && all=$(python3 tests/names.py "$folder/$1" "$1")
  "$FACEAUDIT" run "$folder/$1" -o "$folder/$1/out" --formats db > /dev/null 2> "$folder/$1.said"
  check $? "$1: $all reports are audited" "$(head -n 5 "$folder/$1.said")"
}
reports() { # folder, finding or passage: how many of officer-mismatch, and some of their narratives
  sqlite3 "$folder/$1/out/audit.db" "SELECT DISTINCT subject FROM audit_$2 WHERE rule = 'officer-mismatch'" > "$folder/$2"
  count=$(wc -l < "$folder/$2") seen=$(grep -F -f <(head -n 9 "$folder/$2") "$folder/$1/said.csv")
}

audited own
reports own finding; [ "$count" = 0 ]; check $? "the owner named as searcher is never a mismatch ($count)" "$seen"
reports own passage; [ $((count * 200)) -le "$all" ]; check $? "fewer than one in 200 of them are sent to a person ($count)" "$seen"
lacking=$(sqlite3 "$folder/own/out/audit.db" "SELECT count(*) FROM audit_finding WHERE rule = 'incomplete-report' AND detail LIKE '%officer%'")
[ "$lacking" = 0 ]; check $? "none is said to lack the officer ($lacking)" ''
audited other
reports other finding; found=$count; reports other passage
[ $(((found + count) * 100)) -ge $((all * 97)) ]; check $? "another's name is a mismatch or read by a person in 97 of 100 ($found and $count of $all)" ''
[ $((found * 100)) -ge $((all * 80)) ]; check $? "in 80 of 100 it is a mismatch" ''
echo "1..$n"
