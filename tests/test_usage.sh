#!/usr/bin/env bash
# The front door: help pages, man page and completion, which all come from the table of commands in main.c. TAP on standard output.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
source tests/tap.sh
case $FACEAUDIT in /*) ;; *) FACEAUDIT=$PWD/$FACEAUDIT ;; esac
work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-usage-XXXXXX")
trap 'rm -rf "$work"' EXIT

# ------------------------------------------------------------------------------------------------------------ help pages

"$FACEAUDIT" --help > "$work/help" 2> "$work/err"
runs "--help succeeds" test $? = 0 -a -s "$work/help" -a ! -s "$work/err"
"$FACEAUDIT" -h > "$work/h"
runs "-h is --help" cmp "$work/help" "$work/h"
"$FACEAUDIT" help > "$work/h"
runs "help is --help" cmp "$work/help" "$work/h"
commands=$(sed -n '/^Commands/,/^$/s/^  \([a-z]\+\) .*/\1/p' "$work/help")
runs "the commands are listed" test "$(wc -w <<< "$commands")" -ge 9
runs "no line is longer than a terminal of 100 columns" bash -c '! grep -E "^.{101}" "$1"' _ "$work/help"

# The examples of a page, without their redirections.
examples() { sed -n '/^Examples/,/^$/s/^  faceaudit \([^ ].*[^ ]\)\(   *.*\)\?$/\1/p' "$1" | sed 's/   *.*//; s/ >.*//'; }

page_is_whole() { # COMMAND
  local page=$work/page.$1 section
  "$FACEAUDIT" "$1" --help > "$page" 2> "$work/err" || { echo "exit $?"; return 1; }
  [ ! -s "$work/err" ] || { cat "$work/err"; return 1; }
  "$FACEAUDIT" help "$1" | cmp - "$page" || return 1
  for section in "^faceaudit $1: " "^Usage: faceaudit $1" '^Examples$' '^Exit status$' '^  0  '; do
    grep -q -- "$section" "$page" || { echo "no line like $section"; return 1; }
  done
}

# With --help behind it an example is read, and not run.
examples_are_read() {
  local line count=0
  while read -r line; do
    count=$((count + 1))
    # shellcheck disable=SC2086
    "$FACEAUDIT" $line --help > /dev/null || { echo "refused: $line"; return 1; }
  done < <(examples "$work/page.$1")
  [ $count -gt 0 ] || { echo "no example found"; return 1; }
}

for command in $commands; do
  runs "$command --help and help $command give one page, with usage, examples and exit status" page_is_whole "$command"
  runs "$command: its examples name only options that it takes" examples_are_read "$command"
done
"$FACEAUDIT" run --formats db --help nowhere > "$work/h" 2>&1
runs "--help is answered wherever it stands" cmp "$work/h" "$work/page.run"
runs "the version is printed" grep -qE '^faceaudit [0-9]+\.[0-9]+\.[0-9]+$' <("$FACEAUDIT" --version)

# -------------------------------------------------------------------------------------------------------------- man page

"$FACEAUDIT" help --man > "$work/faceaudit.1"
runs "the man page is the one that make built" cmp "$work/faceaudit.1" "$BUILD/faceaudit.1"
for command in $commands; do
  runs "the man page has $command" grep -q "^\.SS faceaudit $command" "$work/faceaudit.1"
done
for program in mandoc groff; do
  case $program in
    mandoc) lint=(mandoc -T lint "$work/faceaudit.1") ;;
    groff) lint=(bash -c 'groff -man -Tutf8 -ww "$1" 2>&1 > /dev/null | grep . && exit 1 || exit 0' _ "$work/faceaudit.1") ;;
  esac
  if command -v $program > /dev/null; then runs "$program has nothing to say of the man page" "${lint[@]}"
  else skip "$program has nothing to say of the man page" "no $program"; fi
done

# ------------------------------------------------------------------------------------------------------------ completion

mkdir -p "$work/here/a folder"
: > "$work/here/a file.csv"
"$FACEAUDIT" help --completion bash > "$work/faceaudit.bash"
"$FACEAUDIT" help --completion zsh > "$work/_faceaudit"
runs "bash's completion is the one that make built" cmp "$work/faceaudit.bash" "$BUILD/faceaudit.bash"
runs "zsh's completion is the one that make built" cmp "$work/_faceaudit" "$BUILD/_faceaudit"

typed=('insp' 'run --fo' 'run --formats db,pd' 'run --fail-on cr' 'run --fail-on=cr' 'run a' 'inspect a\ fi' 'run -o a'
       'explain out rev' 'explain out orph' 'rules --' 'rules untr' 'help expl' 'help --completion zs' 'run here --ti')
wanted=('[inspect]' '[run][--formats]' '[run][--formats][db,pdf]' '[run][--fail-on][critical]' '[run][--fail-on=critical]' '[run][a folder]'
        '[inspect][a file.csv]' '[run][-o][a folder]' '[explain][out][review]' '[explain][out][orphan-search]' '[rules][--help]'
        '[rules][untrained-user]' '[help][explain]' '[help][--completion][zsh]' '[run][here][--times]')
what=('a command' 'an option' 'a format behind a comma' 'a severity' 'a severity behind =' 'a folder with a blank, and no file' 'a file with a blank'
      'the folder of -o' 'a word that explain knows' 'a rule for explain' 'the only option' 'a rule' 'a command behind help' 'a shell' 'an option behind the folder')

# A shell may end a folder with a slash, and offers -h beside --help where it stops at the dashes.
completes() { # SHELL SCRIPT COMMAND...: of the shell
  local shell=$1 script=$2 i got
  shift 2
  mapfile -t got < <(tests/complete.py "$script" "$work/here" "$@" -- "${typed[@]}" 2>&1 | sed 's|/\]|]|g')
  for i in "${!typed[@]}"; do
    runs "$shell completes ${what[i]}: ${typed[i]}" test "${got[i]:-${got[*]: -1}}" = "${wanted[i]}"
  done
}

completes bash "$work/faceaudit.bash" bash --norc -i
if command -v zsh > /dev/null; then completes zsh "$work/_faceaudit" zsh -f -i
else skip "zsh completes the command line" "no zsh"; fi

# ------------------------------------------------------------------------------------------------ a reader that has gone

# Runs into a pipe whose reader has closed it: what head leaves behind when it has its lines.
gone() { # STATUS ARGUMENT...
  local wanted=$1 reader writer status
  shift
  rm -f "$work/pipe"
  mkfifo "$work/pipe"
  exec {reader}<> "$work/pipe" {writer}> "$work/pipe" {reader}<&-
  "$FACEAUDIT" "$@" >&$writer 2> "$work/err"
  status=$?
  exec {writer}>&-
  [ $status = "$wanted" ] || echo "exit $status, not $wanted"
  cat "$work/err"
  [ $status = "$wanted" ] && [ ! -s "$work/err" ]
}
runs "run ends quietly where nobody reads its page" gone 0 run samples -o "$work/audit" --formats db
runs "and --fail-on still says what was found" gone 1 report "$work/audit" --formats db --fail-on low
runs "explain ends quietly where its reader has gone" gone 0 explain "$work/audit" review
runs "so does inspect" gone 0 inspect samples/personnel.csv
runs "so does inspect --rows" gone 0 inspect --rows samples/faces_user_log.csv
runs "so does rules" gone 0 rules
runs "so does help" gone 0 help --man
"$FACEAUDIT" rules >&- 2> "$work/err"
runs "a standard output that is closed from the start exits 4" test $? = 4 -a -s "$work/err"

plan
