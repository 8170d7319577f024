#!/usr/bin/env bash
# What the words of a report are taken to say, from end to end: a year of one detective's searches, each with the report that it cites. TAP.
# The detective is Terry Marsh; reports are by Tom King where it matters who searched, and of a burglary.
set -uo pipefail
folder=$(mktemp -d) cases=0
trap '[ -n "${KEEP:-}" ] || rm -rf "$folder"' EXIT
source tests/cedar_point.sh "$folder"
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
I sent off the still. The lab ran it in FACES$told
The state lab ran the still in FACES$told I do not know which examiner did it.
Our crime unit ran the still in FACES$told I was not told who ran it.
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

none=' No candidate was returned.'
reports_are clear incomplete-report 'a crime that the search was for and a cause of it are reasons, in its sentence and in the one before' tmarsh '' << EOF
I ran the still in FACES for the burglary investigation.$none
I ran the still in FACES as part of a burglary investigation.$none
I ran the still in FACES in reference to a robbery.$none
I ran the still in FACES re: robbery.$none
I ran the still in FACES to help the robbery case along.$none
In this homicide I ran the still in FACES.$none
I ran the still of the shoplifting in FACES.$none
I ran the still in FACES on the fraud case.$none
In connection with the theft I ran the still in FACES.$none
With no leads left, I ran the store's still in FACES.$none
I used facial recognition since there was no suspect information.$none
Having no name for the shoplifter, I ran the still in FACES.$none
He gave a false name. I ran his picture in FACES.$none
The robbery suspect fled and has not been identified. I ran the still in FACES.$none
The burglar is unknown. I ran the still in FACES.$none
The clerk did not know the thief. I then ran the still in FACES.$none
EOF
reports_are found incomplete-report 'where and after what it was made is no reason of a search' tmarsh '' << EOF
I ran the still in FACES.$none
I took a report at 10 Elm Street. I ran the still in FACES.$none
I went to Elm Street for a burglary report and met Mr. Cole. He gave me a still. I ran it in FACES.$none
On Friday I ran the still in FACES.$none
EOF
ran='I ran the still in FACES to identify the burglar.'
reports_are clear incomplete-report 'that nobody was chosen or found in the list is a result' tmarsh '' << EOF
$ran It did not show anyone I recognized as the robber.
$ran I did not select anyone.
$ran I made no selection.
I ran the still in FACES to identify the burglar, to no avail.
$ran He was not in the gallery.
$ran The suspect was not among the candidates.
$ran I was not satisfied that any of the candidates was him.
$ran Low scores only.
$ran I did not pick a face.
$ran None of them was our man.
EOF
reports_are raised incomplete-report 'what was done besides is no result' tmarsh '' << EOF
$ran I interviewed the clerk.
$ran The case is open.
$ran I was not sure of the time on the video.
$ran The owner was not in the store.
EOF

ran='I ran the still in FACES because the burglar was unknown.'
reports_are clear result-mismatch 'a candidate who was ruled out contradicts no log in which nobody was selected' tmarsh '' << EOF
$ran The top candidate was Ned Orr, who was in jail that day and was ruled out. No other was chosen.
$ran Ned Orr was the first candidate but he was excluded as he is too tall.
$ran The candidate was Ned Orr, but he is not the suspect.
$ran It returned Ned Orr, who died in 2010.
$ran The candidate was Ned Orr. I eliminated him.
$ran A candidate, Ned Orr, was returned. The victim said it was not him.
$ran Ned Orr was returned as a candidate and discounted.
$ran The candidate was Ned Orr. He had an alibi.
EOF
reports_are clear result-mismatch 'nor one that names him' tmarsh 'Orr, Ned' << EOF
$ran The top candidate was Ned Orr, who was ruled out.
$ran It returned Ned Orr. He was cleared.
$ran The candidate was Ned Orr. Joe Pike was ruled out.
EOF
reports_are found result-mismatch 'a candidate who stands does' tmarsh '' << EOF
$ran The top candidate was Ned Orr.
$ran The candidate was Ned Orr. I arrested him.
$ran The candidate was Ned Orr. He was not at home.
$ran The candidate was Ned Orr. He is now in jail.
EOF

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
