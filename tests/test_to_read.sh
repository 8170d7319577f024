#!/usr/bin/env bash
# Passages to read have their own part in the PDF, the page, the workbook and on the terminal, each question stands there once, and all four count the same. TAP.
set -uo pipefail
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0
check() { # TITLE PROBLEMS: passes where there are none
  number=$((number + 1))
  if [ -z "$2" ]; then echo "ok $number - $1"; else echo "not ok $number - $1"; printf '%s\n' "$2" | sed 's/^/# /'; fi
}
query() { sqlite3 -readonly "$work/out/audit.db" "$1"; }
cells() { python3 tests/sheets.py "$work/out/audit.xlsx" > "$work/cells"; }
# FILE: ids that do not stand there once
not_once() { for id in $ids; do [ "$(grep -ow "$id" "$1" | wc -l)" = 1 ] || echo "$id stands $(grep -ow "$id" "$1" | wc -l) times"; done; }

"$FACEAUDIT" run tests/years/E/exports -o "$work/out" > "$work/page" || { echo 'not ok 1 - the year is audited'; exit 1; }
ids=$(query 'SELECT DISTINCT passage_id FROM audit_passage WHERE answer IS NULL') count=$(wc -w <<< "$ids")
cells
pdftotext -layout "$work/out/audit.pdf" "$work/pdf"
check 'some questions concern several rules or searches' "$(query "SELECT 'none' WHERE $count = (SELECT count(*) FROM audit_passage)")"
check 'each question stands once on the terminal' "$(not_once "$work/page")"
check 'each question stands once in the PDF' "$(not_once "$work/pdf")"
check 'each question stands once on the page, in a part of its own to which the figure leads' "$(not_once "$work/out/audit.html"
  sed -n '/<section [^>]*id="to-read"/,/<\/section>/p' "$work/out/audit.html" > "$work/part"; not_once "$work/part"
  grep -q '<li><a href="#to-read"[^>]*><span>To be read' "$work/out/audit.html" || echo 'no link')"
check 'each question stands once in the sheet To read, and nothing else' "$(grep '^To read' "$work/cells" > "$work/sheet"; not_once "$work/sheet"
  [ "$(wc -l < "$work/sheet")" = $((count + 1)) ] || wc -l "$work/sheet")"
check 'a question that two rules ask names both' "$(grep -q 'unstated-purpose, unauthorized-purpose' "$work/sheet" || cat "$work/sheet")"
check 'page 1 of the PDF, the terminal, the page and the workbook count the questions the same' "$(
  sed -n 's/^  To be read  *\([0-9,]*\) .*/\1/p' "$work/page" > "$work/counts"
  pdftotext -layout -f 1 -l 1 "$work/out/audit.pdf" - | awk 'at { if (NF) { split(substr($0, at), words); print words[1]; exit } } { at = at ? at : index($0, "To be read") }' >> "$work/counts"
  grep -o '<span>To be read</span> <b>[0-9,]*' "$work/out/audit.html" | sed 's/.*>//' >> "$work/counts"
  grep '^Summary' "$work/cells" | grep -A1 '=◇ To be read' | tail -n 1 | grep -o "=n$count\b" | sed 's/=n//' >> "$work/counts"
  [ "$(grep -cx "$count" "$work/counts")" = 4 ] || { echo "$count"; cat "$work/counts"; })"
check 'the Summary says what the sign means, and how many words were never tried' "$(grep '^Summary' "$work/cells" > "$work/summary"
  for words in '◇ to be read by a person' '=Untried words' '=To read'; do grep -q "$words" "$work/summary" || echo "no $words"; done)"
echo "1..$number"
