#!/usr/bin/env bash
# records releases what is public, withholds what a citation in force covers, leaves the rest to a person, and proves that nothing withheld is left. TAP.
set -uo pipefail
unset SOURCE_DATE_EPOCH
. tests/tap.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
python3 tests/release/make.py "$work/in" > "$work/wanted"
out=$work/in/audit
"$FACEAUDIT" run "$work/in" --formats db > /dev/null 2> "$work/said" || cat "$work/said"
records() { "$FACEAUDIT" records "$out" --as-of 2026-12-01 "$@" > "$work/page" 2> "$work/said"; status=$?; }
released() { python3 tests/release/read.py "$out/records" "$@"; }

records --request 26-1 --review "$work/wait.csv"
check "a release is written" "$([ $status = 0 ] || cat "$work/said")"
released cells "$work/wanted" > "$work/wrong"
while IFS=$'\t' read -r event column outcome cite && read -r wrong <&3; do
  check "search $event, $column: $outcome${cite:+ under $cite}" "$wrong"
done < "$work/wanted" 3< "$work/wrong"
check "of a text only the part that is exempt is cut" "$(grep -qF 'theft suspect, SSN [119.071(5)(a)5., F.S.]' "$out/records/searches.csv" || grep '^.*SSN' "$out/records/searches.csv"
  grep -qF 'theft suspect [119.071(2)(c)1., F.S.] at the mall' "$out/records/searches.csv" || grep 'at the mall' "$out/records/searches.csv")"
check "a name that is withheld in one case is released in another" "$([ "$(grep -c 'Ortega, Lia' "$out/records/searches.csv")" = 1 ] || grep Ortega "$out/records/searches.csv")"
check "time, officer, number and type are released in every row" "$(released whole)"
check "the raw bytes of the release hold no withheld value" "$(released leaks Quill Cole Wynn Tull-SSN:900-12-3456 Falk nfalk Ivey Noll Rao Hale Mott Sato Zorbano)"
check "each cell that is withheld or waits is in the redaction log, with citation and basis" "$(released logged)"
check "the letter says what is withheld, under what, and why there" "$(tr -s ' \n' ' ' < "$out/records/letter.txt" > "$work/letter"
  for words in '119.071(2)(c)1., F.S. (exempt)' 'Candidate selected, Probe image' 'names a person looked for in case 2026-00000001, an active criminal investigation (status Open)' 'names a witness to a murder of 2025-08-01' 'until 2027-08-01' 'NOT CONFIRMED BY COUNSEL' '119.07(1)(e) and (f)'; do grep -qF "$words" "$work/letter" || echo "lacks: $words"; done)"
check "the key of codes is beside audit.ini, private, and in no release" "$([ "$(stat -c %a "$work/in/pseudonym.key")" = 600 ] || ls -l "$work/in"; grep -rqF "$(cat "$work/in/pseudonym.key")" "$out" && echo 'the key is in the output')"
cp "$out/records/searches.csv" "$work/first.csv"
records --request 26-1
check "the same request gives the same cells and codes" "$(cmp "$work/first.csv" "$out/records/searches.csv" 2>&1)"
check "and keeps no second copy of what is the same" "$(ls -d "$out"/records-* 2> /dev/null)"
check "the register has a line for each release" "$([ "$(grep -c '^26-1,2026-12-01,' "$work/in/releases.csv")" = 2 ] || cat "$work/in/releases.csv")"
"$FACEAUDIT" verify "$out" > "$work/page" 2> "$work/said"
check "verify covers the release" "$(grep -q 'records/manifest-sha256.txt' <(tr -d '\n ' < "$work/page") || cat "$work/page" "$work/said")"

# Answers: the first that waits is withheld by a person, the second released.
python3 - "$work/wait.csv" "$work/answers.csv" << 'EOF'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], newline="")))
for row in rows[1:]:
    if row[0] == "5": row[4:] = ["withhold", "119.071(2)(c)1.", "Ann Clerk", "2026-12-02"]
    if row[0] == "6": row[4:] = ["Release", "", "Ann Clerk", "2026-12-02"]
csv.writer(open(sys.argv[2], "w", newline="")).writerows(rows)
EOF
records --request 26-1 --answers "$work/answers.csv"
check "what a person withheld is cited and logged with who and when" "$([ $status = 0 ] || cat "$work/said"; released cell 5 'Candidate selected' withheld '119.071(2)(c)1.'; released by 5 'Ann Clerk, 2026-12-02')"
check "what a person released is released" "$(released cell 6 'Candidate selected' released '')"
tr -s ' \n' ' ' < "$work/page" > "$work/line"
check "a later release says what changed, and keeps the one before" "$(grep -qE 'since the last [0-9]+ searches are in both; of their cells 1 are released now and were not, 0 are not released now and were \(what was handed out cannot be called back\), 1 differ otherwise; 0 searches were only then, 0 are only now' "$work/line" || cat "$work/page"
  cmp "$work/first.csv" "$out/records-1/searches.csv" 2>&1; cd "$out/records-1" && sha256sum -c --quiet --strict manifest-sha256.txt 2>&1)"
check "its cover says so too" "$(unzip -p "$out/records/records.xlsx" xl/sharedStrings.xml | grep -q 'Since the last release' || echo 'not on the cover')"
cp "$out/records/searches.csv" "$work/second.csv"
records --request 26-1
tr -s ' \n' ' ' < "$work/page" > "$work/line"
check "what was released and is not any more is counted apart" "$(grep -qF 'of their cells 0 are released now and were not, 1 are not released now and were' "$work/line" || cat "$work/page"; cmp "$work/second.csv" "$out/records-2/searches.csv" 2>&1)"
check "of random releases none has a withheld value left, a cell changed, or a mark that is not logged" "$(python3 tests/release/property.py "$FACEAUDIT" 5)"
# Findings on request: none of their words, and before the audit is final not even which search it is.
sheet() { unzip -p "$1" xl/sharedStrings.xml xl/worksheets/sheet3.xml; }
names() { unzip -p "$1" xl/workbook.xml | grep -o '<sheet name="[^"]*"' | cut -d'"' -f2 | tr '\n' ','; }
found=$(sqlite3 "$out/audit.db" "SELECT count(*) FROM audit_finding f WHERE subject_kind = 'event'")
check "the test has findings on searches" "$([ "$found" -gt 0 ] || echo "$found")"
records --formats xlsx -o "$work/without"
check "nobody asked for findings: there is no sheet of them" "$([ "$(names "$work/without/records.xlsx")" = 'Cover,Searches,Redaction log,' ] || names "$work/without/records.xlsx")"
records --findings --formats xlsx -o "$work/early"
titles=$(sqlite3 "$out/audit.db" "SELECT DISTINCT title FROM audit_finding WHERE subject_kind = 'event' AND rule NOT IN ('personal-connection', 'family-name', 'repeat-subject', 'subject-by-many')")
check "before the audit is final its findings wait, and are not told" "$([ "$(names "$work/early/records.xlsx")" = 'Cover,Searches,Findings,Redaction log,' ] || names "$work/early/records.xlsx"
  sheet "$work/early/records.xlsx" > "$work/strings"; while read -r title; do grep -qF "$title" "$work/strings" && echo "tells $title"; done <<< "$titles"; grep -qF 'the audit is not final' "$work/strings" || echo 'does not say why')"
sed -i 's/^statuses_on/audit_final = 2026-11-30\nstatuses_on/' "$work/in/audit.ini"
"$FACEAUDIT" run "$work/in" --formats db > /dev/null 2> "$work/said" || cat "$work/said"
records --findings --formats xlsx -o "$work/late"
check "after it they are told by what must hold" "$(sheet "$work/late/records.xlsx" > "$work/strings"; while read -r title; do grep -qF "$title" "$work/strings" || echo "lacks $title"; done <<< "$titles"; python3 tests/release/read.py "$work/late" leaks Quill Cole Wynn Falk Ivey Noll Rao Hale Mott Sato Zorbano)"
# Every cell that waits can be answered, in the file as it is and as a spreadsheet saves it.
answer() { python3 - "$work/wait.csv" "$work/all.csv" "$1" "$2" << 'EOF'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], newline="")))
with open(sys.argv[2], "w", newline="", encoding="utf-8-sig") as file:
    csv.writer(file, delimiter=sys.argv[4]).writerows([rows[0], *(row[:4] + [sys.argv[3], "119.071(2)(c)1" if sys.argv[3] == "withhold" else "", "Ann Clerk", "2026-12-02"] for row in rows[1:])])
EOF
}
for decision in release withhold; do
  answer $decision "$([ $decision = release ] && echo , || echo ';')"
  records --answers "$work/all.csv" --formats csv -o "$work/all-$decision"
  check "what waits can be answered with $decision, and then nothing waits" "$([ $status = 0 ] && grep -F '[review]' "$work/all-$decision/searches.csv" || cat "$work/said")"
done
answer release ,
python3 tests/spreadsheets.py "$work/all.xlsx" "$work/all.csv"
records --answers "$work/all.xlsx" --formats csv -o "$work/all-book"
check "or in a workbook that the file was saved as" "$([ $status = 0 ] && cmp "$work/all-release/searches.csv" "$work/all-book/searches.csv" || cat "$work/said")"
check "what a spreadsheet would run is marked in the review file and in the release" "$(grep -qF "\"'=HYPERLINK" "$work/wait.csv" || grep HYPER "$work/wait.csv"; grep -qF "\"'=HYPERLINK" "$work/all-release/searches.csv" || grep HYPER "$work/all-release/searches.csv")"
sed 's/^5,Candidate selected,/5555,Candidate selected,/' "$work/answers.csv" > "$work/changed.csv"
records --answers "$work/changed.csv" --formats csv -o "$work/lost"
check "a decision that fits nothing is told" "$([ $status = 0 ] && grep -q '1 decision is to nothing that waits' "$work/said" || cat "$work/said")"
refused() { # SENTENCE STATUS WORDS ARGUMENT...
  local sentence=$1 wanted=$2 words=$3
  shift 3
  records "$@"
  check "$sentence" "$([ "$status" = "$wanted" ] && grep -qE -- "$words" "$work/said" || { echo "exit $status"; cat "$work/said"; })"
}
change() { sed "s/withhold,119.071(2)(c)1.,Ann Clerk,2026-12-02/$1/" "$work/answers.csv" > "$work/changed.csv"; }
change 'withhold,119.071(5)(g)1.,Ann Clerk,2026-12-02'
refused "the citation of fingerprints is refused for a face" 3 'is no ground to withhold' --answers "$work/changed.csv"
change 'withhold,112.533(2)(a),Ann Clerk,2026-12-02'
refused "a citation that was renumbered is refused after its last day" 3 'is not in force on 2026-12-01' --answers "$work/changed.csv"
change 'withhold,119.07(3)(x),Ann Clerk,2026-12-02'
refused "a citation that is in no table is refused" 3 'is not in the table' --answers "$work/changed.csv"
change 'withhold,119.071(2)(c)1.,,'
refused "a decision without a name is refused" 3 'needs who decided it' --answers "$work/changed.csv"
python3 - "$work/wait.csv" "$work/changed.csv" << 'EOF'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], newline="")))
for row in rows[1:]:
    if row[0] == "127": row[4:] = ["withhold", "119.071(2)(c)1.", "Ann Clerk", "2026-12-02"] if row[1] == "Candidate selected" else ["release", "", "Ann Clerk", "2026-12-02"]
csv.writer(open(sys.argv[2], "w", newline="")).writerows(rows)
EOF
refused "a name that is withheld in one cell and released in another of its row is refused" 3 'search 127: Reason as released names the candidate' --answers "$work/changed.csv"
sed '/^5,/{p;s/withhold,119.071(2)(c)1./release,/;}' "$work/answers.csv" > "$work/changed.csv"
refused "two decisions on one cell are refused" 3 'decides otherwise than row' --answers "$work/changed.csv"
refused "a review file that is there is not written over" 3 'may hold decisions' --review "$work/wait.csv"
change 'hide,119.071(2)(c)1.,Ann Clerk,2026-12-02'
refused "a word that is no decision is refused" 3 'is no decision' --answers "$work/changed.csv"
records --request 26-2 --estimate -o "$work/none"
check "an estimate writes nothing and says rows, cells and minutes" "$([ $status = 0 ] && [ ! -e "$work/none" ] && grep -q 'minutes' "$work/page" || cat "$work/page" "$work/said")"
records --from 2026-01-01 --to 2026-12-31 --user mmarsh --columns 'Date and time,Reason' --formats csv -o "$work/part"
check "days, user, columns and formats narrow a release" "$(ls "$work/part" | tr '\n' ' ' | grep -qx 'letter.txt manifest-sha256.txt searches.csv ' || ls "$work/part"; grep -q 'nfalk\|person-\|2025-' "$work/part/searches.csv" && cat "$work/part/searches.csv"; grep -q 'Ortega' "$work/part/searches.csv" && echo 'a column that was not asked for')"
refused "a release of one account under cover is refused: it would say whose it is" 3 'would say whose they are' --user nfalk -o "$work/cover"
refused "nor one that is listed by its id alone" 3 'would say whose they are' --user rr8 -o "$work/cover"
records --subject 'Ortega, Lia' -o "$work/subject"
check "a release by a name that it withholds says so to whoever makes it" "$([ $status = 0 ] && grep -q 'do not release the name that was asked for' "$work/said" || cat "$work/said")"
for request in 'Noll, Eve' 'for EVE NÓLL, please' 'theft suspect Zorbano' '26-1 =hyperlink("x")'; do
  refused "the proof finds what is withheld in the number of a request: $request" 4 'which is withheld: nothing was released' --request "$request" -o "$work/proof"
done
check "and nothing is left of that release" "$(ls -A "$work/proof" 2> /dev/null)"
records --request 'Nollan, Eve' --formats csv -o "$work/near"
check "a longer name is not the one withheld" "$([ $status = 0 ] || cat "$work/said")"
refused "days in the wrong order are refused" 2 'comes after' --from 2026-02-01 --to 2026-01-01
sed -i 's/^statuses_on/cleared_by_arrest = maybe\nstatuses_on/' "$work/in/audit.ini"
"$FACEAUDIT" run "$work/in" --formats db > /dev/null 2> "$work/said"
check "a setting of releases is checked like any other" "$(grep -q 'cleared_by_arrest = maybe is not known' "$work/said" || cat "$work/said")"
plan
