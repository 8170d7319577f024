#!/usr/bin/env bash
# Several accounts searched for one case and its report tells who searched: the others are put before a person, never accused.
set -uo pipefail
. tests/tap.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
. tests/cedar_point.sh "$folder"
cat > "$folder/log.csv" << 'CSV'
Log ID,Date/Time,User ID,Action,Case Number,Reason for Search,Probe Image,Candidate Selected
7001,2024-03-10 10:00,tmarsh,SEARCH,2024-000010,identify theft suspect,p10.jpg,
7002,2024-03-10 11:00,tking,SEARCH,2024-000010,identify theft suspect,p11.jpg,
7003,2024-03-11 10:00,tking,SEARCH,2024-000011,identify theft suspect,p12.jpg,
7004,2024-03-11 11:00,tking,SEARCH,2024-000011,identify theft suspect,p13.jpg,
CSV
cat > "$folder/reports.csv" << 'CSV'
Report Number,Date Reported,Incident Type,Officer,Supervisor,Supervisor Approved,Narrative
2024-000010,2024-03-10 12:00,Theft,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,Det. Terry Marsh ran the still in FACES NXT to identify the thief. No candidate was returned.
2024-000011,2024-03-11 12:00,Theft,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,Det. Terry Marsh ran the still in FACES NXT to identify the thief. No candidate was returned.
CSV
audit() { "$FACEAUDIT" run "$folder" -o "$folder/out" --formats db > /dev/null 2> "$folder/err" || cat "$folder/err" >&2; }
query() { sqlite3 -readonly "$folder/out/audit.db" "$1"; }
of_case() { query "SELECT 'found ' || user_id FROM audit_finding WHERE rule = 'officer-mismatch' AND report_number = '$1' UNION ALL SELECT 'to read' FROM audit_passage WHERE rule = 'officer-mismatch' AND report_number = '$1' AND answer IS NULL"; }
audit
equals 'whoever searched for the same case as the one named is not accused' 'to read' "$(of_case 2024-000010)"
equals 'where nobody else searched the account is' 'found tking' "$(of_case 2024-000011)"
runs 'explain says why' bash -c '"$FACEAUDIT" explain "$1" 2024-000010 | tr -s " \n" "  " | grep -q "several accounts"' _ "$folder/out"
id=$(query "SELECT passage_id FROM audit_passage WHERE rule = 'officer-mismatch'")
answer() { printf 'id,disposition,note,decided_by,decided_on\n%s,%s,,Lt. Reyes,2025-01-10\n' "$id" "$1" > "$folder/dispositions.csv"; audit; }
answer stated
equals 'a person who read that the report is in order clears it' '' "$(of_case 2024-000010)"
answer 'not stated'
equals 'one who read that it is not makes the finding' 'found tking' "$(of_case 2024-000010)"
plan
