#!/usr/bin/env bash
# The year after: init takes over last year's settings, and the audit names the one before it. TAP.
set -uo pipefail
unset SOURCE_DATE_EPOCH
. tests/tap.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/2024" "$work/2025"
sed -n '1p;3p' samples/faces_user_log.csv | sed -E 's,[0-9]{2}/[0-9]{2}/2024,08/05/2023,' > "$work/2024/log.csv"
cp samples/{faces_user_log,incident_reports,personnel}.csv "$work/2025"
grep -vE '^(#|$|incident|personnel|chief|duty|disposi)' samples/audit.ini | sed 's/^from = .*/from = 2023-07-01/; s/^to = .*/to = 2024-06-30/; s/^user_log = .*/user_log = log.csv/' > "$work/2024/audit.ini"
cat >> "$work/2024/audit.ini" << 'EOF'

[thresholds]
repeat_searches = 4

[severity]
off-hours = info
EOF
"$FACEAUDIT" run "$work/2024" --formats db > /dev/null 2> "$work/said" || cat "$work/said"
printf '\n[columns.user_log]\nworkstation = Terminal of long ago\n' >> "$work/2024/audit.ini"

lines() { for line in "$@"; do grep -qxF -- "$line" "$work/2025/audit.ini" || echo "lacks: $line"; done; }
"$FACEAUDIT" init "$work/2025" --like "$work/2024" > "$work/page" 2>&1
check "init takes agency, zone and units from last year" "$(lines 'name = New Heron Beach Police Department' 'timezone = America/New_York' 'authorized_units = Criminal Investigations Unit')"
check "the period is the year that follows" "$(lines 'from = 2024-07-01' 'to = 2025-06-30')"
check "thresholds and severities are taken over, this year's files are named" "$(lines 'repeat_searches = 4' 'off-hours = info' 'user_log = faces_user_log.csv')"
check "a column that this year's file lacks is a comment" "$(lines '# workstation = Terminal of long ago')"
check "the earlier audit is named" "$(lines 'earlier_audit = ../2024/audit')"
run() { "$FACEAUDIT" run "$work/2025" --formats db "$@" > "$work/page" 2> "$work/said"; status=$?; }
query() { sqlite3 -readonly "$work/2025/audit/audit.db" "$1"; }
run
check "what init wrote runs as it is" "$([ $status = 0 ] || cat "$work/said")"
equals "a year after the last audit, the yearly audit is compliant" compliant "$(query "SELECT status FROM audit_clause WHERE rule = 'audit-overdue'")"
run --as-of 2025-10-01
equals "one of fifteen months later is an exception" "458 days" "$(query "SELECT detail FROM audit_finding WHERE rule = 'audit-overdue'")"
check "the manifest chains to the earlier one" "$(grep -q "^# earlier manifest: $(sha256sum < "$work/2024/audit/manifest-sha256.txt" | cut -d' ' -f1)" "$work/2025/audit/manifest-sha256.txt" || grep '^#' "$work/2025/audit/manifest-sha256.txt")"
echo '# changed: afterwards' >> "$work/2024/audit/manifest-sha256.txt"
"$FACEAUDIT" verify "$work/2025" > "$work/page" 2>&1
check "verify finds an earlier manifest that was changed" "$(grep -q 'changed .*2024/audit/manifest-sha256.txt' <(tr -d '\n ' < "$work/page" | sed 's/changed/changed /g') || cat "$work/page")"
sed -i '/^earlier_audit/d; /^\[provenance\]/d' "$work/2025/audit.ini"
run
check "without an earlier audit the clause is not tested, and says what to name" "$(query "SELECT status || ': ' || why FROM audit_clause WHERE rule = 'audit-overdue'" | grep -q '^not tested: No earlier audit' || query "SELECT status, why FROM audit_clause WHERE rule = 'audit-overdue'")"

refused() { # SENTENCE VALUE WORDS
  sed -i '/^earlier_audit/d; /^\[provenance\]/d' "$work/2025/audit.ini"
  printf '[provenance]\nearlier_audit = %s\n' "$2" >> "$work/2025/audit.ini"
  run
  check "$1" "$([ $status = 3 ] && grep -qE "audit.ini:[0-9]+: earlier_audit = .*$3" "$work/said" || cat "$work/said")"
}
refused "an earlier audit that is not there is refused with its line" ../2019 'there is no manifest-sha256.txt'
cp -r "$work/2024" "$work/other"
sed -i 's/^# audit of: .*/# audit of: Harbor Police Department/' "$work/other/audit/manifest-sha256.txt"
refused "an earlier audit of another agency is refused" ../other 'is an audit of Harbor Police Department, not of New Heron'
"$FACEAUDIT" init "$work/2025" --like "$work/nowhere" > "$work/page" 2>&1
equals "init like a year that is not there is refused" 3 $?
plan
