# Sourced by shell tests, which have a folder $work or $folder of their own: counts and prints the lines of TAP.
number=0

result() { # STATUS SENTENCE: a line of TAP; standard input says what is wrong
  number=$((number + 1))
  if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; sed 's/^/# /'; fi
}

skip() { number=$((number + 1)); echo "ok $number - $1 # skip $2"; }

plan() { echo "1..$number"; }

runs() { # SENTENCE COMMAND...: the command ends with 0; $show: more files to print where it does not
  local sentence=$1 log=${work:-$folder}/check.log status
  shift
  "$@" > "$log" 2>&1
  status=$?
  # shellcheck disable=SC2086
  result $status "$sentence" < <(cat "$log" ${show:-} 2> /dev/null | head -n 60)
}

equals() { # SENTENCE WANTED FOUND
  local status=0
  [ "$2" = "$3" ] || status=1
  result $status "$1" < <(cut -c 1-300 <<< "wanted $2, found $3")
}

check() { # SENTENCE PROBLEMS: passes where there are none
  local status=0
  [ -z "$2" ] || status=1
  result $status "$1" <<< "$2"
}
