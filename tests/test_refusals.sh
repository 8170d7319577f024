#!/usr/bin/env bash
# Every bad input: its message with place and remedy, its exit status, and that nothing is written or changed. TAP on standard output.
set -uo pipefail
work=$(mktemp -d "${TMPDIR:-/tmp}/faceaudit-refusals-XXXXXX")
mounted=
trap '[ -z "$mounted" ] || umount "$mounted"; chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
chmod 755 "$work"
case $FACEAUDIT in /*) ;; *) FACEAUDIT=$PWD/$FACEAUDIT ;; esac
unset SOURCE_DATE_EPOCH
number=0

# ------------------------------------------------------------------------------------------------------- a small audit

base=$work/base
mkdir "$base"
cat > "$base/audit.ini" << 'END'
[agency]
name = Pine Grove Police Department
timezone = America/New_York

[period]
from = 2022-06-01
to = 2023-05-31

[inputs]
user_log = log.csv
incident_reports = reports.csv
personnel = personnel.csv
END
cat > "$base/log.csv" << 'END'
Log ID,Date/Time,User ID,User Name,Action,Case Number,Reason,Probe Image,Candidate Selected
1,2022-06-06 10:00:00,jmarsh,Jordan Marsh,SEARCH,22-005619,Robbery suspect,a.jpg,"Gaines, Stella"
2,2022-06-07 11:30:00,jmarsh,Jordan Marsh,LOGIN,,,,
3,2022-07-09 09:15:00,nokafor,Nadia Okafor,SEARCH,22-006001,Burglary suspect,b.jpg,
4,2022-08-11 16:45:00,jmarsh,Jordan Marsh,SEARCH,,test,c.jpg,
END
cat > "$base/reports.csv" << 'END'
Report Number,Date Reported,Incident Type,Officer,Supervisor,Supervisor Approved,Narrative
22-005619,2022-06-05 08:00,Robbery,"Marsh, Jordan",Sgt. Weeks,2022-06-08,I ran the still through FACESNXT to identify the robbery suspect. Stella Gaines was returned as a candidate.
22-006001,2022-07-08 12:00,Burglary,"Okafor, Nadia",Sgt. Weeks,2022-07-10,The area was canvassed.
22-006100,2022-07-12 12:00,Theft,"Okafor, Nadia",Sgt. Weeks,2022-07-13,A bicycle was taken.
END
cat > "$base/personnel.csv" << 'END'
User ID,Employee ID,Last Name,First Name,Rank,Unit,Unit From,Unit To,Access Approved,Approved By,Training Completed,Separation Date,Access Deactivated
jmarsh,200,Marsh,Jordan,Detective,Criminal Investigations Unit,2020-01-01,,2020-02-01,Chief,2020-02-10,,
nokafor,207,Okafor,Nadia,Detective,Criminal Investigations Unit,2020-01-01,,2020-02-01,Chief,2020-02-10,,
END

# ------------------------------------------------------------------------------------------------------------- helpers

said() {  # RESULT NAME: one line of TAP, and what the program said where it failed
  number=$((number + 1))
  if [ "$1" = 0 ]; then echo "ok $number - $2"; return; fi
  echo "not ok $number - $2"
  sed 's/^/#   /' "$work/why" "$work/err" 2> /dev/null | head -n 12
}

skip() { number=$((number + 1)); echo "ok $number - $1 # skip $2"; }

tree() { (cd "$1" && find . -printf '%p %y %m %l\n' | sort && find . -type f -readable -exec sha256sum {} + | sort); }

fresh() { chmod -R u+rwX "$work/case" 2> /dev/null; rm -rf "$work/case"; cp -a "$base" "$work/case"; : > "$work/why"; }

# FILE: the lines of standard input in its place
put() { cat > "$work/case/$1"; }

# NAME STATUS PATTERN COMMAND...: run from the case's folder. PATTERN (ERE) is one line of standard error: place, fault, remedy.
refused() {
  local name=$1 status=$2 pattern=$3 got bad=0
  shift 3
  tree "$work/case" > "$work/before"
  (cd "$work/case" && "$@") > "$work/out" 2> "$work/err"
  got=$?
  tree "$work/case" > "$work/after"
  : > "$work/why"
  [ $got = "$status" ] || { echo "exit $got, not $status" >> "$work/why"; bad=1; }
  grep -Eq -- "$pattern" "$work/err" || { echo "no line like: $pattern" >> "$work/why"; bad=1; }
  ! grep -q '\.faceaudit-' "$work/err" || { echo "it names the staging folder" >> "$work/why"; bad=1; }
  cmp -s "$work/before" "$work/after" || { diff "$work/before" "$work/after" >> "$work/why"; bad=1; }
  [ ! -s "$work/out" ] || { echo "standard output is not empty" >> "$work/why"; bad=1; }
  said $bad "$name"
}

# NAME COMMAND...: must succeed
done_well() {
  local name=$1 got
  shift
  (cd "$work/case" && "$@") > "$work/out" 2> "$work/err"
  got=$?
  echo "exit $got" > "$work/why"
  said $got "$name"
}

holds() { local name=$1; shift; echo "$*" > "$work/why"; "$@" > /dev/null 2>&1; said $? "$name"; }

# NAME WANTED SQL: of the case's audit.db
value() {
  local got
  got=$(sqlite3 "$work/case/audit/audit.db" "$3" 2>&1)
  echo "\"$got\", not \"$2\": $3" > "$work/why"
  [ "$got" = "$2" ]
  said $? "$1"
}

run=("$FACEAUDIT" run . --formats "db,csv")

# Every case has an earlier result: it must outlive each failure.
mkdir "$work/case"
rmdir "$work/case"
cp -a "$base" "$work/case"
done_well "the small audit itself runs" "${run[@]}"
holds "it leaves its database and findings" test -s "$work/case/audit/audit.db" -a -s "$work/case/audit/findings.csv"
cp -a "$work/case/audit" "$base/audit"
fresh

# --------------------------------------------------------------------------------------------------------- command line

refused "no command shows the help and exits 2" 2 '^$|Usage' bash -c '"$0" >&2; exit $?' "$FACEAUDIT"
refused "an unknown command names the nearest" 2 'there is no command "rnu": did you mean run\?' "$FACEAUDIT" rnu .
refused "a command that is near none is refused with what lists them" 2 'there is no command "xyzzy": faceaudit --help lists them' "$FACEAUDIT" xyzzy
mkdir "$work/case/exports"
refused "a folder in the command's place is answered with how to audit it" 2 'there is no command "exports": to audit the folder of this name: faceaudit run exports' "$FACEAUDIT" exports
rmdir "$work/case/exports"
refused "help for an unknown command names the nearest" 2 'there is no command "explian": did you mean explain\?' "$FACEAUDIT" help explian
refused "an unknown option names the nearest" 2 'there is no option --fromats: did you mean --formats\?' "$FACEAUDIT" run . --fromats db
refused "an unknown option with a value names the nearest" 2 'there is no option --fail-no: did you mean --fail-on\?' "$FACEAUDIT" run . --fail-no=high
refused "an option that is near none is refused with what lists them" 2 'there is no option -x: faceaudit run --help lists them' "$FACEAUDIT" run . -x
refused "an option of another command is refused" 2 'rules takes no --formats: faceaudit rules --help lists what it takes' "$FACEAUDIT" rules --formats db
refused "an option without its value is refused" 2 'Missing argument for --formats: faceaudit run --help' "$FACEAUDIT" run . --formats
refused "an empty value is refused" 2 '--out: the value is empty: write OUT after it' "$FACEAUDIT" run . --out=
refused "a missing argument shows the usage" 2 'DIR is missing: usage: faceaudit run DIR' "$FACEAUDIT" run
refused "a missing second argument is named" 2 'SUBJECT is missing: usage: faceaudit explain OUT SUBJECT' "$FACEAUDIT" explain audit
refused "a second folder shows the usage" 2 '"exports" is one argument too many: a name with spaces needs quotes: usage: faceaudit run DIR' "$FACEAUDIT" run 2024 exports
refused "an unknown format names the nearest" 2 '--formats: there is no "pfd": did you mean pdf\? \(.*db.*\)' "$FACEAUDIT" run . --formats db,pfd
refused "an unknown severity lists the known ones" 2 '--fail-on: there is no "severe": choose from critical, high, medium, low, info' "${run[@]}" --fail-on severe
refused "a date of the audit that is none is refused" 2 '--as-of: "soon" is not a date: write it as 2023-05-31' "${run[@]}" --as-of soon
refused "a SOURCE_DATE_EPOCH that is not a number is refused" 2 'SOURCE_DATE_EPOCH: "now" is not a number of seconds: correct or unset it' env SOURCE_DATE_EPOCH=now "${run[@]}"
refused "an unknown rule names the nearest" 2 'no rule or clause "orphan-serch": did you mean orphan-search\?' "$FACEAUDIT" rules orphan-serch
refused "a folder that is not there is refused" 3 '^nowhere: there is no such folder: name the folder' "$FACEAUDIT" run nowhere
refused "a file in the folder's place is refused" 3 '^log\.csv: ' "$FACEAUDIT" run log.csv
refused "a report of no audit is refused" 3 'no audit\.db.*run faceaudit run' bash -c 'mkdir ../none; "$0" report ../none; s=$?; rmdir ../none; exit $s' "$FACEAUDIT"
cp "$work/case/log.csv" "$work/case/audit/audit.db"
refused "a report of a database that is none is refused" 3 '^audit/audit\.db: .*(no|not an) audit database.*: ' "$FACEAUDIT" report audit
fresh; sqlite3 "$work/case/audit/audit.db" 'PRAGMA user_version = 2'
refused "a database of another layout is refused" 3 '^audit/audit\.db: written by another version .*layout 2, .* run the audit again' "$FACEAUDIT" report audit
fresh

# ------------------------------------------------------------------------------------------------------------ audit.ini

ini_case() {  # NAME PATTERN SED: one change of audit.ini
  fresh
  sed -i -e "$3" "$work/case/audit.ini"
  refused "$1" 3 "$2" "${run[@]}"
}

fresh
rm "$work/case/audit.ini"
refused "a missing audit.ini says what to do" 3 'audit\.ini: there is no such file: .*init' "${run[@]}"
mkdir "$work/case/audit.ini"
refused "a folder in place of audit.ini is refused" 3 'audit\.ini: this is not a file' "${run[@]}"
fresh
: > "$work/case/audit.ini"
refused "an empty audit.ini says what it lacks" 3 'audit\.ini: the file lacks timezone: add it' "${run[@]}"
ini_case "an unknown section names the nearest and its line" 'audit\.ini:5: the section \[perod\] is not known: did you mean \[period\]\?' 's/^\[period\]/[perod]/'
ini_case "an unknown key names the nearest and its line" 'audit\.ini:12: \[inputs\] has no key personel: did you mean personnel\?' 's/^personnel/personel/'
ini_case "a period that ends before it starts is refused" 'audit\.ini:7: the period ends .*before it starts .*: swap' 's/^to = .*/to = 2022-05-31/'
ini_case "a day that is none is refused" 'audit\.ini:6: from = 2022-02-30 is not a date: write' 's/^from = .*/from = 2022-02-30/'
ini_case "an unknown time zone names the nearest" 'audit\.ini:3: the time zone America/New_Yrok is not known: did you mean America/New_York\?' 's/New_York/New_Yrok/'
ini_case "a missing time zone says where it goes" 'audit\.ini:1: the section lacks timezone: add it' '/^timezone/d'
ini_case "a threshold that is not a number is refused" 'audit\.ini:14: notice_hours = many is not a whole number: write digits' '$a [thresholds]\nnotice_hours = many'
ini_case "a pattern that cannot be read is refused" 'audit\.ini:14: the pattern cannot be read' '$a [case_numbers]\npattern = (?<year>\\d\\d'
ini_case "a severity of no rule is refused" 'audit\.ini:14: \[severity\] has no key orphan-serch: did you mean orphan-search\?' '$a [severity]\norphan-serch = low'
ini_case "a key that appears twice is refused" 'audit\.ini:4: timezone appears twice in \[agency\], first on line 3: keep one' '3a timezone = America/Chicago'
ini_case "a file named twice is refused" 'audit\.ini:12: the file log\.csv is named twice' 's/^personnel = .*/personnel = log.csv/'
ini_case "a column mapped to no header lists the headers" 'log\.csv:1: \[columns\.user_log\] of audit\.ini maps "user" to "Operator".*"User ID"' '$a [columns.user_log]\nuser = Operator'
ini_case "a role that is none names the nearest" 'audit\.ini:14: \[columns\.user_log\] has no key usr: did you mean user\?' '$a [columns.user_log]\nusr = User ID'
ini_case "a folder of rules that is not there is refused" 'audit\.ini:14: the folder of rules house cannot be opened: check' '$a [rules]\nfolder = house'

# ---------------------------------------------------------------------------------------------------------------- files

file_case() { refused "$1" 3 "$2" "${run[@]}"; fresh; }

fresh
for file in log reports personnel; do
  rm "$work/case/$file.csv"
  file_case "a missing $file.csv is named" "^$file\\.csv: cannot be opened \\(No such file or directory\\): look at its name"
  rm "$work/case/$file.csv"
  mkdir "$work/case/$file.csv"
  file_case "a folder in place of $file.csv is named" "^$file\\.csv: this is a folder: name a CSV file"
  : > "$work/case/$file.csv"
  file_case "an empty $file.csv is named" "^$file\\.csv: the file is empty: export it again"
done
sed -i 1s/Case/Matter/ "$work/case/log.csv"
sed -i 1s/,Matter.Number,/,Matter,/ "$work/case/log.csv"
file_case "a log whose case numbers stand under a name that nobody knows is refused before it accuses" \
  '^log\.csv:1: no column was taken for case numbers, and 2 of 2 cells looked at in the column "Matter" are numbers of your reports: say so in \[columns\.user_log\]'
rm "$work/case/log.csv"
mkfifo "$work/case/log.csv"
file_case "a pipe in place of the log does not wait for ever" '^log\.csv: this is a pipe or device: name a CSV file'
printf '\n\n  \n' | put log.csv
file_case "a log of blank lines only is refused" '^log\.csv(:[0-9]+)?: .*: '
printf 'PK\003\004rest of a workbook' | put log.csv
file_case "a workbook in place of the log is named for what it is" '^log\.csv: this is .*not a CSV file: export or save it as CSV'
printf '%%PDF-1.7\n%%rest' | put reports.csv
file_case "a PDF in place of the reports is named for what it is" '^reports\.csv: this is .*not a CSV file: export or save it as CSV'
head -c 4096 /dev/zero | put log.csv
file_case "a file of zeros is refused" '^log\.csv(:[0-9]+)?: .*: '
printf 'Alpha,Beta,Gamma\n1,2,3\n4,5,6\n' | put log.csv
file_case "a log without a required column lists the headers and the remedy" '^log\.csv:1: no column for .*"Alpha", "Beta", "Gamma".*\[columns\.user_log\]'
sed -i '1s/Report Number/Thing/; s/^22-00[0-9]*/words here/' "$work/case/reports.csv"
file_case "reports without a report number say how to map it" '^reports\.csv:1: no column for report number.*"Thing".*\[columns\.incident_reports\]'
cp "$work/case/reports.csv" "$work/case/log.csv"
file_case "reports in the log's place are recognised as reports" '^log\.csv:1: no column for time.*its headers look more like those of incident_reports.*\[inputs\]'
cp "$work/case/log.csv" "$work/case/personnel.csv"
file_case "a log in the personnel file's place is recognised as a log" '^personnel\.csv:1: its headers look more like those of user_log than of personnel.*\[inputs\]'
sed -i 's/2022-/2019-/' "$work/case/log.csv"
file_case "a log entirely outside the period says both spans" '^log\.csv: the log runs from 2019-06-06 to 2019-08-11, entirely outside the period 2022-06-01 to 2023-05-31: set \[period\]'
sed -i 's/^\([12],\)2022-/\12019-/; s/^\([34],\)2022-/\12024-/' "$work/case/log.csv"
file_case "a log on both sides of the period has no row in it" '^log\.csv: the log runs from 2019-06-06 to 2024-08-11, without a row in the period 2022-06-01 to 2023-05-31: set \[period\]'
sed -i 's/,SEARCH,/,PURGE,/' "$work/case/log.csv"
file_case "a log without a search lists its actions and the key to set" '^log\.csv: no row .* is a search; its actions are: LOGIN \(1\), PURGE \(3\).*search_actions'
sed -i '2,$s/2022-[0-9-]* [0-9:]*/soon/' "$work/case/log.csv"
file_case "a log whose times cannot be read is refused" '^log\.csv(:[0-9]+)?: .*: '

if command -v setpriv > /dev/null && [ "$(id -u)" = 0 ]; then
  nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
else
  nobody=()
fi
if [ "$(id -u)" != 0 ] || { [ ${#nobody[@]} != 0 ] && "${nobody[@]}" "$FACEAUDIT" --version > /dev/null 2>&1; }; then
  chmod 0 "$work/case/log.csv"
  [ "$(id -u)" != 0 ] || chown -R 65534:65534 "$work/case"
  refused "a log that may not be read is named" 3 '^log\.csv: cannot be opened \(Permission denied\): make it readable' "${nobody[@]}" "${run[@]}"
  fresh
  [ "$(id -u)" != 0 ] || chown -R 65534:65534 "$work/case"
  chmod 0 "$work/case/audit.ini"
  refused "an audit.ini that may not be read is named" 3 'audit\.ini: cannot be read' "${nobody[@]}" "${run[@]}"
  chmod 644 "$work/case/audit.ini"
  chmod 555 "$work/case/audit"
  refused "a folder that cannot be written exits 4" 4 '(^|/)audit: nothing can be written in this folder: Permission denied: nothing was changed' "${nobody[@]}" "${run[@]}"
  chmod 755 "$work/case/audit"
  chmod 555 "$work/case"
  refused "a new folder that cannot be made exits 4" 4 'other: the folder cannot be made: Permission denied' "${nobody[@]}" "${run[@]}" -o other
  chmod 755 "$work/case"
else
  for what in "a log that may not be read" "an audit.ini that may not be read" "a folder that cannot be written" "a new folder that cannot be made"; do
    skip "$what" "root reads and writes all, and no setpriv"
  done
fi
fresh

# ------------------------------------------------------------------------------------------------------------ the disk

refused "a file in place of OUT exits 4" 4 'log\.csv: .*: nothing was changed' "${run[@]}" -o log.csv
rm "$work/case/audit/findings.csv"
ln -s ../log.csv "$work/case/audit/findings.csv"
refused "a symbolic link at an output's name is not followed" 4 'audit/findings\.csv: this is a symbolic link: move it away: nothing was changed' "${run[@]}"
fresh
rm "$work/case/audit/audit.db"
mkdir "$work/case/audit/audit.db"
refused "a folder at an output's name is not replaced" 4 'audit/audit\.db: this is a folder: move it away: nothing was changed' "${run[@]}"
fresh
refused "a limit of file size is a full disk to the program" 4 'audit/.*: (disk I/O error|.*full|.*[Ff]ile too large)' bash -c 'ulimit -f 16; exec "$@"' _ "${run[@]}"
fresh
mkdir "$work/small"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=96k none "$work/small" 2> /dev/null; then
  mounted=$work/small
  tree "$work/small" > "$work/small.before"
  refused "a full disk exits 4 and says where" 4 "small/out.*: .*(full|No space).*nothing was changed" "${run[@]}" -o "$work/small/out"
  tree "$work/small" > "$work/small.after"
  holds "a full disk is left as empty as before" cmp "$work/small.before" "$work/small.after"
  umount "$work/small"
  mounted=
else
  skip "a full disk exits 4 and says where" "no right to mount"
  skip "a full disk is left as empty as before" "no right to mount"
fi
if [ -w /dev/full ]; then
  fresh
  (cd "$work/case" && "$FACEAUDIT" rules > /dev/full) 2> "$work/err"
  got=$?
  echo "exit $got, not 4" > "$work/why"
  [ $got = 4 ]
  said $? "standard output on a full disk exits 4"
fi

# -------------------------------------------------------------------------------------------- what is data, not a failure

fresh
{ head -n 1 "$work/case/log.csv"; sed -n '3,4p' "$work/case/log.csv"; echo '5,2022-09-01 10:00:00,nokafor,Nadia Okafor,SEARCH,22-006100,Theft suspect,d.jpg,'; } > "$work/case/log2.csv"
sed -i 's/^user_log = .*/user_log = log.csv; log2.csv/' "$work/case/audit.ini"
done_well "two logs with overlapping rows are read" "${run[@]}"
value "each overlapping row is counted as a duplicate" "log.csv|4|4|0 log2.csv|3|1|2" \
  "SELECT group_concat(path || '|' || rows || '|' || kept || '|' || duplicates, ' ') FROM (SELECT * FROM audit_input WHERE path LIKE 'log%' ORDER BY path)"
value "no search is lost or doubled by the overlap" 4 "SELECT count(*) FROM audit_search"
holds "the page says that rows were duplicates" grep -Eqi 'duplicate' "$work/out"

fresh
sed -i '4s/b.jpg,/b.jpg,REDACTED/; 5s/c.jpg,/c.jpg,No match/' "$work/case/log.csv"
done_well "a candidate may be withheld" "${run[@]}"
value "candidates withheld or none are no names" "Gaines, Stella" "SELECT group_concat(name) FROM candidate"

fresh
sed -i '2s/22-005619/VCSO 22-005619/; 4s/22-006001/SM25000089394/' "$work/case/log.csv"
done_well "numbers of other agencies are no failure" "${run[@]}"
value "a number in another agency's form is said to be another agency's" "another agency's number" "SELECT orphan_kind FROM audit_search WHERE event = '3'"
value "its row is named by file and line" "log.csv:4" "SELECT source_file || ':' || source_line FROM audit_search WHERE event = '3'"

fresh
cat >> "$work/case/reports.csv" << 'END'
LB22-005619,2022-06-05 09:00,Theft,"Okafor, Nadia",Sgt. Weeks,2022-06-09,A purse was taken.
LB22-006544,2022-06-15 09:00,Theft,"Okafor, Nadia",Sgt. Weeks,2022-06-19,A radio was taken.
END
done_well "reports in two agencies' formats are read" "${run[@]}"
value "one number in two formats stays two reports" 2 "SELECT count(DISTINCT report) FROM report_row WHERE number IN ('22-005619', 'LB22-005619')"
sed -i '2s/22-005619/LB22-005619/' "$work/case/log.csv"
done_well "a search that names the format is read" "${run[@]}"
value "a search that names the format is linked to the report of that format" "LB22-005619" "SELECT report_number FROM audit_search WHERE event = '1'"

fresh
done_well "findings below the severity exit 0" "${run[@]}" --fail-on critical
(cd "$work/case" && "${run[@]}" --fail-on medium) > "$work/out" 2> "$work/err"
got=$?
echo "exit $got, not 1" > "$work/why"
[ $got = 1 ]
said $? "findings of the severity exit 1"
sqlite3 -readonly "$work/case/audit/audit.db" "SELECT 'id,disposition'; SELECT finding_id || iif(rank() OVER (ORDER BY finding_id) = 1, ',sustained', ',explained') FROM audit_finding WHERE severity <> 'info'" > "$work/case/dispositions.csv"
(cd "$work/case" && "${run[@]}" --fail-on medium) > "$work/out" 2> "$work/err"
got=$?
sed -i 's/,sustained/,unfounded/' "$work/case/dispositions.csv"
(cd "$work/case" && "${run[@]}" --fail-on medium) > "$work/out" 2> "$work/err"
got=$got$?
echo "exits $got, not 10" > "$work/why"
[ $got = 10 ]
said $? "what was answered as explained or unfounded fails nothing, what is sustained does"
rm "$work/case/dispositions.csv"
holds "and the reports are written all the same" test -s "$work/case/audit/findings.csv" -a -s "$work/out"

# ------------------------------------------------------------------------------------------------------------------- signals

fresh
trap '' HUP
"$FACEAUDIT" run "$work/case" --formats db,csv > "$work/out" 2>&1 &
ignoring=$!
kill -HUP $ignoring
wait $ignoring
got=$?
trap - HUP
echo "exit $got, not 0" > "$work/why"
[ $got = 0 ]
said $? "a hang-up that was ignored before, as under nohup, stays ignored"

# --------------------------------------------------------------------------------------------------------- rules of one's own

own_rule() {  # SQL: a rule of the agency's own
  fresh
  printf '[rules]\nfolder = house\n' >> "$work/case/audit.ini"
  mkdir "$work/case/house"
  cat > "$work/case/house/32.6.2-short-reason.sql" << 'END'
-- rule:     short-reason
-- clause:   32.6.2
-- title:    A reason says more than one word
-- severity: low
-- subject:  event
-- examines: search
-- needs:    user_log.reason
-- says:     Our own order 7.
-- means:    The reason has no space.
-- innocent: A one-word offence.

END
  echo "$1" >> "$work/case/house/32.6.2-short-reason.sql"
}

select_columns="SELECT s.name AS subject, s.user_id, NULL AS report_number, s.occurred_at, '' AS detail, 'One word.' AS explanation, s.source, s.line, s.place AS evidence"
own_rule "$select_columns FROM search s WHERE s.case_number = ''"
done_well "a rule of one's own runs" "${run[@]}"
value "it finds what it asks for" "4" "SELECT group_concat(subject) FROM audit_finding WHERE rule = 'short-reason'"
value "it is marked as one's own" "1|house/32.6.2-short-reason.sql" "SELECT own, ltrim(replace(path, './', ''), '/') FROM rule WHERE rule = 'short-reason'"
holds "the page lists it" grep -q 'short-reason\|A reason says more than one word' "$work/out"
own_rule "$select_columns FROM search s WHERE EXISTS (SELECT 1 FROM audit_finding f WHERE f.subject = s.name AND f.rule = 'unapproved-access')"
sed -i 's/^-- clause:   32.6.2/-- clause:   A.1/' "$work/case/house/32.6.2-short-reason.sql"
done_well "a rule of one's own may read the findings of all others" "${run[@]}"
value "and sees them, whatever its clause" "1" "SELECT (SELECT count(*) FROM audit_finding WHERE rule = 'short-reason') = (SELECT count(*) FROM audit_finding f WHERE rule = 'unapproved-access' AND EXISTS (SELECT 1 FROM audit_search s WHERE s.event = f.subject)) AND (SELECT max(place) FROM rule) = (SELECT place FROM rule WHERE own)"
own_rule "SELECT s.name AS subject, s.user_id, NULL AS report_number, s.occurred_at, abs(-9223372036854775807 - s.line / s.line) AS detail, 'x' AS explanation, s.source, s.line, s.place AS evidence FROM search s"
refused "a rule that fails on a row names its file" 3 'house/32\.6\.2-short-reason\.sql(:[0-9]+)?: .*overflow' "${run[@]}"
own_rule "$select_columns FROM serch s"
refused "a rule that SQLite cannot read names its file" 3 'house/32\.6\.2-short-reason\.sql(:[0-9]+)?: .*serch' "${run[@]}"
own_rule "$select_columns FROM search s WHERE s.case_number = '';

-- otherwise:
SELECT 'does not fire' AS verdict, 'the case is ' || case_number AS words FROM search WHERE event = ?1"
done_well "a rule of one's own may say why it has no finding" "${run[@]}"
sed -i 's/$/\r/' "$work/case/house/32.6.2-short-reason.sql"
done_well "also in a file with the line ends of Windows" "${run[@]}"
holds "and is quoted" bash -c "'$FACEAUDIT' explain '$work/case' event:1 | grep -A1 'short-reason' | grep -q 'the case is '"
own_rule "$select_columns FROM search s;

-- otherwise:
SELECT words FROM serch"
refused "what SQLite cannot read there is refused, too" 3 'house/32\.6\.2-short-reason\.sql(:[0-9]+)?: .*serch' "${run[@]}"
own_rule "$select_columns FROM search s;

-- otherwise:
SELECT name FROM search WHERE event = ?1"
refused "other columns are refused there, too" 3 'house/32\.6\.2-short-reason\.sql(:[0-9]+)?: .*not followed by one SELECT of verdict and words' "${run[@]}"
own_rule "SELECT name FROM search"
refused "a rule with other columns says which it needs" 3 'house/32\.6\.2-short-reason\.sql(:[0-9]+)?: .*returns the columns subject, user_id' "${run[@]}"
own_rule "DELETE FROM event RETURNING 'a' AS subject, '' AS user_id, '' AS report_number, '' AS occurred_at, '' AS detail, '' AS explanation, 1 AS source, 1 AS line, '' AS evidence"
refused "a rule that writes is refused" 3 'house/32\.6\.2-short-reason\.sql(:[0-9]+)?: a rule only reads: make it one SELECT' "${run[@]}"
own_rule "$select_columns FROM search s; SELECT 1"
refused "a second statement, which would not run, is refused" 3 'short-reason\.sql: a second statement follows the SELECT' "${run[@]}"
own_rule "$select_columns FROM search s; -- that is all
-- of it"
done_well "a remark behind it is none" "${run[@]}"
row_rule() { # COLUMN VALUE PATTERN SENTENCE
  own_rule "SELECT s.name AS subject, s.user_id, NULL AS report_number, s.occurred_at, '' AS detail, 'One word.' AS explanation, s.source, s.line, s.place AS evidence FROM search s"
  sed -i -E "s/(s\.name|s\.occurred_at|'One word\.'|s\.source|s\.line)( AS)? ?($1)/$2 AS $1/; s/, s\.$1,/, $2 AS $1,/" "$work/case/house/32.6.2-short-reason.sql"
  refused "$4" 3 "short-reason\\.sql: row 1 of the SELECT: $3" "${run[@]}"
}
row_rule subject NULL 'subject is empty' 'a finding of a rule of one'"'"'s own has a subject'
row_rule explanation "''" 'explanation is empty' 'and an explanation'
row_rule occurred_at "'last Tuesday'" 'occurred_at is no moment' 'and a moment, or none'
row_rule line 0 'source and line are not a row' 'and a line, or none'
row_rule source 99 'source and line are not a row' 'of a file that was read'
own_rule "SELECT s.name AS subject, s.user_id, NULL AS report_number, s.occurred_at, hex(zeroblob(900000)) AS detail, 'x' AS explanation, s.source, s.line, s.place AS evidence FROM search s"
refused "a text without an end is refused" 3 'short-reason\.sql: its SQL makes a text of more than 1000000 bytes: cut it' "${run[@]}"
own_rule "$select_columns FROM search s"
sed -i 's/^-- severity: low/-- severity: awful/' "$work/case/house/32.6.2-short-reason.sql"
refused "a rule of no known severity is refused" 3 'short-reason\.sql(:[0-9]+)?: severity "awful" is not known: use one of critical, high' "${run[@]}"
own_rule "$select_columns FROM search s"
sed -i 's/^-- examines: search/-- examines: serches/' "$work/case/house/32.6.2-short-reason.sql"
refused "a rule that examines no view names its file" 3 'short-reason\.sql(:[0-9]+)?: .*serches' "${run[@]}"
own_rule "$select_columns FROM search s"
sed -i 's/^-- rule:     short-reason/-- rule:     orphan-search/' "$work/case/house/32.6.2-short-reason.sql"
refused "a rule of a name already taken is refused" 3 'short-reason\.sql(:[0-9]+)?: rule "orphan-search" is also in .*: rename' "${run[@]}"

echo "1..$number"
