#!/usr/bin/env bash
# The work is done by a child: however it ends, the process that was started says how, and nothing half done is left. TAP.
set -uo pipefail
. tests/tap.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/year" && ${CC:-cc} -O1 -o "$work/generate" tests/generate.c && "$work/generate" 24000 "$work/year"
"$FACEAUDIT" run "$work/year" --formats db > /dev/null 2>&1
before=$(find "$work/year" -type f -exec sha256sum {} + | sort)

begin() { # begins a run that lasts a second or more, and waits until it has a place for its files
  "$FACEAUDIT" run "$work/year" --formats db --as-of 2031-01-01 > "$work/page" 2> "$work/said" &
  run=$!
  for turn in {1..200}; do compgen -G "$work/year/.faceaudit-*" > /dev/null && break; sleep 0.02; done
  child=$(< "/proc/$run/task/$run/children") child=${child% }
}
ended() { wait "$run" 2> /dev/null; status=$?; }
state() { # SENTENCE: the outputs are as before, and nothing lies beside them
  equals "$1" "$before" "$(find "$work/year" -type f -exec sha256sum {} + | sort)"
}

begin
equals 'one child does the work' 1 "$(wc -w <<< "$child")"
kill -KILL "$child"; ended
equals 'a child that is killed ends the run with 4' 4 "$status"
runs 'and the run says so' grep -q 'ended by SIGKILL: nothing was changed' "$work/said"
state 'nothing of it is left'

begin; kill -ABRT "$child"; ended
equals 'so does one that falls over itself' 4 "$status"
state 'and nothing of that is left'

for signal in TERM HUP; do # a shell has what it begins in the background ignore SIGINT
  begin; kill -"$signal" "$run"; ended
  equals "SIG$signal is passed on, and the run ends as one that was stopped" $((128 + $(kill -l "$signal"))) "$status"
  runs "its last words are true, SIG$signal" grep -q 'stopped: nothing was changed' "$work/said"
  state "nothing is left of it, SIG$signal"
done

begin; kill -KILL "$run"; ended
ran() { grep -qs '^State:[[:space:]]*[^ZX]' "/proc/$1/status"; } # the system may take its time to forget a dead one
for turn in {1..100}; do ran "$child" || break; sleep 0.02; done
ran "$child" && alive=1 || alive=0
equals 'a child does not outlive the process that was started' 0 "$alive"
"$FACEAUDIT" run "$work/year" --formats db > /dev/null 2>&1
state 'and the next run removes what it left'

(trap '' HUP; begin; kill -HUP "$run"; sleep 0.1; kill -0 "$run" 2> /dev/null; echo $? > "$work/alive"; kill -TERM "$run"; ended)
equals 'a signal that was ignored when the run began stays ignored' 0 "$(cat "$work/alive")"

"$FACEAUDIT" run "$work/nowhere" > /dev/null 2> "$work/said"
equals 'other ends are the same as ever: 3 for an input' 3 $?
"$FACEAUDIT" run > /dev/null 2> "$work/said"
equals '2 for the command line' 2 $?
plan
