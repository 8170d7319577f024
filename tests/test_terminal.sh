#!/usr/bin/env bash
# The page on the terminal: as wide as it is, words whole, the figures last.
set -uo pipefail
samples=$(cd "$(dirname "$0")/../samples" && pwd)
unset COLUMNS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0

# verdict NAME: of the command before it.
verdict() {
  local status=$?
  count=$((count + 1))
  [ $status = 0 ] && echo "ok $count - $1" || echo "not ok $count - $1"
}

widest() { wc -L < "$1"; }

"$FACEAUDIT" run "$samples" -o "$work/audit" --formats db > "$work/pipe"
[ "$(widest "$work/pipe")" -le 80 ]
verdict "what is not a terminal has 80 columns"
! grep -q $'\033' "$work/pipe"
verdict "and no colours"

tail -n 14 "$work/pipe" > "$work/end"
[ "$(grep -cE '^  (Searches|Findings|Tests with exceptions) |^The report is in ' "$work/end")" = 4 ]
verdict "the figures stand at the end, with where the report is"
[ "$(grep -n 'Every clause and its result' "$work/pipe" | cut -d: -f1)" -gt "$(grep -n 'Rejected rows' "$work/pipe" | cut -d: -f1)" ]
verdict "what matters less stands above what matters more"

# Row by row, what a row begins with goes without its head.
words() { tr -s ' \n' '\n' < "$1" | sed 's/:$//' | grep -vxE '·|File' | sort -u; }
words "$work/pipe" > "$work/words"
for columns in 60 120 200; do
  COLUMNS=$columns "$FACEAUDIT" report "$work/audit" --formats db > "$work/page"
  [ "$(widest "$work/page")" -le $columns ]
  verdict "no line is longer than $columns columns"
  [ -z "$(words "$work/page" | comm -23 "$work/words" -)" ]
  verdict "every word is whole at $columns columns"
done

script -qec "stty cols 72; '$FACEAUDIT' report '$work/audit' --formats db" "$work/typed" > /dev/null < /dev/null
grep -v '^Script ' "$work/typed" | tr -d '\r' | sed 's/\x1b\[[0-9]*m//g' > "$work/page"
[ "$(widest "$work/page")" -le 72 ] && [ "$(widest "$work/page")" -gt 60 ]
verdict "a terminal says itself how wide it is"
echo "1..$count"
