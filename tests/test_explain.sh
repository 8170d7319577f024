#!/usr/bin/env bash
# faceaudit explain on a small audit: what is said of each kind of subject, and how a word that means several things or none is refused.
set -u
program=${FACEAUDIT:-build/faceaudit}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
number=0

result() { # STATUS SENTENCE
  number=$((number + 1))
  if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}

# A wrapped page as one line, so that a phrase is found wherever it was broken.
explain() { "$program" explain "$work/audit" "$1" > "$work/page" 2> "$work/said"; status=$?; tr -s ' \n' ' ' < "$work/page" > "$work/line"; }

says() { # SENTENCE PHRASE...
  local sentence=$1 bad=0
  shift
  for phrase in "$@"; do grep -qF -- "$phrase" "$work/line" || { echo "# missing: $phrase"; bad=1; }; done
  result $bad "$sentence"
}

refuses() { # SENTENCE PHRASE...
  local sentence=$1 bad=0
  shift
  [ "$status" = 2 ] && [ ! -s "$work/page" ] || { echo "# exit $status"; bad=1; }
  for phrase in "$@"; do grep -qF -- "$phrase" "$work/said" || { echo "# missing: $phrase"; bad=1; }; done
  result $bad "$sentence"
}

"$program" run tests/data/explain -o "$work/audit" --formats db,csv > "$work/out" 2>&1
result $? "the small audit runs"
query() { sqlite3 "$work/audit/audit.db" "$1"; }

explain "$(query 'SELECT matter_id FROM audit_matter WHERE findings > 1 ORDER BY rank LIMIT 1')"
says "a matter is explained with its sentence, what speaks for the person, and its findings" 'what the records show The account' 'state open' 'Its findings' \
  "$(query 'SELECT min(finding_id) FROM audit_finding WHERE matter_id = (SELECT matter_id FROM audit_matter WHERE findings > 1 ORDER BY rank LIMIT 1)')"
explain 9001
says "a search is explained with its row, file, hash and session" 'case number stated: "24-00123" [Case Number]' 'address not exported' 'source log.csv:2' \
  "$(sha256sum < tests/data/explain/log.csv | cut -d' ' -f1)" '2024-01-16T10:05:00-05:00 (Tue)' '9002 2024-01-16T10:06:00-05:00, log.csv:3'
says "the words that decided the purpose and that were read are quoted" 'the words that decided "robbery' \
  'candidate "Otto Quill"' 'in: "The search returned a possible match, Otto Quill." action "Otto Quill was arrested"' '(reports.csv:2)'
says "a rule that does not fire shows the fact it looked at" 'does not fire unapproved-access (32.6.11(1)) approved 2021-02-13, on or before that day, 2024-01-16 (personnel.csv:2)' \
  'a duty record from 2024-01-16 08:00 to 2024-01-16 16:00 covers the moment (duty.csv:2)'

explain 9003
says "a link by a slip names the runner-up and why it lost" 'linked to report 2024-00231' 'for The log cites "24-00321"' \
  'report 2024-00321 weight' '(reports.csv:4)' 'against the searcher is neither its author nor named in it' 'it lost because a number that matches exactly'

explain 9004
says "an orphan says of which kind it is, and why" 'linked to no report: no number' 'FIRES orphan-search' 'does not apply undocumented-use (32.6.6) the search is linked to no report' 'reason empty'

explain 9005
says "what was typed cannot reach the terminal" '<U+001B>[31mmy boyfriend' 'to be read unauthorized-purpose'
says "a question that a person must answer is shown with why it could not be settled" 'to be read unauthorized-purpose (32.6.2, 32.6.5) Passage ' 'What is this reason for?' 'do not know what this reason says'
! grep -q $'\033' "$work/page"
result $? "no escape byte is printed"

explain 9006
says "a row that is not a search is explained too" 'kind of row no search' 'does not apply orphan-search (32.6.6) the row is no search (action "LOGIN")'

explain 9007
says "withheld is not empty, and an unknown account is not tested, not passed" 'case number withheld: the export has "***"' 'not in the personnel file' \
  'not tested unapproved-access (32.6.11(1)) the account is not matched to the personnel file' 'not tested access-after-separation'

explain 9010
says "notifications of the 72 hours before are listed, with what they name" '15 h 0 min before: "Chief", by phone, user "broe", case "24-700"' 'names the case of this search (notices.csv:2)' 'names another case (notices.csv:3)'
! grep -qF 'notices.csv:4' "$work/line"
result $? "an older notification is not"

explain 24-321 && cp "$work/page" "$work/first" && explain 2024-00321 && cmp -s "$work/first" "$work/page"
result $? "a report is found by any spelling of its number"
says "a report that lost says for which search" 'search 9003 The log cites "24-00321", report 2024-00321; but'
explain C240001
says "a report is found by its CAD event number, with supplements and what it lacks" 'report:2024-00123 the CAD event number of' 'supplement "1" reports.csv:3' 'supervisor approved empty' 'corroboration nothing was read'
explain 24-702
says "a use that was denied is quoted" 'use denied or not made not used' 'Facial recognition was not used'

explain broe
says "a user is explained with figures, reports and findings" 'personnel file gives Basil Roe' 'purpose health 1' 'month 2024-05 1' '2024-00700 1 search, confidence 0.99' 'Findings by rule'
cp "$work/page" "$work/first"
for spelling in 302 'Basil Roe' 'ROE, BASIL' 'user:broe'; do
  explain "$spelling"
  cmp -s <(sed 1,3d "$work/first") <(sed 1,3d "$work/page")
  result $? "the same user is found as $spelling"
done

id=$(query "SELECT finding_id FROM finding WHERE rule = 'untrained-user' ORDER BY line LIMIT 1")
explain "${id:0:6}"
says "a finding is found by its beginning and explained with the rows it rests on" "finding:$id" 'what was found The account cvane, assigned to Corin Vane, searched' 'how it was tested the SELECT of analyze/rules/32.6.11-untrained-user.sql' \
  'log row 9004' 'personnel row user "cvane"' 'innocent explanations The training record' 'The search it is about'

explain log-gap
says "a rule is explained with its card and status" 'clause 32.6.8' 'fires on' 'innocent explanations' 'status'
explain '32.6.6(2)'
says "a clause is found inside a range of clauses" 'incomplete-report' 'What it could not evaluate'

explain log.csv:4
says "a row is found by file and line" 'event:9003'
explain log.csv:10
says "a duplicate row leads to the row that counts" 'the same as log.csv:9'
explain log.csv:11
says "a rejected row is shown whole, with its reason" 'the row has no time' '9009,,aroe'

explain review
says "the list for review has doubtful links with evidence both ways, and what was not evaluated" 'search 9008 report 2024-00610' 'against 1 other report fits as well.' 'runner-up report 2024-00611' 'log.csv:11 rejected' 'account zzghost'

explain Roe
refuses "a surname of two people is refused, with both" 'means several things' 'user:aroe' 'user:broe'
explain 90033
refuses "an unknown word is refused, with the nearest" 'event:9003'
explain $'\033[2Jx'
refuses "a word that is an escape is refused and cannot reach the terminal" '<U+001B>'
"$program" explain "$work/none" 9001 > /dev/null 2>&1; [ $? = 3 ]
result $? "a folder without an audit is refused"

bad=0
for rule in $(query "SELECT path FROM rule WHERE rule NOT NULL AND NOT own"); do
  grep -qx -- '-- otherwise:' "$rule" || { echo "# $rule does not say why it has no finding"; bad=1; }
done
result $bad "every rule says why it has no finding on a subject"

bad=0
while read -r subject; do
  explain "$subject"
  [ "$status" = 0 ] || { echo "# $subject: exit $status $(head -1 "$work/said")"; bad=1; }
  grep -qE 'what it fires on was not there|does not say why' "$work/line" && { echo "# $subject: a verdict without a reason"; bad=1; }
  [ "$(wc -L < "$work/page")" -le 100 ] || { echo "# $subject: wider than 100 columns"; bad=1; }
done < <(query "SELECT 'event:' || name FROM event UNION ALL SELECT 'report:' || number FROM report UNION ALL SELECT 'user:' || user_id FROM account
                UNION ALL SELECT 'finding:' || finding_id FROM finding UNION ALL SELECT 'rule:' || rule FROM rule WHERE rule NOT NULL")
result $bad "every subject of the audit can be explained, within 100 columns"
echo "1..$number"
