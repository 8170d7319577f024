#!/usr/bin/env bash
# An input that changes during the run is an error, whenever it changes. TAP.
set -uo pipefail
n=0 work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-changing-XXXXXX")
trap 'rm -rf "$work"' EXIT
check() { # sentence, expected (a pattern), seen
  n=$((n + 1))
  # shellcheck disable=SC2053
  if [[ $3 == $2 ]]; then echo "ok $n - $1"; else printf 'not ok %d - %s\n#   expected %s\n#   found %s\n' "$n" "$1" "$2" "$3"; fi
}
year() { # a fresh copy of the sample year
  rm -rf "$work/year" "$work/out"
  cp -r samples "$work/year"
}
# The name of a file in the staging folder tells how far the run is: reports are written once all inputs are read.
during() { # what to do
  "$FACEAUDIT" run "$work/year" -o "$work/out" > /dev/null 2> "$work/said" &
  local run=$!
  while kill -0 $run 2> /dev/null; do
    if find "$work" -path '*faceaudit-*' \( -name '*.svg' -o -name 'audit.pdf' -o -name 'audit.html' \) 2> /dev/null | grep -q .; then
      "$@"
      break
    fi
  done
  wait $run && status=0 || status=$?
}
append() { echo 'x' >> "$work/year/$1"; }
replace() { sed 's/2024/2025/' "$work/year/$1" > "$work/new" && mv "$work/new" "$work/year/$1"; }
vanish() { rm "$work/year/$1"; }

log=$(sed -n 's/^user_log *= *//p' samples/audit.ini)
people=$(sed -n 's/^personnel *= *//p' samples/audit.ini)
reports=$(sed -n 's/^incident_reports *= *//p' samples/audit.ini)
year
during append "$log"
check 'a log that grows during the run is an error' "3 *$log: the file changed during the run*" "$status $(cat "$work/said")"
check 'and nothing is written' '' "$(ls "$work/out" 2> /dev/null)"
year
during replace "$people"
check 'a file that another takes the place of is an error' "3 *$people: the file changed during the run*" "$status $(cat "$work/said")"
year
during vanish "$reports"
check 'so is one that is gone' "3 *$reports: the file changed during the run*" "$status $(cat "$work/said")"
echo "1..$n"
