#!/usr/bin/env bash
# What the words of a report are taken to say, from end to end: a year of one detective's searches, each with the report that it cites. TAP.
# The detective is Terry Marsh; reports are by Tom King where it matters who searched, and of a burglary.
set -uo pipefail
folder=$(mktemp -d) cases=0
trap '[ -n "${KEEP:-}" ] || rm -rf "$folder"' EXIT
cat > "$folder/audit.ini" << 'INI'
[agency]
name = Cedar Point Police Department
timezone = America/New_York
authorized_units = Investigations
[period]
from = 2024-01-01
to = 2024-12-31
[coverage]
incident_reports = 2024-01-01 to 2024-12-31
[inputs]
user_log = log.csv
incident_reports = reports.csv
personnel = personnel.csv
INI
cat > "$folder/personnel.csv" << 'CSV'
User ID,Last Name,First Name,Rank,Unit,Access Approved,Training Completed
tmarsh,Marsh,Terry,Detective,Investigations,2020-02-01,2020-03-01
tking,King,Tom,Officer,Investigations,2020-02-01,2020-03-01
ehill,Hill,Eve,Sergeant,Investigations,2020-02-01,2020-03-01
CSV
echo 'Event ID,Date/Time,User ID,Action,Case Number,Reason,Probe Image,Candidate Selected' > "$folder/log.csv"
echo 'Report Number,Reported At,Incident Type,Officer,Officer ID,Supervisor,Supervisor Approved At,Narrative' > "$folder/reports.csv"
declare -A officers=([tmarsh]='"Marsh, Terry"' [tking]='"King, Tom"')
titles=() wants=() rules=() texts=()

# WANT RULE TITLE AUTHOR CANDIDATE: each line of standard input is a report of which RULE must find nothing (clear), find something (found), accuse nobody
# (unaccused: nothing, or a passage), put a passage before a person (open), or either (raised). ";;" in it begins a new line.
reports_are() {
  local text number day
  while IFS= read -r text; do
    cases=$((cases + 1)) titles+=("$3") wants+=("$1") rules+=("$2") texts+=("$text")
    printf -v number '24-%06d' "$cases"
    day=$(date -u -d "2024-01-02 + $((cases / 2)) days" +%F)
    echo "$((100000 + cases)),$day 1$((cases % 2)):00:00,tmarsh,Search,$number,burglary suspect,p$cases.jpg,\"$5\"" >> "$folder/log.csv"
    text=${text//\"/\"\"}
    echo "$number,$day 1$((cases % 2 + 3)):00:00,Burglary,${officers[$4]},$4,ehill,$day 23:00:00,\"${text//;;/$'\n'}\"" >> "$folder/reports.csv"
  done
}

told=' because the burglar was unknown. No candidate was returned.'
reports_are unaccused officer-mismatch 'who ordered, refused, reviewed or was told of a search is not said to have searched' tking '' << EOF
FACES search denied by Sgt. Hill.
FACES search ordered by Sgt. Hill was done.
The FACES search was directed by Sgt. Hill$told
The FACES search was signed off by Sgt. Hill$told
A FACES search, asked for by Sgt. Hill, was run$told
The still was run in FACES at the direction of Sgt. Hill$told
On Sgt. Hill's orders the still was run in FACES$told
FACES search commissioned by Sgt. Hill, and run$told
The FACES result was discussed by Sgt. Hill and me. The still was run$told
Requested by: Sgt. Hill. The still was run in FACES$told
The search in FACES was suggested and approved by Sgt. Hill$told
Sgt. Hill approved a FACES search and it was run$told
EOF
reports_are unaccused officer-mismatch 'of several who acted together nobody is said to be the one who searched' tking '' << EOF
My partner and I ran the still in FACES$told
My sergeant and I ran the still in FACES$told
Another officer and I ran the still in FACES$told
The on-duty analyst and I ran the still through FACES$told
Together with my partner I ran the still in FACES$told
I and our trainee put the still through FACES$told
We ran the still in FACES$told
EOF
reports_are open officer-mismatch 'who had a search made is not said to have made it' tking '' << EOF
I had the still run in FACES$told
I had the picture searched in FACES$told
I then had our still put through FACES$told
I got the still run in FACES$told
EOF
reports_are found officer-mismatch 'who is said to have searched is another searcher' tking '' << EOF
The still was run in FACES by Sgt. Hill$told
Sgt. Hill ran the still in FACES$told
I ran the still in FACES$told
I had previously run the still in FACES$told
FACES search ordered by Lt. Poole was run by Sgt. Hill$told
Approved by Lt. Poole, Sgt. Hill ran the still in FACES$told
The still was searched in FACES, at my request, by Sgt. Hill$told
I asked Sgt. Hill to run the still in FACES and she did$told
I had Sgt. Hill run the still in FACES$told
EOF

filed=' Burglary to a residence.'
unused=$(cat << EOF
Recommend FACES search of the attached still. Case to CIU.
Recommend FACES search by CIU.$filed
A FACES search should be done.$filed
Without FACES we could not identify him.$filed
Need FACES search of still.$filed
To do: FACES search of still.$filed
Referred to CIU for possible FACES search.$filed
Still was sent to CIU for a FACES search.$filed
FACES could identify him.$filed
Had we used FACES we might know him.$filed
It would help to have a FACES search.$filed
Kindly submit the attached image to FACES.$filed
FACES search denied by Sgt. Hill.$filed
FACES use was refused.$filed
The detective may wish to use FACES.$filed
The still never went to FACES.$filed
Nobody ran the still in FACES.$filed
He was identified by his plate and not by FACES.$filed
FACES search to follow.$filed
I was told to hold off on FACES.$filed
EOF
)
reports_are raised undocumented-use 'a search that was asked for, planned, denied or imagined documents no use, whatever one reader makes of it' tmarsh '' <<< "$unused"
reports_are unaccused incomplete-report 'nor is it accused of lacking what the report of a use says' tmarsh '' <<< "$unused"

"$FACEAUDIT" run "$folder" --formats db > "$folder/out" 2> "$folder/said" || sed 's/^/# /' "$folder/said"
sqlite3 "$folder/audit/audit.db" "SELECT 'F ' || rule || ' ' || coalesce(report_number, subject) FROM audit_finding;
  SELECT 'P ' || p.rule || ' ' || coalesce(s.report_number, p.subject) FROM audit_passage p LEFT JOIN audit_search s ON s.event = p.subject" > "$folder/results"

# Each title is a test: the reports under it that are not read as they must be are shown.
declare -A wrong
order=()
for ((i = 0; i < cases; i++)); do
  printf -v number '24-%06d' $((i + 1))
  title=${titles[i]} found=0 open=0 good=0
  [ -n "${wrong[$title]+there}" ] || { order+=("$title"); wrong[$title]=; }
  grep -qxF "F ${rules[i]} $number" "$folder/results" && found=1
  grep -qxF "P ${rules[i]} $number" "$folder/results" && open=1
  case ${wants[i]} in
    clear) [ $found$open = 00 ] && good=1 ;;
    found) [ $found = 1 ] && good=1 ;;
    raised) [ $found$open != 00 ] && good=1 ;;
    open) [ $found$open = 01 ] && good=1 ;;
    unaccused) [ $found = 0 ] && good=1 ;;
  esac
  [ $good = 1 ] || wrong[$title]+="# not ${wants[i]} (${rules[i]}, finding $found, passage $open): ${texts[i]}"$'\n'
done
n=0
for title in "${order[@]}"; do
  n=$((n + 1))
  if [ -z "${wrong[$title]}" ]; then echo "ok $n - $title"; else printf 'not ok %d - %s\n%s' "$n" "$title" "${wrong[$title]}"; fi
done
echo "1..$n"
