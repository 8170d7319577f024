#!/usr/bin/env bash
# verify holds an output folder against its manifest, names what changed, and makes the audit again. TAP.
set -uo pipefail
unset SOURCE_DATE_EPOCH
. tests/tap.sh
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir "$work/in"
cp samples/*.csv samples/audit.ini "$work/in"
out=$work/in/audit
"$FACEAUDIT" run "$work/in" --formats db,csv,xlsx --as-of 2025-08-01 > /dev/null 2>&1
fresh() { rm -rf "$work/try" && cp -r "$work/in" "$work/try"; }
verify() { "$FACEAUDIT" verify "$@" > "$work/page" 2> "$work/said"; status=$?; }
# STATUS then the words that standard output must hold, in lines.
expect() {
  local wanted=$1 problem=
  [ "$status" = "$wanted" ] || problem="exit $status: $(cat "$work/said")"
  shift
  for words in "$@"; do grep -qE -- "$words" "$work/page" "$work/said" || problem+="lacks \"$words\""$'\n'; done
  [ -z "$problem" ] || { echo "$problem"; cat "$work/page"; }
}

verify "$out"
check "a fresh audit is as its manifest lists it, inputs and settings too" "$(expect 0 'outputs +3 of 3' 'inputs +7 of 7' 'Every file is as')"
check "sha256sum -c checks outputs, inputs, settings and ledger alone" "$(cd "$out" && sha256sum -c --quiet --strict manifest-sha256.txt 2>&1; grep -c '  \.\./' manifest-sha256.txt | grep -vx 7)"
check "the manifest names program, rules, word lists, period and date" \
  "$(for key in 'audit of: New Heron' 'period: 2024-07-01 to 2025-06-30' 'dated: 2025-08-01' 'program: faceaudit [0-9]' 'rules: [0-9a-f]{64}' 'reading of words: [0-9a-f]{64}'; do grep -qE "^# $key" "$out/manifest-sha256.txt" || echo "$key"; done)"
"$FACEAUDIT" run "$work/in" -o "$work/far/away" --formats db --as-of 2025-08-01 > /dev/null 2>&1
check "an audit elsewhere lists its inputs by the way to them" "$(cd "$work/far/away" && sha256sum -c --quiet --strict manifest-sha256.txt 2>&1; grep -q '  ../../in/audit.ini' manifest-sha256.txt || cat manifest-sha256.txt)"
"$FACEAUDIT" report "$work/far/away" --formats csv --as-of 2025-08-01 > /dev/null 2>&1
check "a stage alone keeps the way to the inputs" "$(cd "$work/far/away" && sha256sum -c --quiet --strict manifest-sha256.txt 2>&1; grep -q '  ../../in/personnel.csv' manifest-sha256.txt || cat manifest-sha256.txt)"

fresh
echo >> "$work/try/audit/findings.csv"
verify "$work/try"
check "an output that was changed is named" "$(expect 3 'changed +findings\.csv' 'outputs +2 of 3' '1 was changed and 0 not found')"
fresh
sqlite3 "$work/try/audit/audit.db" "UPDATE finding_row SET user_id = 'other' WHERE rowid = (SELECT min(rowid) FROM finding_row)"
verify "$work/try"
check "of a database that was changed, the table is named" "$(expect 3 'changed +audit\.db' 'its table finding_row was changed')"
fresh
sqlite3 "$work/try/audit/audit.db" "CREATE INDEX one ON finding_row (subject)"
verify "$work/try"
check "a database with an index more is told from one with other rows" "$(expect 3 'changed +audit\.db' 'every table holds the rows')"
fresh
rm "$work/try/audit/findings.csv"
sed -i 's/Larceny/Burglary/' "$work/try/faces_user_log.csv"
echo '# x' >> "$work/try/audit.ini"
verify "$work/try"
check "a missing output, a changed input and changed settings are named" "$(expect 3 'not found +findings\.csv' 'changed +\.\./faces_user_log\.csv' 'changed +\.\./audit\.ini' '2 were changed and 1 not found')"
mkdir "$work/moved" && cp -r "$out" "$work/moved/audit"
verify "$work/moved/audit"
check "beside a folder that was moved alone, inputs are not found, not changed" "$(expect 3 'outputs +3 of 3' 'not found +\.\./personnel\.csv' '0 were changed and 7 not found')"

fresh
python3 - "$work/try/audit/audit.xlsx" << 'EOF'
import sys, zipfile
parts = [(one, zipfile.ZipFile(sys.argv[1]).read(one)) for one in zipfile.ZipFile(sys.argv[1]).namelist()]
with zipfile.ZipFile(sys.argv[1], "w") as book:
    for name, data in parts: book.writestr(name, data)
EOF
printf '%s\n' 'X-1,explained,,Lt. Ruiz,2025-09-01,,,' >> "$work/try/dispositions.csv"
verify "$work/try"
check "a workbook that people saved is answered, a ledger with more lines has grown: no fault" "$(expect 0 'answered +audit\.xlsx' 'grown +\.\./dispositions\.csv' 'but for what people have added')"
verify "$work/try" --reperform
check "an audit whose ledger has grown is not made again" "$(expect 3 'the ledger has new lines since this run')"
echo rubbish > "$work/try/audit/audit.xlsx"
verify "$work/try"
check "a workbook that cannot be read is changed, not answered" "$(expect 3 'changed +audit\.xlsx')"
sed -i '2d' "$work/try/dispositions.csv"
verify "$work/try"
check "a ledger that lost a line is changed" "$(expect 3 'changed +\.\./dispositions\.csv')"

verify "$out" --reperform
check "made again, every output has the same bytes" "$(expect 0 'outputs +3 of 3 as before, byte by byte'; ls -A "$out" | grep faceaudit-)"
SOURCE_DATE_EPOCH=1756684800 "$FACEAUDIT" run "$work/in" -o "$work/epoch" --formats db,pdf > /dev/null 2>&1
verify "$work/epoch" --reperform
check "so has an audit dated by SOURCE_DATE_EPOCH, with its PDF" "$(expect 0 'outputs +2 of 2 as before')"
fresh
sed -i 's/^\([0-9a-f]*\)  findings.csv/0000000000000000000000000000000000000000000000000000000000000000  findings.csv/; s/^# program: .*/# program: faceaudit 0.9.0/' "$work/try/audit/manifest-sha256.txt"
sum=$(sha256sum < "$work/try/audit/findings.csv")
sed -i "s/^0000000*  findings.csv/${sum%% *}  findings.csv/" "$work/try/audit/manifest-sha256.txt"
verify "$work/try" --reperform
check "another program's audit is not made again: both are named" "$(expect 3 'was made by faceaudit 0\.9\.0, and this is faceaudit')"
fresh
sed -i '3s/.*/rubbish/' "$work/try/audit/manifest-sha256.txt"
verify "$work/try"
check "a manifest of another form is refused with its line" "$(expect 3 'manifest-sha256\.txt:3: is no line of a manifest')"
verify "$work/in/gallery"
mkdir "$work/empty"
verify "$work/empty"
check "a folder without a manifest is refused" "$(expect 3 'holds no manifest-sha256\.txt')"
verify "$work/nowhere"
check "so is one that is not there" "$(expect 3 'is no folder: name the one that faceaudit run wrote')"

if command -v gpg > /dev/null; then
  export GNUPGHOME=$work/keys
  mkdir -m 700 "$GNUPGHOME"
  gpg --batch --quiet --passphrase '' --quick-gen-key audit@example.invalid ed25519 sign never > /dev/null 2>&1
  fresh
  verify "$work/try" --sign audit@example.invalid
  first=$(expect 0 'wrote +.*manifest-sha256\.txt\.asc')
  verify "$work/try"
  first+=$(expect 0 'Good signature from')
  echo '# more: x' >> "$work/try/audit/manifest-sha256.txt"
  verify "$work/try"
  check "a signature is made on request, and one of other bytes is found" "$first$(expect 3 'NOT good' 'a signature or timestamp is of other bytes')"
  gpgconf --kill all > /dev/null 2>&1
else
  skip "a signature is made on request, and one of other bytes is found" "no gpg"
fi
fresh
if command -v openssl > /dev/null; then
  verify "$work/try" --timestamp-request
  check "a timestamp is asked for on request" "$(expect 0; openssl ts -query -in "$work/try/audit/manifest-sha256.txt.tsq" -text 2>&1 | grep -qi sha256 || echo no request)"
else
  skip "a timestamp is asked for on request" "no openssl"
fi
plan
