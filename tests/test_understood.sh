#!/usr/bin/env bash
# What two readings of a report come to: settled, or a passage for a person. understood.sql runs unchanged on reports whose readings stand here.
set -uo pipefail
number=0

# WORDING RULES SECOND: the states of a report about which the word lists say RULES ("use reason officer ...") and the second reader SECOND ("use=2 reason=-1 ...",
# all others 0), as "use said, reason not settled ..."; beside it stand forty reports that both read alike (WORDING known), or of which the second reader is sure of
# uses that the lists do not know (other), or sure that there are none where the lists find one (denied).
states() {
  local wording=$1 lists=" $2 " second=" $3 " lexicon=1
  [ "$wording" != other ] || lexicon=0
  value() { local v; v=$(grep -o " $1=[-0-9]*" <<< "$second"); echo "${v#*=}"; }
  says() { [[ $lists == *" $1 "* ]] && echo 1 || echo 0; }
  sqlite3 -batch -bail :memory: << EOF
.read analyze/schema.sql
INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line) VALUES (2, 'incident_reports', 'reports.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1);
INSERT INTO report (report, number, documented, use_row, reason, searcher, candidate, named, linked)
  SELECT value, 'R' || value, $lexicon, iif($lexicon, value, NULL), $lexicon, $lexicon, $lexicon, $lexicon, 1 FROM generate_series(1, 40);
INSERT INTO report (report, number, documented, use_row, reason, searcher, candidate, no_candidate, named, corroborated, linked)
  VALUES (50, 'R50', 1, iif($(says use), 50, NULL), $(says reason), $(says officer), $(says candidate), $(says none), $(says name), $(says corroborated), 1);
INSERT INTO report_fact (row, number, source, line) SELECT report, number, 2, report FROM report;
INSERT INTO row_meaning (row, report) SELECT report, report FROM report;
INSERT INTO reading (row, meaning, start, words) SELECT use_row, 'use', 0, 'ran it' FROM report WHERE use_row NOT NULL;
INSERT INTO reading (row, meaning, start, words) SELECT 50, 'action', 9, 'arrested' WHERE $(says action) OR $(says other_action);
INSERT INTO comparison (what, report, reading, relation) SELECT 'action', 50, max(reading), iif($(says action), 'same', 'different') FROM reading WHERE meaning = 'action' HAVING count(*);
INSERT INTO reading (row, meaning, start, words) SELECT 50, 'not corroborated', 12, 'no lineup' WHERE $(says denial);
INSERT INTO reading (row, meaning, start, words) SELECT 50, 'not used', 0, 'was not run' WHERE $(says not_used);
INSERT INTO reading (row, meaning, start, words) SELECT 50, 'searcher untold', 0, 'no idea who ran it' WHERE $(says searcher_untold);
INSERT INTO reading (row, meaning, start, words) SELECT 50, 'notice before', 0, 'told the Chief first' WHERE $(says notice);
INSERT INTO named_in_text SELECT 50, 'candidate', NULL WHERE $(says in_text);
INSERT INTO named_in_text SELECT 50, 'officer', 1 WHERE $(says user_in_text);
UPDATE report SET candidate_selected = $(says picked), candidate_exported = $(says picked) OR $(says nobody) WHERE report = 50;
INSERT INTO second_reading (row, use, reason, officer, candidate, none, notice, name, corroborated, action, untried) SELECT report, iif('$wording' = 'denied', -1, 1), 1, 1, 1, -1, -1, 1, 1, 0, 0 FROM report WHERE report < 50;
INSERT INTO second_reading (row, use, reason, officer, candidate, none, notice, name, corroborated, action, untried, leans_use, leans_reason, leans_none, leans_corroborated, leans_action) VALUES (50, 0$(value use), 0$(value reason), 0$(value officer), 0$(value candidate), 0$(value none), 0$(value notice), 0$(value name), 0$(value corroborated), 0$(value action), $(says untried), $(says leans_use), $(says leans_reason), $(says leans_none), $(says leans_corroborated), $(says leans_action));
.read analyze/judge/understood.sql
SELECT question || ' ' || state FROM understood WHERE report = 50;
EOF
}

# TITLE WORDING LISTS SECOND EXPECTED...: each of EXPECTED is a line of states
is() {
  local title=$1 got line faults=
  got=$(states "$2" "$3" "$4" 2>&1)
  shift 4
  for line in "$@"; do grep -qxF "$line" <<< "$got" || faults+=" [$line]"; done
  number=$((number + 1))
  [ -z "$faults" ] && echo "ok $number - $title" || { echo "not ok $number - $title"; echo "# lacks$faults in: ${got//$'\n'/; }"; }
}

whole='use officer reason candidate name'
is 'what both readings find is said' other "$whole" 'use=1 reason=1 officer=1 candidate=1' 'use said' 'reason said' 'officer said' 'result said'
is 'what neither finds, the second reader surely not, is not said' other 'use officer' 'use=1 officer=1 reason=-1 candidate=-1 none=-1' 'reason not said' 'result not said'
is 'where the second reader is unsure of a no in wording that is not known, a person reads' other 'use officer' 'use=1 officer=1' 'reason not settled' 'result not settled'
is 'in known wording its doubt lets the word lists stand' known 'use officer' 'use=1 officer=1' 'reason not said' 'result not said'
is 'but not a doubt that leans to the contrary' known 'use officer leans_reason leans_none' 'use=1 officer=1' 'reason not settled' 'result not settled'
is 'nor such a doubt of a corroboration' known "$whole action leans_corroborated" 'use=1 candidate=1 action=1' 'corroborated not settled'
is 'in known wording a report with words on which nothing was tried is not settled by a doubt' known 'use officer untried' 'use=1 officer=1' 'reason not settled' 'result not settled'
is 'in known wording a sure contradiction is for a person' known 'use officer' 'use=1 officer=1 reason=1' 'reason not settled'
is 'a use that the word lists find and the second reader surely does not is for a person' known "$whole" 'use=-1 reason=1 officer=1 candidate=1' 'use not settled'
is 'a reason that the word lists find counts, whatever the second reader says' other "$whole" 'use=1 reason=-1 officer=1 candidate=1' 'reason said'
is 'where the second reader surely denies uses that the lists find, its doubt of another is for a person' denied "$whole" 'reason=1 officer=1 candidate=1' 'use not settled' 'searcher not settled'
is 'elsewhere its doubt lets a use stand' other "$whole" 'reason=1 officer=1 candidate=1' 'use said'
is 'nobody is said to be another searcher in a report that is not surely of a use' known "$whole" 'officer=1' 'searcher not settled'
is 'a report that the second reader finds to tell of the other result contradicts no log' known 'use officer reason none picked' 'use=1 candidate=1' 'same result not settled'
is 'a report that says that none came back agrees with a log that selected nobody, whatever else is read in it' other 'use officer reason none candidate nobody' 'use=1 candidate=2' 'same result said'
is 'of several searched for, one who came back and bears the name in the log contradicts nothing' other 'use officer reason none picked in_text' 'use=1 candidate=1 none=1' 'same result said'
is 'a name in the log that stands in the report shows a result of which the second reader is unsure' other 'use officer reason picked in_text' 'use=1' 'result said'
is 'a name in the log is no result where the second reader surely finds none told' other 'use officer reason picked in_text' 'use=1 candidate=-1 none=-1' 'result not settled'
is 'the name of the account'"'"'s owner in the report says who searched where the second reader is unsure' other 'use reason user_in_text' 'use=1' 'officer said'
is 'without it a person reads' other 'use reason' 'use=1' 'officer not settled'
is 'without a candidate there is nothing to corroborate' other 'use officer reason none' 'use=1 none=1 candidate=1 action=2' 'corroborated said'
is 'an action after a denied corroboration is one on a lead alone, unless the second reader is certain' other "$whole action denial" 'use=1 candidate=1 action=1 corroborated=1' 'corroborated not said'
is 'where the report denies a corroboration no certainty of the second reader makes one' other "$whole action denial" 'use=1 candidate=1 action=1 corroborated=2' 'corroborated not settled'
is 'a name in the log that appears in the narrative counts' other 'use officer reason candidate in_text' 'use=1 candidate=1 name=-1' 'name said' 'same result not settled'
is 'a candidate without a name, where both find one and the log has its name, lacks the name' other 'use officer reason candidate picked' 'use=1 candidate=1 name=2' 'name not said'
is 'a candidate that only one of them finds is for a person' other 'use officer reason candidate picked' 'use=1 candidate=0 name=2' 'name not settled'
is 'of a candidate no name is asked where the log selected nobody and the second reader finds none' other 'use officer reason candidate nobody' 'use=1 candidate=0' 'result said'
is 'a certain yes of the second reader accuses nobody' other 'use officer' 'use=1 officer=1 reason=2 candidate=2' 'reason said' 'result said'
is 'a use that only the second reader is certain of counts' other '' 'use=2' 'use said'
is 'nor against words that deny or plan one' other 'not_used' 'use=2' 'use not settled'
is 'a use that the word lists find denied, and of which the second reader is unsure, is not said' other 'not_used' '' 'use not said'
is 'nor is it settled where its doubt leans to a use' other 'not_used leans_use' '' 'use not settled'
is 'a use that only the second reader finds, surely and not certainly, is for a person' other '' 'use=1' 'use not settled'
is 'a use that only the second reader finds is not an unlogged one' other '' 'use=2' 'other not settled'
is 'no use counts where neither finds one' other '' 'use=-1' 'use not said'
is 'an action on another person needs no corroboration' known "$whole other_action" 'use=1 candidate=1 action=1' 'corroborated said'
is 'an action that only the second reader is certain of is for a person' known "$whole" 'use=1 candidate=1 action=2' 'corroborated not settled'
is 'so is one that it only finds, in wording that is not known' other "$whole" 'use=1 candidate=1 action=1' 'corroborated not settled'
is 'and one of which it is unsure, where the report denies a corroboration' other "$whole denial" 'use=1 candidate=1' 'corroborated not settled'
is 'or where its doubt leans to one' other "$whole leans_action" 'use=1 candidate=1' 'corroborated not settled'
is 'another doubt of an action is none' other "$whole" 'use=1 candidate=1' 'corroborated said'
is 'an action without corroboration that both find is settled' other "$whole action" 'use=1 candidate=1 action=1 corroborated=-1' 'corroborated not said'
is 'where the second reader is unsure whether it was corroborated, a person reads' other "$whole action" 'use=1 candidate=1 action=1' 'corroborated not settled'
is 'a certain yes does not settle who searched where the report says that nobody knows' other 'use reason candidate name searcher_untold' 'use=1 officer=2 reason=1 candidate=1' 'officer not settled'
is 'nor does a doubt, where both find nobody named and the report says that nobody knows' other 'use reason candidate name searcher_untold' 'use=1 reason=1 candidate=1' 'officer not said'
is 'a report that tells of a notice to the Chief before the search is never without a reason unread' other 'use officer candidate name notice' 'use=1 officer=1 reason=-1 candidate=1 notice=1' 'reason not settled'
echo "1..$number"
