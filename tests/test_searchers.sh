#!/usr/bin/env bash
# Who searched, and whom the search returned, as a report names them: the account's owner and the log's own candidate come before any word list.
set -uo pipefail
. tests/tap.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
. tests/cedar_point.sh "$folder"

cat > "$folder/log.csv" << 'CSV'
Log ID,Date/Time,User ID,Action,Case Number,Reason for Search,Probe Image,Candidate Selected
CSV
cat > "$folder/reports.csv" << 'CSV'
Report Number,Date Reported,Incident Type,Officer,Supervisor,Supervisor Approved,Narrative
CSV

# NUMBER SUPERVISOR-APPROVED NARRATIVE: a search by tmarsh that selected Dale Cole, and Ofc. King's report of it.
report() {
  echo "$1,2024-03-$1 10:00,tmarsh,SEARCH,2024-0000$1,identify theft suspect,p$1.jpg,\"Cole, Dale\"" >> "$folder/log.csv"
  echo "2024-0000$1,2024-03-$1 12:00,Theft,\"King, Tom\",Sgt. Hill,$2,\"$3\"" >> "$folder/reports.csv"
}
lead='It returned Dale Cole, a lead only; nobody has been contacted.'
report 10 '2024-03-28 16:00' "I emailed the still to the desk and Terry Marsh up there ran it in FACES NXT to identify the thief. $lead"
report 11 '2024-03-28 16:00' "I sent the still over to identify the thief in FACES NXT. Mr. Marsh ran the face and called me. $lead"
report 12 '2024-03-28 16:00' "I ran the still in FACES NXT under Det. Marsh's login to identify the thief. $lead"
report 13 '2024-03-28 16:00' "I ran the still in FACES NXT to identify the thief. Det. Marsh ran the plate. $lead"
report 14 '2024-03-28 16:00' "The still was run in FACES NXT to identify the thief. I do not know who ran it. $lead"
report 15 '2024-03-28 16:00' "Terry Marsh ran the still in FACES NXT. The reason for the search was not recorded. $lead"
report 16 '' "Det. Marsh ran the still in FACES NXT to identify the thief. Dale Cole selctd. No contact made. Mgr to call if he rtns."
report 17 '2024-03-28 16:00' "I sent the still to the desk in FACES NXT to identify the thief, and Terry ran it. $lead"
picked() { # NUMBER NARRATIVE: a search by tmarsh that selected somebody of the same surname, and Det. Marsh's report of it.
  echo "$1,2024-03-$1 10:00,tmarsh,SEARCH,2024-0000$1,identify theft suspect,p$1.jpg,\"Marsh, Quentin\"" >> "$folder/log.csv"
  echo "2024-0000$1,2024-03-$1 12:00,Theft,\"Marsh, Terry\",Sgt. Hill,2024-03-28 16:00,\"$2\"" >> "$folder/reports.csv"
}
picked 18 'Det. Terry Marsh ran the still in FACES NXT to identify the thief. No candidates were returned.'
picked 19 'Det. Terry Marsh ran the still in FACES NXT to identify the thief. No candidates were returned. Later Quentin Marsh was seen on foot.'
"$FACEAUDIT" run "$folder" -o "$folder/out" --formats db > /dev/null 2> "$folder/err" || cat "$folder/err" >&2
said() { sqlite3 "$folder/out/audit.db" "SELECT rule || ' ' || detail FROM audit_finding WHERE report_number = '2024-0000$1' AND rule LIKE '$2' UNION SELECT rule || ' to read' FROM audit_passage WHERE report_number = '2024-0000$1' AND rule LIKE '$2'"; }

equals 'the owner of the account who ran it for the author is the searcher' '' "$(said 10 officer-mismatch)"
equals 'so is one who is named without a rank, in the sentence after' '' "$(said 11 officer-mismatch)"
equals 'so is one who is named by the first name alone' '' "$(said 17 officer-mismatch)"
equals 'whose login was used did not search' 'officer-mismatch to read' "$(said 12 officer-mismatch)"
equals 'who ran a plate did not search' 'officer-mismatch to read' "$(said 13 officer-mismatch)"
equals 'a report that does not know who ran it does not tell who searched' 'incomplete-report officer' "$(said 14 incomplete-report)"
equals 'a reason that was not recorded is not told' 'incomplete-report reason' "$(said 15 incomplete-report)"
equals 'whoever the log selected and the report names is its candidate, whatever the verb' 'no-supervisor-review original' "$(said 16 no-supervisor-review)"
equals 'the surname of whoever searched is not that of the candidate, of whom the report says nothing' \
  'result-mismatch none in the report, a candidate in the log' "$(said 18 result-mismatch)"
lacks=$(said 19 result-mismatch)
equals 'a report that names whom the log selected is no finding' '' "${lacks#result-mismatch to read}"
plan
