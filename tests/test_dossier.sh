#!/usr/bin/env bash
# dossier writes one case file: what the rows show, what speaks for the person, each search with its evidence, and nothing of others. TAP.
set -uo pipefail
unset SOURCE_DATE_EPOCH
. tests/tap.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
cp samples/*.csv samples/audit.ini "$work/in"
out=$work/in/audit
"$FACEAUDIT" run "$work/in" --formats db > /dev/null 2>&1
dossier() { "$FACEAUDIT" dossier "$out" "$@" > "$work/page" 2> "$work/said"; status=$?; }
text() { pdftotext -layout "$out/$1" - | tr -s ' \n' ' ' > "$work/text"; } # FILE
holds() { for words in "$@"; do grep -qF -- "$words" "$work/text" || echo "lacks: $words"; done; }
refused() { # SENTENCE STATUS WORDS ARGUMENT...
  local sentence=$1 wanted=$2 words=$3
  shift 3
  dossier "$@"
  check "$sentence" "$([ "$status" = "$wanted" ] && grep -qE -- "$words" "$work/said" || { echo "exit $status"; cat "$work/said"; })"
}
query() { sqlite3 -readonly "$out/audit.db" "$1"; }

dossier --user dokonkwo --status open --status-on 2025-08-01 --known-on 06/15/2023 --known-by 'Lt. Reyes'
check "a case file of an account is written" "$([ $status = 0 ] || cat "$work/said")"
check "its files have a manifest of their own" "$(cd "$out" && sha256sum -c --quiet --strict dossier-dokonkwo-sha256.txt 2>&1)"
text dossier-dokonkwo.pdf
check "the status, the day of first knowledge and the 180th day after it are at its head" "$(holds 'open since 2025-08-01' '2023-06-15 to Lt. Reyes' '2023-12-12, not counting tolling')"
check "every matter of the account is told, with what its rows do not exclude" "$(query "SELECT rtrim(substr(sentence, 1, 40)) FROM audit_matter WHERE user_id = 'dokonkwo' AND findings" | while read -r words; do holds "$words"; done; holds 'not excluded' 'Usual explanations')"
searches=$(query "SELECT count(*) FROM audit_search WHERE user_id = 'dokonkwo'")
clean=$(query "SELECT count(*) FROM audit_search WHERE user_id = 'dokonkwo' AND event NOT IN (SELECT subject FROM audit_finding WHERE subject_kind = 'event')")
check "what speaks for the person is counted over the same searches" "$(holds "Searches without any finding on them $clean of $searches")"
pdftotext -f 1 -l 1 -layout "$out/dossier-dokonkwo.pdf" - | tr -s ' \n' ' ' > "$work/text"
check "it stands on page 1 with what the records show" "$(holds 'What the records show' 'What speaks for the person')"
check "so does one line of authority, duty and searches" "$(holds 'Authority, duty and searches on one line' 'Duty on record' 'Access approved 2022-05-16' 'Trained 2022-05-23' 'Log supplied' '2024-07')"
dossier --user tbriggs --status none
pdftotext -f 1 -l 1 -layout "$out/dossier-tbriggs.pdf" - | tr -s ' \n' ' ' > "$work/text"
check "where there are many matters too" "$(holds 'more, under "Each matter with its rows"' 'Searches after training on record')"
text dossier-dokonkwo.pdf
check "what was not tested, the limits, the questions and blank findings are there" "$(holds 'What was not tested' 'Limits' 'To be asked' 'Findings of fact' 'Standard of proof' 'Custody' "$(sha256sum < samples/personnel.csv | cut -c1-30)")"
check "a place among colleagues is named only where there is something to count" "$(holds 'a month (median 0.0). 7 of')"
check "a search whose report has a finding is not said to have none" "$(holds 'report 1')"
check "colleagues are counts, not names" "$(holds '8 colleagues had' 'A count is not a reason'; for name in Harlow Briggs Santana Whitlock Delacroix; do grep -qF "$name" "$work/text" && echo "names $name"; done)"
python3 - "$out/dossier-dokonkwo.xlsx" "$searches" > "$work/sheets" 2>&1 << 'EOF'
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
wanted = ["Evidence", "Findings", "Timeline", "Pairs", "Files"]
if names != wanted: print(names)
rows = len(re.findall(r"<row ", book.read("xl/worksheets/sheet1.xml").decode())) - 1
if rows != int(sys.argv[2]): print(f"{rows} rows of evidence for {sys.argv[2]} searches")
EOF
check "the workbook has a row of evidence for each search" "$(cat "$work/sheets")"
cp "$out"/dossier-dokonkwo.* "$work"
dossier --user dokonkwo --status open --status-on 2025-08-01 --known-on 06/15/2023 --known-by 'Lt. Reyes'
check "made again it has the same bytes" "$(cmp "$work/dossier-dokonkwo.pdf" "$out/dossier-dokonkwo.pdf" 2>&1; cmp "$work/dossier-dokonkwo.xlsx" "$out/dossier-dokonkwo.xlsx" 2>&1)"
"$FACEAUDIT" run "$work/in" --formats db > /dev/null 2>&1
check "a later run leaves it alone" "$([ -e "$out/dossier-dokonkwo.pdf" ] || ls "$out")"

dossier --report 24-6138
text dossier-2024-00006138.pdf
check "a report is found in any spelling of its number" "$([ $status = 0 ] || cat "$work/said"; holds 'Case file: report 2024-00006138')"
dossier --subject 'Sofia Kessler'
text "$(cd "$out" && ls dossier-Sofia*.pdf)"
check "who was searched for is found in any order of the name" "$(holds 'Kessler, Sofia' 'faces_user_log.csv:38' 'A name is not a person')"
dossier --subject 'Zebulon Nobody'
text "$(cd "$out" && ls dossier-Zeb*.pdf)"
check "a name that nobody searched for gets that answer" "$([ $status = 0 ] || cat "$work/said"; holds 'No search of the period selected this name')"
dossier --subject $'=cmd|x!A1 <b>\e[31m/../../x'
check "a hostile name stays in the folder and in the text" "$([ $status = 0 ] || cat "$work/said"; [ -z "$(find "$work" -newer "$work/sheets" -name 'x*')" ] || echo 'a file outside'; grep -q $'\e' "$work/page" && echo 'an escape reaches the terminal')"

refused "an account that does not exist is refused, and the nearest named" 2 'dokonkwo' --user dokonkwoo
"$FACEAUDIT" dossier "$out" --report 2024-00008009 > /dev/null 2> "$work/said"
check "the nearest are named once each" "$(grep -q 'report:2024-00008008' "$work/said" || cat "$work/said"; grep -o 'report:[0-9-]*' "$work/said" | sort | uniq -d)"
refused "a report that does not exist is refused" 2 'nothing in this audit is called' --report 1999-1
refused "of two things there is no case file" 2 'one of --user, --report and --subject' --user dokonkwo --report 24-6138
refused "of nothing there is none" 2 'needs --user ID'
refused "an open status needs its day" 2 'needs --status-on' --user dokonkwo --status open
refused "a day that is none is refused" 2 'is not a date' --user dokonkwo --known-on soon
echo changed >> "$out/dossier-dokonkwo.pdf"
refused "a case file that somebody changed is not overwritten" 4 'was changed after faceaudit wrote it' --user dokonkwo
sqlite3 "$out/audit.db" "UPDATE finding_row SET explanation = 'other' WHERE rowid = 1"
refused "an audit that was changed makes no case file" 3 'finding_row was changed' --user dokonkwo -o "$work/other"
plan
