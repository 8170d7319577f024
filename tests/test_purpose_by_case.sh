#!/usr/bin/env bash
# Reasons that name their case and no purpose: what the report that they lead to says of them, and when it may not.
set -uo pipefail
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0

# REASON TYPE NARRATIVE [CITED]: audits a search that gives REASON and cites CITED (else its report); prints its purpose, and why where its case decided.
purpose() {
  rm -rf "$work/in" "$work/out"
  mkdir "$work/in"
  printf '[agency]\nname = Harbor Police Department\ntimezone = America/New_York\n[period]\nfrom = 2024-01-01\nto = 2024-12-31\n[inputs]\nuser_log = log.csv\nincident_reports = reports.csv\n' > "$work/in/audit.ini"
  printf 'Event ID,Search Time,User ID,Action,Case Number,Reason\n500,2024-03-01 10:00:00,amarsh,SEARCH,%s,"%s"\n' "${4-24-000901}" "$1" > "$work/in/log.csv"
  printf 'Report Number,Date Reported,Incident Type,Officer,Narrative\n24-000901,2024-03-01 12:00,%s,"Marsh, Alex","%s"\n' "$2" "$3" > "$work/in/reports.csv"
  for other in 902 903 904; do
    printf '24-000%d,2024-05-0%d 12:00,Theft,"Marsh, Alex","A bicycle was taken, with panniers. Nobody saw it."\n' $other $((other - 900)) >> "$work/in/reports.csv"
  done
  "$FACEAUDIT" run "$work/in" -o "$work/out" --formats db > "$work/said" 2>&1 || { cat "$work/said"; return; }
  sqlite3 -readonly "$work/out/audit.db" "SELECT purpose || coalesce(': ' || words || '; ' || by_case, '') FROM reason"
}

is() {  # TITLE EXPECTED-PATTERN ACTUAL
  number=$((number + 1))
  if [[ $3 =~ $2 ]]; then echo "ok $number - $1"; else echo "not ok $number - $1"; sed 's/^/# /' <<< "$3"; fi
}

used='I ran the still of the female with the crossbow quivers through facial recognition to identify her. No match was returned.'
is 'a reason that names its case is of the crime that its report tells of' '^criminal: quivers; .*24-000901 \(Retail Theft\), documents the use' "$(purpose 'quivers gal no 1' 'Retail Theft' "$used")"
is 'not where the report tells of something else' '^unclear$' "$(purpose 'zarzuela gal no 1' 'Retail Theft' "$used")"
is 'not where its incident type is no crime' '^unclear$' "$(purpose 'quivers gal no 1' 'Assist Other Agency' "$used")"
is 'not where the report documents no use' '^unclear$' "$(purpose 'quivers gal no 1' 'Retail Theft' 'A female took crossbow quivers. No suspects.')"
is 'not where no report is linked' '^unclear$' "$(purpose 'quivers gal no 1' 'Retail Theft' "$used" '24-777777')"
is 'a word of nothing but many reports is no case' '^unclear$' "$(purpose 'zarzuela panniers' 'Retail Theft' "A bicycle with panniers was taken. $used")"
is 'a reason that says a private purpose stays what it says' '^unauthorized$' "$(purpose 'my ex girlfriend, quivers' 'Retail Theft' "$used")"
echo "1..$number"
