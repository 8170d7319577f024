#!/usr/bin/env bash
# Incomplete is not guilty: a labelled year is cut on purpose, and no cut may make an accusation. What is lacking is said on the first page. TAP.
set -uo pipefail
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0


# The year's log is in two files; here it is one.
whole=$work/year
cp -r tests/years/D/exports "$whole"
chmod -R u+w "$whole"
tail -n +2 "$whole/face_log_2024.csv" >> "$whole/face_log_2023.csv"
sed -i 's/^user_log *=.*/user_log = face_log_2023.csv/' "$whole/audit.ini"

verdict() {  # STATUS TITLE WORDS
  number=$((number + 1))
  if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; sed 's/^/# /' <<< "${3:-}" | head -n 12; fi
}

audit() {  # NAME: audits $work/in; findings in NAME.found, the page in NAME.page
  rm -rf "$work/$1"
  "$FACEAUDIT" run "$work/in" -o "$work/$1" --formats db > "$work/$1.page" 2> "$work/$1.said"
  verdict $? "$1: is audited" "$(cat "$work/$1.said")"
  sqlite3 -readonly "$work/$1/audit.db" "SELECT rule || '|' || subject FROM audit_finding" | LC_ALL=C sort > "$work/$1.found"
  tr -s ' \n' ' ' < "$work/$1.page" > "$work/$1.words"
}

fresh() { rm -rf "$work/in"; cp -r "$whole" "$work/in"; chmod -R u+w "$work/in"; }
file_of() { sed -n "s/^$1 *= *//p" "$whole/audit.ini"; }

# NAME KIND PER-CENT ALLOWED SAYS: the first part of a file alone; only rules of ALLOWED may find what the whole year has not.
cut_file() {
  local name=$1 path new
  fresh
  path=$work/in/$(file_of "$2")
  head -c $(($(stat -c %s "$path") * $3 / 100)) "$whole/$(file_of "$2")" > "$path"
  audit "$name"
  new=$(LC_ALL=C comm -13 "$work/whole.found" "$work/$name.found" | grep -vE "^($4)\|")
  [ -z "$new" ]; verdict $? "$name: the cut accuses nobody" "$new"
  grep -qE -- "$5" "$work/$name.words"; verdict $? "$name: the first page says so" "$(tail -n 30 "$work/$name.page")"
}

share() { sqlite3 -readonly "$work/$1/audit.db" "SELECT share FROM audit_coverage WHERE kind = '$2'"; }
between() { awk -v x="$1" -v a="$2" -v b="$3" 'BEGIN { exit !(x >= a && x <= b) }'; }

fresh
audit whole
[ "$(sqlite3 -readonly "$work/whole/audit.db" "SELECT count(*) FROM audit_coverage")" = 5 ]; verdict $? 'what each kind of input covers is a row'
sqlite3 -readonly "$work/whole/audit.db" "SELECT 1 FROM audit_coverage WHERE share < 0.99" | grep -q 1; [ $? = 1 ]; verdict $? 'a year whose inputs reach over it is covered'

early='log-coverage'
for part in 20 45 70; do
  cut_file "$part per cent of the log" user_log $part "$early" 'Covered: user log .* of the days.*The log covers [0-9]+ of the [0-9]+ days of the period'
  cut_file "$part per cent of the reports" incident_reports $part 'none' 'searches? without a report lies? where the reports supplied do not reach.*no exception, not tested'
done
cut_file 'half of the personnel file' personnel 50 'personnel-incomplete' 'The personnel file lacks [0-9]+ of the [0-9]+ accounts in the log and may be incomplete'
cut_file 'a third of the duty schedule' duty_schedule 33 'none' 'Covered: '
cut_file 'half of the notifications' chief_notifications 50 'chief-not-notified' 'The last notification to the Chief is of [0-9-]+'
silent=$(sqlite3 -readonly "$work/half of the notifications/audit.db" "SELECT subject FROM audit_finding, notices_end WHERE rule = 'chief-not-notified' AND occurred_at > last_on || 'T24' AND explanation NOT LIKE '%The last notification supplied is of%'")
[ -z "$silent" ]; verdict $? 'each finding after the last notification says that the file may end early' "$silent"

fresh; sed -i 's/^to *=.*/to = 2025-08-31/' "$work/in/audit.ini"; audit 'a period a year too long'
new=$(LC_ALL=C comm -13 "$work/whole.found" "$work/a period a year too long.found" | grep -v "^$early|"); [ -z "$new" ]; verdict $? 'a period a year too long accuses nobody' "$new"
between "$(share 'a period a year too long' user_log)" 0.45 0.55; verdict $? 'of a period a year too long the log covers half'
fresh; sed -i 's/^from *=.*/from = 2022-09-01/' "$work/in/audit.ini"; audit 'a period that begins too early'
new=$(LC_ALL=C comm -13 "$work/whole.found" "$work/a period that begins too early.found" | grep -v "^$early|"); [ -z "$new" ]; verdict $? 'a period that begins too early accuses nobody' "$new"

# A quarter of the log is gone from its midst.
fresh; log=$work/in/$(file_of user_log); lines=$(wc -l < "$log")
sed -i "$((lines * 2 / 5)),$((lines * 13 / 20))d" "$log"; audit 'a gap in the log'
new=$(LC_ALL=C comm -13 "$work/whole.found" "$work/a gap in the log.found" | grep -vE '^(log-coverage|log-gap)\|'); [ -z "$new" ]; verdict $? 'a gap in the log accuses nobody' "$new"
[ "$(sqlite3 -readonly "$work/a gap in the log/audit.db" "SELECT gaps FROM audit_coverage WHERE kind = 'user_log'")" = 1 ]; verdict $? 'a gap in the log is one silent stretch'

# What a person knows stands in [coverage].
fresh; printf '\n[coverage]\nincident_reports = 2023-09-01 to 2023-12-31\npersonnel = 2023-09-01 to 2023-10-31; 2024-01-01 to 2024-08-31\n' >> "$work/in/audit.ini"; audit 'coverage by audit.ini'
late=$(sqlite3 -readonly "$work/coverage by audit.ini/audit.db" "SELECT rule, subject FROM audit_finding WHERE (rule = 'orphan-search' AND occurred_at > '2024-01-01') OR (rule IN ('unauthorized-user', 'unapproved-access', 'untrained-user') AND occurred_at BETWEEN '2023-11-01' AND '2024-01-01')")
[ -z "$late" ]; verdict $? 'nothing is accused outside the days that audit.ini gives' "$late"
[ "$(sqlite3 -readonly "$work/coverage by audit.ini/audit.db" "SELECT first_at || ' ' || last_at || ' ' || by FROM audit_coverage WHERE kind = 'incident_reports'")" = '2023-09-01 2023-12-31 audit.ini' ]; verdict $? 'audit.ini overrides what was worked out'
[ -z "$(sqlite3 -readonly "$work/coverage by audit.ini/audit.db" "SELECT rule FROM audit_clause WHERE status = 'compliant' AND why LIKE '%Not tested:%'")" ]; verdict $? 'a rule of which something lay outside is not compliant'

# A file of a header alone is an export that failed: nobody is accused by rows that it has not.
same='^(personnel-incomplete|shared-credentials\|hutchinsk$)' # the latter is in the whole year, spelt as in the personnel file
for kind in incident_reports personnel duty_schedule; do
  fresh; path=$(file_of $kind); grep -m 1 -aE "Report #|FR Login" "$whole/$path" > "$work/in/$path"; audit "a header alone for $kind"
  new=$(LC_ALL=C comm -13 "$work/whole.found" "$work/a header alone for $kind.found" | grep -viE "$same"); [ -z "$new" ]; verdict $? "a header alone for $kind accuses nobody" "$new"
  [ "$(share "a header alone for $kind" $kind)" = 0.0 ]; verdict $? "a header alone for $kind covers no day"
  grep -q 'no day of the period' "$work/a header alone for $kind.words"; verdict $? "a header alone for $kind is said on the first page"
done

# A last record cut short is said.
fresh; log=$work/in/$(file_of user_log); head -c -40 "$whole/$(file_of user_log)" > "$log"; audit 'a last record cut short'
grep -q 'looks cut off' "$work/a last record cut short.words"; verdict $? 'a last record cut short is said on the first page' "$(tail -n 30 "$work/a last record cut short.page")"
grep -q 'looks cut off' "$work/a last record cut short.said"; verdict $? 'and on standard error' "$(cat "$work/a last record cut short.said")"
# Of two accounts, too: where so few are missing the file is not called incomplete for that.
mkdir "$work/few"
cat > "$work/few/audit.ini" << 'END'
[agency]
name = Test PD
timezone = America/New_York
authorized_units = CIU
[period]
from = 2023-01-01
to = 2023-12-31
[inputs]
user_log = log.csv
personnel = personnel.csv
END
head -n 1 samples/personnel.csv > "$work/few/personnel.csv"
printf '%s\n' 'Log ID,Date/Time,User ID,User Name,Action,Case Number,Reason' '1,2023-06-05 10:00:00,amarsh,"Marsh, Amy",SEARCH,23-1,robbery' '2,2023-06-06 10:00:00,bcole,"Cole, Bo",SEARCH,23-2,robbery' > "$work/few/log.csv"
"$FACEAUDIT" run "$work/few" --formats db > "$work/few.words" 2>&1
few=$(sqlite3 "$work/few/audit/audit.db" "SELECT rule, subject FROM audit_finding")
[ -z "$few" ]; verdict $? 'a personnel file of a header alone accuses neither of two accounts' "$few"
echo "1..$number"
