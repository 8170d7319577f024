#!/usr/bin/env bash
# A search that its report denies: graver than one of which the report says nothing, with both texts side by side, in every output.
set -uo pipefail
. tests/tap.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
. tests/cedar_point.sh "$folder"

cat > "$folder/log.csv" << 'CSV'
Log ID,Date/Time,User ID,Action,Case Number,Reason for Search,Probe Image,Candidate Selected
7001,2024-03-10 10:00,tmarsh,SEARCH,2024-000010,identify theft suspect,p10.jpg,
7002,2024-03-11 10:00,tmarsh,SEARCH,2024-000011,identify robbery suspect,p11.jpg,
7003,2024-03-12 10:00,tmarsh,SEARCH,2024-000012,identify arson suspect,p12.jpg,
CSV
cat > "$folder/reports.csv" << 'CSV'
Report Number,Date Reported,Incident Type,Officer,Supervisor,Supervisor Approved,Narrative
2024-000010,2024-03-10 12:00,Theft,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,The owner gave a description of the thief. Facial recognition was not used in this investigation. The case is open.
2024-000011,2024-03-11 12:00,Robbery,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,The clerk gave a description of the robber. The case is open.
2024-000012,2024-03-12 12:00,Arson,"Marsh, Terry",Sgt. Hill,2024-03-28 16:00,I ran the still in FACES NXT to identify the arsonist. No candidate was returned.
CSV
"$FACEAUDIT" run "$folder" -o "$folder/out" > /dev/null 2> "$folder/err" || cat "$folder/err" >&2
query() { sqlite3 -readonly "$folder/out/audit.db" "$1"; }
unused() { query "SELECT severity || ' | ' || detail FROM audit_finding WHERE rule = 'undocumented-use' AND subject = '$1'"; }

equals 'a report that denies the use is told apart, and graver' 'high | said not used' "$(unused 7001)"
equals 'a report that is silent is not' 'medium | not mentioned' "$(unused 7002)"
equals 'a report that tells of the use is no finding' '' "$(unused 7003)"
equals 'both texts stand side by side, whole' 1 "$(query "SELECT count(*) FROM audit_finding WHERE subject = '7001' AND rule = 'undocumented-use'
  AND explanation LIKE '%\"identify theft suspect\"%\"Facial recognition was not used in this investigation.\"%'")"
equals 'both rows are its evidence' 'log.csv:2 reports.csv:2' "$(query "SELECT group_concat(place, ' ') FROM (SELECT DISTINCT e.source_file || ':' || e.source_line AS place FROM audit_evidence e
  JOIN audit_finding f USING (finding_id) WHERE f.subject = '7001' AND f.rule = 'undocumented-use' ORDER BY 1)")"
equals 'its matter is as grave, and does not say that the report is silent' 'high | 1' \
  "$(query "SELECT m.severity || ' | ' || (m.sentence LIKE '%said not used%') FROM audit_matter m JOIN audit_finding f USING (matter_id) WHERE f.subject = '7001' AND f.rule = 'undocumented-use'")"
equals 'the severities add up to the findings' "$(query 'SELECT count(*) FROM audit_finding')" "$(query 'SELECT sum(findings) FROM findings_of_severity')"
equals 'each severity has the findings that bear it' '' "$(query "SELECT severity, findings FROM findings_of_severity s WHERE findings <> (SELECT count(*) FROM audit_finding f WHERE f.severity = s.severity)")"
equals 'each severity of the account, too' "$(query "SELECT count(*) FROM audit_finding WHERE severity = 'high' AND user_id = 'tmarsh'")" "$(query "SELECT high FROM user_severities WHERE user_id = 'tmarsh'")"
runs 'findings.csv has it' grep -q 'undocumented-use,32.6.6,high,event,7001' "$folder/out/findings.csv"
runs 'the page has it' grep -q 'data-s="high" data-k="event" data-j="7001"[^>]*data-d="said not used"' "$folder/out/audit.html"
python3 tests/sheets.py "$folder/out/audit.xlsx" > "$folder/sheets"
runs 'the workbook has it' grep -Pq '^Findings\t.*=high\t.*Facial recognition was not used in this investigation' "$folder/sheets"
pdftotext -layout "$folder/out/audit.pdf" "$folder/pdf"
runs 'the PDF lists it with its detail' grep -q '2024-03-10 said not used L2' "$folder/pdf"
runs 'and says that such findings are graver' grep -q 'high where "said not used"' "$folder/pdf"
"$FACEAUDIT" explain "$folder/out" 7001 > "$folder/explained" 2>&1
runs 'explain has it' grep -Pzq 'high[^\n]*undocumented-use|undocumented-use[^\n]*high' "$folder/explained"
printf '\n[severity]\nundocumented-use = info\n' >> "$folder/audit.ini"
"$FACEAUDIT" run "$folder" -o "$folder/out" --formats db > /dev/null 2> "$folder/err" || cat "$folder/err" >&2
equals 'the severity that audit.ini sets is that of all its findings' 'info | said not used' "$(unused 7001)"
plan
