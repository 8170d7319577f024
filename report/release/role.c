/* Reads who the person is that a search selected: from the reason, and from the sentences of the narratives that name them. */
#include "report/release/role.h"
#include "include/text.h"
#include <stdlib.h>
#include <string.h>

bool role_text_has(const char *text, const char *word) {
  g_autofree char *folded = g_utf8_strdown(text ? text : "", -1);
  return strstr(folded, word) != NULL;
}

/* The last word of the surname, folded: of what stands before the comma, else of all; "Jr." is none. */
static char *surname(const char *name) {
  static const char *const suffixes[] = {"jr", "sr", "ii", "iii", "iv", NULL};
  const char *comma = strchr(name, ',');
  g_autofree char *part = comma ? g_strndup(name, (gsize)(comma - name)) : g_strdup(name), *folded = text_words(part);
  g_auto(GStrv) words = g_strsplit(folded, " ", -1);
  guint last = g_strv_length(words);
  while (last > 1 && (g_strv_contains(suffixes, words[last - 1]) || g_ascii_isdigit(*words[last - 1]))) last--;
  return g_strdup(last ? words[last - 1] : "");
}

/* The sentences of the narratives that have the candidate's surname, or "Vance's", folded, each between full stops; NULL: none.
 */
static char *sentences_named(const struct facts *facts) {
  if (!facts->narrative || !facts->candidate) return NULL;
  g_autofree char *last = surname(facts->candidate), *name = g_strconcat(" ", last, " ", NULL),
                  *theirs = g_strconcat(" ", last, "s ", NULL);
  g_auto(GStrv) sentences = g_strsplit_set(facts->narrative, ".;!?\n", -1);
  GString *named = g_string_new(NULL);
  for (char **sentence = sentences; *last && *sentence; sentence++) {
    g_autofree char *words = text_words(*sentence), *padded = g_strconcat(" ", words, " ", NULL);
    if (strstr(padded, name) || strstr(padded, theirs)) g_string_append_printf(named, "%s.", padded);
  }
  return g_string_free(named, !named->len);
}

/* Whether a sentence of the narratives has both the candidate's surname and WORD, whole or as its beginning. */
bool role_sentence_says(const struct facts *facts, const char *word) {
  g_autofree char *named = sentences_named(facts), *begins = g_strconcat(" ", word, NULL);
  return named && strstr(named, begins);
}

static bool says(const char *text, const char *pattern) {
  return text && g_regex_match_simple(pattern, text, G_REGEX_CASELESS, 0);
}

/* "identify victim of robbery", "victim ID", but not "identify the man who the victim saw", "ID male following victim" or "the
   victim's uncle". */
static bool reason_asks(const char *reason, const char *part) {
  static const char others[] =
      "(?:who|that|whom|of|to|from|by|with|for|and|in|on|at|against|near|seen|suspect|offender)\\b|"
      "(?!shooting|stabbing|trafficking|kidnapping|drowning)\\w+ing\\b|(?!unidentified|deceased|injured|wounded)\\w+ed\\b",
                    theirs[] = "(?! "
                               "(?:friend|boy|girl|husband|wife|spouse|mother|father|brother|sister|son|daughter|famil|relative|"
                               "roommate|neighbor|attack|"
                               "assail|vehicle|car|phone|card))";
  g_autofree char *asks =
      g_strdup_printf("^\\W*%s\\W*$|\\b(?:id|ident\\w*|name|locate|find|confirm)(?: of)?(?: (?!%s)[\\w/-]+){0,4}?"
                      " %s(?:e?s)?\\b(?!['’])%s|\\b%s (?:id|identification)\\b",
                      part, others, part, theirs, part);
  return says(reason, asks);
}

/* "Pike is the victim", "the victim, Sam Pike", but not "the victim identified Pike", "named Pike", "Pike is the victim's uncle".
 */
static bool report_calls(const struct facts *facts, const char *part) {
  g_autofree char *last = facts->candidate ? surname(facts->candidate) : NULL,
                  *own = last ? g_regex_escape_string(last, -1) : NULL;
  if (!last || !*last) return false;
  const char *comma = strchr(facts->candidate, ',');
  g_autofree char *words = text_words(comma ? comma + 1 : ""), *given = *words ? g_regex_escape_string(words, -1) : g_strdup("-");
  g_autofree char *pattern = g_strdup_printf("\\b%s (?:is|was|identified as) (?:the|a|our|another) (?:\\w+ )?%s\\b(?!['’])|"
                                             "\\b%s,? (?:is |was )?(?:identified as )?(?:%s )?%s\\b(?!['’])|\\b%s witnessed\\b",
                                             own, part, part, given, own, strcmp(part, "witness") ? "-" : own);
  return says(facts->narrative, pattern);
}

/* What the reason and the report say this person is. A reason that says suspect is of one, whoever else it names. */
enum role role_of(const struct facts *facts) {
  bool suspect =
           says(facts->reason, "\\b(?:suspect|offender|perpetrator|assailant|robber\\b|thief|shooter|burglar\\b|poi\\b|wanted)"),
       asks_victim = reason_asks(facts->reason, "victim"), asks_witness = reason_asks(facts->reason, "witness"),
       victim = asks_victim || report_calls(facts, "victim"), witness = asks_witness || report_calls(facts, "witness");
  if ((victim && witness) || (suspect && (victim || witness))) return ROLE_UNCLEAR;
  if (victim || witness) return victim ? ROLE_VICTIM : ROLE_WITNESS;
  if (suspect) return ROLE_SUSPECT;
  bool told = role_text_has(facts->reason, "victim") || role_text_has(facts->reason, "witness") ||
              role_sentence_says(facts, "victim") || role_sentence_says(facts, "witness");
  return told ? ROLE_UNCLEAR : ROLE_SUSPECT;
}

/* Whether the surname stands behind another given name: "Marco Orten" is not Lia Orten. GIVEN: her given names, folded. */
static bool other_bears(const char *sentence, const char *given, const char *last) {
  static const char *const no_names[] = {"then",     "later",  "also",         "mr",      "ms",
                                         "mrs",      "and",    "suspect",      "subject", "defendant",
                                         "arrested", "booked", "subsequently", "finally", NULL};
  g_autofree char *pattern = g_strdup_printf("([\\p{L}'’-]+)\\.? +(?i:%s)\\b", last);
  g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_auto(GStrv) own = g_strsplit(given, " ", -1);
  g_regex_match(regex, sentence, 0, &match);
  for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
    g_autofree char *word = g_match_info_fetch(match, 1), *folded = text_words(word);
    bool initial = !folded[0] || !folded[1], hers = g_strv_contains((const char *const *)own, folded);
    for (char **name = own; initial && *name; name++) hers = hers || **name == *folded;
    if (g_unichar_isupper(g_utf8_get_char(word)) && !hers && !g_strv_contains(no_names, folded)) return true;
  }
  return false;
}

/* The sentence, as it stands, says of this person that the arrest took place, now, in this case. */
static bool sentence_arrests(const char *sentence, const char *given, const char *last) {
  static const char doubts[] =
      "\\b(?:unless|if|until|claim\\w*|alleg\\w*|said|says|told|stated|asked|previous\\w*|prior|formerly|once|another|"
      "other|unrelated|warrant\\w*|capias|affidavit|not|never|nearly|almost|wrongly)\\b|n['’]t\\b";
  static const char adverbs[] = "(?:then|also|later|subsequently|immediately|promptly|lawfully|physically|finally)";
  g_autofree char *stated = g_strdup_printf("\\b%s(?:,? (?:jr|sr)\\.?)?,? (?:was|has been|had been|got) (?:%s "
                                            ")*(?:arrested|taken into custody|placed (?:in custody|under arrest)|booked)\\b|"
                                            "\\b(?:i|we|and|officers?|deput(?:y|ies)|detectives?|police|patrol|he|she|they) "
                                            "(?:%s )*(?:arrested|booked) (?:(?:mr|ms|mrs|%s)\\.? )*%s\\b(?!['’])|"
                                            "\\b(?:placed|took) (?:(?:mr|ms|mrs|%s)\\.? )*%s (?:under arrest|into custody)\\b",
                                            last, adverbs, adverbs, given, last, given, last);
  g_autofree char *beside = g_strdup_printf("\\b(?:with|near|by|than|like|of|for) (?:%s )?%s\\b", given, last);
  return says(sentence, stated) && !says(sentence, doubts) && !says(sentence, beside) && !other_bears(sentence, given, last);
}

bool role_arrested(const struct facts *facts) {
  if (!facts->narrative || !facts->candidate) return false;
  g_autofree char *last = surname(facts->candidate), *own = g_regex_escape_string(last, -1);
  const char *comma = strchr(facts->candidate, ',');
  g_autofree char *words = text_words(comma ? comma + 1 : ""), *given = *words ? g_regex_escape_string(words, -1) : g_strdup("-");
  /* Not behind an initial or a title. */
  g_auto(GStrv) sentences = g_regex_split_simple(
      "(?<!\\b\\p{Lu})(?<!\\b[MmDd][rs])(?<!\\b[MD][RS])(?<!\\b[Mm]rs)(?<!\\bMRS)\\.|[;!?\\n]", facts->narrative, 0, 0);
  for (char **sentence = sentences; *last && *sentence; sentence++)
    if (sentence_arrests(*sentence, given, own)) return true;
  return false;
}

bool facts_tagged(const struct facts *facts, const char *tag, bool narrative) {
  const struct offences *offences = facts->release->offences;
  return offence_has(offences, tag, facts->types) || offence_has(offences, tag, facts->reason) ||
         (narrative && offence_has(offences, tag, facts->narrative));
}

/* ---------------------------------------------------------------------------------------------------------------- ages */

/* The least age that TEXT gives; 0: none. "15 yo", "15-year-old", "age 15", and what NAMED adds: "Wynn (15)", "Wynn, 15,". */
static int age_of(const char *text, const char *named) {
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *pattern = g_strconcat(
      "(?|\\b(\\d{1,2})[ -]?(?:yo|y/o|yr|yrs|years? old|year-old|years? of age)\\b|\\bage[d:]? ?(\\d{1,2})\\b", named, ")", NULL);
  g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_CASELESS, 0, NULL);
  int least = 0;
  g_regex_match(regex, text ? text : "", 0, &match);
  for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
    g_autofree char *digits = g_match_info_fetch(match, 1);
    int age = (int)g_ascii_strtoll(digits, NULL, 10);
    if (age && (!least || age < least)) least = age;
  }
  return least;
}

/* Whether the narratives speak of a child where they speak of the candidate, or of one by age anywhere. */
static bool narrative_child(const struct facts *facts) {
  g_autofree char *named = sentences_named(facts), *last = surname(facts->candidate ? facts->candidate : ""),
                  *own = g_regex_escape_string(last, -1),
                  *aged = g_strdup_printf("|\\b%s,? \\(?(\\d{1,2})(?:[,;)]|$)", *last ? own : "-"),
                  *born = g_strdup_printf("\\b%s\\b[^.;!?]*\\b(?:born|dob|date of birth)\\b[^.;!?]*?\\b((?:19|20)\\d\\d)\\b",
                                          *last ? own : "-");
  int age = age_of(facts->narrative, aged);
  if ((age && age < 18) || says(facts->narrative, "\\bjuvenile|\\bthe (?:boy|girl)\\b|\\b(?:is|was|aged?) "
                                                  "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\\b|"
                                                  "\\breleased to (?:his|her|their|a) (?:mother|father|parent|guardian|grand)"))
    return true;
  if (offence_has(facts->release->offences, "child", named)) return true;
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GRegex) regex = g_regex_new(born, G_REGEX_CASELESS, 0, NULL);
  if (!facts->narrative || !g_regex_match(regex, facts->narrative, 0, &match)) return false;
  g_autofree char *year = g_match_info_fetch(match, 1);
  return atoi(facts->incident ? facts->incident : facts->release->day) - atoi(year) <= 18;
}

/* The age that candidate or reason gives; where they, or the report, only speak of a child, -1. */
int child_of(const struct facts *facts) {
  int age = age_of(facts->candidate, "|\\((\\d{1,2})\\)");
  if (age) return age < 18 ? age : 0;
  age = age_of(facts->reason, ""); /* a grown-up in the reason may be somebody else */
  if (age && age < 18) return age;
  return facts_tagged(facts, "child", false) || narrative_child(facts) ? -1 : 0;
}
