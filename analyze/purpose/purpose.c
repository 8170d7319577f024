/* Names the purpose of a search from its reason, by what the purpose_*.txt lexicons find in it; reason_text.c makes its plain
   text. */
#include "analyze/purpose/purpose.h"
#include <string.h>
#include "analyze/purpose/agency_words.h"
#include "analyze/purpose/reason_text.h"
#include "include/text.h"

#define REASON_MOST 4096            /* bytes: nobody types more, and a pattern's cost may grow with the square */
#define REASON_LONG 512             /* longer ones are counted against the budget of a run */
#define LONG_REASONS_MOST (1 << 22) /* bytes */

/* The evidence, strongest first: the first found decides. A grudge or a private use stated outright, a refusal or a danger to
   many is more specific than the offence it comes with; an offence is more specific than a body or a role. */
static const struct {
  const char *meaning, *purpose, *detail;
} evidence[] = {
    {"purpose_machine", "unstated", NULL},
    {"purpose_grudge", "unauthorized", "harassment"},
    {"purpose_display", "unauthorized", "other"},
    {"purpose_trial", "unstated", NULL},
    {"purpose_confessed", "unauthorized", "personal"},
    {"purpose_refusal", "detained", NULL},
    {"purpose_cannot", "unable", NULL},
    {"purpose_danger", "safety", NULL},
    {"purpose_epidemic", "health", NULL},
    {"purpose_dissent", "unclear", NULL},
    {"purpose_offence", "criminal", NULL},
    {"purpose_sickness", "health", NULL},
    {"purpose_sought", "criminal", NULL},
    {"purpose_helpless", "unable", NULL},
    {"purpose_armed", "safety", NULL},
    {"purpose_harmed", "criminal", NULL},
    {"purpose_held", "detained", NULL},
};

/* A neighbour, a protester, a permit: they state a purpose only if the reason says nothing else. */
static const struct {
  const char *meaning, *detail;
} private_evidence[] = {{"purpose_belief", "protected activity"}, {"purpose_kin", "personal"}, {"purpose_civil", "other"}};

const char purpose_words_unknown[] = "no words were found that this program knows as a purpose";

const char *const purpose_files[] = {"analyze/lexicon/purpose_criminal.txt", "analyze/lexicon/purpose_detained.txt",
                                     "analyze/lexicon/purpose_safety.txt",   "analyze/lexicon/purpose_health.txt",
                                     "analyze/lexicon/purpose_unable.txt",   "analyze/lexicon/purpose_unauthorized.txt",
                                     "analyze/lexicon/purpose_unstated.txt", NULL};

struct purposes {
  struct lexicon *lexicon;
  guint64 *sifted; /* what may occur in the current text */
  struct spelling *spelling;
  struct agency_words *own;
  int meanings[G_N_ELEMENTS(evidence)], private_meanings[G_N_ELEMENTS(private_evidence)];
  int present, denied, disclaimed, said, beside, requester, filler, goods, loss, hiring;
  gsize long_left; /* how much of the budget of a run is used */
};

struct purposes *purposes_new(void) {
  struct purposes *purposes = g_new0(struct purposes, 1);
  purposes->lexicon = lexicon_load(purpose_files);
  purposes->sifted = g_new(guint64, lexicon_sift_size(purposes->lexicon));
  purposes->spelling = spelling_new(purpose_files);
  purposes->own = agency_words_new();
  for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++)
    purposes->meanings[i] = lexicon_meaning(purposes->lexicon, evidence[i].meaning);
  for (gsize i = 0; i < G_N_ELEMENTS(private_evidence); i++)
    purposes->private_meanings[i] = lexicon_meaning(purposes->lexicon, private_evidence[i].meaning);
  purposes->present = lexicon_meaning(purposes->lexicon, "purpose_present");
  purposes->denied = lexicon_meaning(purposes->lexicon, "purpose_denied");
  purposes->disclaimed = lexicon_meaning(purposes->lexicon, "purpose_disclaimed");
  purposes->said = lexicon_meaning(purposes->lexicon, "purpose_private_said");
  purposes->beside = lexicon_meaning(purposes->lexicon, "purpose_beside_private");
  purposes->requester = lexicon_meaning(purposes->lexicon, "purpose_requester");
  purposes->filler = lexicon_meaning(purposes->lexicon, "purpose_filler");
  purposes->hiring = lexicon_meaning(purposes->lexicon, "purpose_hiring");
  purposes->goods = lexicon_meaning(purposes->lexicon, "purpose_goods");
  purposes->loss = lexicon_meaning(purposes->lexicon, "purpose_loss");
  purposes->long_left = LONG_REASONS_MOST;
  return purposes;
}

void purposes_free(struct purposes *purposes) {
  if (!purposes) return;
  agency_words_free(purposes->own);
  spelling_free(purposes->spelling);
  lexicon_free(purposes->lexicon);
  g_free(purposes->sifted);
  g_free(purposes);
}

bool purposes_add(struct purposes *purposes, const char *words, const char *purpose) {
  return agency_words_add(purposes->own, words, purpose);
}

static bool own_purpose(const struct purposes *purposes, const char *reason, struct purpose *purpose) {
  char *words;
  const char *name = agency_words_find(purposes->own, reason, &words);
  if (!name) return false;
  purpose->name = name, purpose->words = words;
  purpose->detail = strcmp(name, "unauthorized") ? NULL : "other";
  return true;
}

/* One reason while it is read. */
struct reading {
  struct purposes *purposes;
  const char *reason;
  struct purpose_text text;
  bool gave_up;
};

/* Must be called again after a word was blanked out: others may begin or end there. */
static struct lexicon_text text_sifted(struct reading *reading) {
  const struct purposes *purposes = reading->purposes;
  lexicon_sift(purposes->lexicon, reading->text.plain->str, reading->text.plain->len, purposes->sifted);
  return (struct lexicon_text){reading->text.plain->str, reading->text.plain->len, purposes->sifted};
}

static bool meaning_found(struct reading *reading, int meaning, const struct lexicon_text *plain, struct span *span) {
  enum lexicon_result found = lexicon_find(reading->purposes->lexicon, meaning, plain, 0, span, NULL, NULL);
  reading->gave_up |= found == LEXICON_GAVE_UP;
  return found == LEXICON_YES;
}

/* Blanks out every match of a meaning, pattern by pattern so that each takes one pass. Returns the number of matches. */
static guint meaning_blank(struct reading *reading, int meaning) {
  struct lexicon *lexicon = reading->purposes->lexicon;
  guint count = 0, patterns = lexicon_pattern_count(lexicon, meaning);
  for (guint i = 0; i < patterns; i++) {
    struct lexicon_text plain = text_sifted(reading);
    for (gsize at = 0; at < plain.length;) {
      struct span span;
      enum lexicon_result found = lexicon_find_pattern(lexicon, meaning, i, &plain, at, &span, NULL, NULL);
      reading->gave_up |= found == LEXICON_GAVE_UP;
      if (found != LEXICON_YES) break;
      memset(reading->text.plain->str + span.start, ' ', span.length);
      at = span.start + MAX(span.length, 1);
      count++;
    }
  }
  return count;
}

/* Whether an unknown word is left. A token with a digit is a number; two letters or a mash of keys say nothing. Ordinary words
   are ALLOWED next to a private purpose, which they do not change. */
static bool words_unknown(const struct reading *reading, bool allowed) {
  for (const char *at = reading->text.plain->str; *at;) {
    gsize length = strcspn(at, " "), letters = strspn(at, "abcdefghijklmnopqrstuvwxyz");
    if (length > 2 && length == letters && !word_mashed(at, length) &&
        !(allowed && spelling_ordinary(reading->purposes->spelling, at, length)))
      return true;
    at += length + (at[length] == ' ');
  }
  return false;
}

static bool rest_unknown(struct reading *reading, bool allowed) {
  meaning_blank(reading, reading->purposes->requester);
  meaning_blank(reading, reading->purposes->filler);
  return words_unknown(reading, allowed);
}

/* The words as they were typed. */
static char *span_words(const struct reading *reading, struct span span) {
  if (!span.length) return NULL;
  guint32 from = g_array_index(reading->text.from, guint32, span.start);
  guint32 to = g_array_index(reading->text.to, guint32, span.start + span.length - 1);
  return g_strstrip(g_strndup(reading->reason + from, to - from));
}

/* Whether the reason, apart from a confessed private purpose or a trial (which are blanked out), also states a purpose of 32.6.2,
   or a loss. */
static bool offence_beside(struct reading *reading, const char *decided) {
  for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++)
    if (!strcmp(evidence[i].purpose, decided)) meaning_blank(reading, reading->purposes->meanings[i]);
  struct lexicon_text plain = text_sifted(reading);
  struct span span;
  for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++)
    if (strcmp(evidence[i].purpose, "unauthorized") && strcmp(evidence[i].purpose, "unstated") &&
        meaning_found(reading, reading->purposes->meanings[i], &plain, &span))
      return true;
  return meaning_found(reading, reading->purposes->loss, &plain, &span);
}

/* The words of a threat to public health beside somebody who is held, or cannot say who they are; false: there are none. */
static bool health_beside(struct reading *reading, const struct lexicon_text *plain, const char *decided, struct span *words) {
  for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++)
    if (!strcmp(evidence[i].purpose, "health") &&
        (!strcmp(decided, "detained") || !strcmp(evidence[i].meaning, "purpose_epidemic")) &&
        meaning_found(reading, reading->purposes->meanings[i], plain, words))
      return true;
  return false;
}

static void purpose_doubted(struct purpose *purpose, const char *doubt) {
  purpose->name = "unclear", purpose->detail = NULL, purpose->doubt = doubt;
}

/* A cook who gave a false name is not held; of whoever is, or cannot say who they are, a person must decide whether the Chief had
   to be told first (32.6.2(3)). */
static void health_weigh(struct reading *reading, const struct lexicon_text *plain, struct span health, struct purpose *purpose) {
  struct span unused;
  if (strcmp(purpose->name, "detained") || meaning_found(reading, reading->purposes->present, plain, &unused)) {
    purpose_doubted(purpose, "it names a threat to public health beside another purpose");
    return;
  }
  g_free(purpose->words);
  purpose->name = "health", purpose->detail = NULL, purpose->words = span_words(reading, health);
}

/* A person must weigh an offence that is named next to a confession, a trial, a protest or an applicant. Text that a machine
   wrote raises no doubt. */
static void evidence_doubt(struct reading *reading, const struct lexicon_text *plain, bool machine, struct purpose *purpose) {
  struct span span;
  bool weighed = !machine && (!strcmp(purpose->name, "unauthorized") || !strcmp(purpose->name, "unstated"));
  bool offence = !strcmp(purpose->name, "criminal") || !strcmp(purpose->name, "safety");
  bool person = !strcmp(purpose->name, "detained") || !strcmp(purpose->name, "unable");
  if (person && health_beside(reading, plain, purpose->name, &span)) {
    health_weigh(reading, plain, span, purpose);
    return;
  }
  bool doubted = (weighed && offence_beside(reading, purpose->name)) ||
                 (offence && meaning_found(reading, reading->purposes->hiring, plain, &span));
  if (doubted || !strcmp(purpose->name, "unclear"))
    purpose_doubted(purpose, "it names an offence beside something private, protected or a trial of the system");
}

static bool evidence_decides(struct reading *reading, struct purpose *purpose) {
  struct lexicon_text plain = text_sifted(reading);
  for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++) {
    struct span span;
    if (!meaning_found(reading, reading->purposes->meanings[i], &plain, &span)) continue;
    purpose->name = evidence[i].purpose, purpose->detail = evidence[i].detail;
    purpose->words = span_words(reading, span);
    evidence_doubt(reading, &plain, !i, purpose);
    return true;
  }
  return false;
}

static bool private_found(struct reading *reading, struct span disclaimed, struct purpose *purpose) {
  struct lexicon_text plain = text_sifted(reading);
  struct span span;
  for (gsize i = 0; i < G_N_ELEMENTS(private_evidence); i++) {
    if (!meaning_found(reading, reading->purposes->private_meanings[i], &plain, &span)) continue;
    purpose->detail = private_evidence[i].detail, purpose->words = span_words(reading, span);
    return true;
  }
  if (disclaimed.length) purpose->detail = "other", purpose->words = span_words(reading, disclaimed);
  return disclaimed.length;
}

/* A reason that says it is not a police matter needs nothing more; otherwise it must say what the person or thing is wanted for,
   and nothing may remain that is not understood or speaks of a loss. */
static bool private_decides(struct reading *reading, struct span disclaimed, struct purpose *purpose) {
  if (!private_found(reading, disclaimed, purpose)) return false;
  struct lexicon_text plain = text_sifted(reading);
  struct span span;
  bool said = disclaimed.length || meaning_found(reading, reading->purposes->said, &plain, &span);
  for (gsize i = 0; i < G_N_ELEMENTS(private_evidence); i++) meaning_blank(reading, reading->purposes->private_meanings[i]);
  bool doubted = meaning_blank(reading, reading->purposes->loss);
  if (!disclaimed.length && !doubted) {
    meaning_blank(reading, reading->purposes->beside);
    doubted = meaning_blank(reading, reading->purposes->goods) || rest_unknown(reading, true);
  }
  purpose->name = doubted || !said ? "unclear" : "unauthorized";
  if (doubted) purpose->doubt = "it says more than the words that this program knows";
  else if (!said) purpose->doubt = "it names whom or what it is about, and not what for";
  if (purpose->doubt) purpose->detail = NULL;
  return true;
}

static bool loss_decides(struct reading *reading, struct purpose *purpose) {
  struct lexicon_text plain = text_sifted(reading);
  struct span span;
  if (!meaning_found(reading, reading->purposes->goods, &plain, &span) &&
      !meaning_found(reading, reading->purposes->loss, &plain, &span))
    return false;
  purpose->name = "criminal", purpose->words = span_words(reading, span);
  return true;
}

static void reason_weigh(struct reading *reading, struct purpose *purpose) {
  struct lexicon_text plain = text_sifted(reading);
  struct span disclaimed = {0, 0};
  if (meaning_found(reading, reading->purposes->disclaimed, &plain, &disclaimed))
    meaning_blank(reading, reading->purposes->disclaimed);
  bool denied = meaning_blank(reading, reading->purposes->denied);
  if (evidence_decides(reading, purpose) || private_decides(reading, disclaimed, purpose) || loss_decides(reading, purpose))
    return;
  bool unknown = rest_unknown(reading, false) || denied;
  purpose->name = unknown ? "unclear" : "unstated";
  if (unknown) purpose->doubt = purpose_words_unknown;
}

/* Three letters or more, none of them Latin: there are words, but not in a script that this program reads. */
static bool reason_unread(const char *reason) {
  guint others = 0;
  for (const char *at = reason; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isalpha(c)) continue;
    if (g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN) return false;
    others++;
  }
  return others >= 3;
}

/* Why a reason is not evaluated because of its length; NULL: it is evaluated. */
static const char *reason_too_long(struct purposes *purposes, const char *reason) {
  gsize length = strlen(reason);
  if (length > REASON_MOST) return "it is too long to be evaluated";
  if (length <= REASON_LONG) return NULL;
  if (length > purposes->long_left) return "it is long, as too many before it";
  purposes->long_left -= length;
  return NULL;
}

void purpose_read(struct purposes *purposes, const char *reason, struct purpose *purpose) {
  *purpose = (struct purpose){NULL, NULL, reason_too_long(purposes, reason), NULL};
  if (purpose->doubt || own_purpose(purposes, reason, purpose)) return;
  if (reason_unread(reason)) {
    purpose->name = "unclear", purpose->doubt = "it is written in letters that this program does not read";
    return;
  }
  struct reading reading = {.purposes = purposes, .reason = reason};
  purpose_text_read(&reading.text, reason, purposes->spelling);
  reason_weigh(&reading, purpose);
  purpose_text_clear(&reading.text);
  if (!reading.gave_up) return;
  g_free(purpose->words);
  *purpose = (struct purpose){.doubt = "a pattern reached its limit"};
}

/* ------------------------------------------------------------------------------------------------------ words unknown */

static bool word_strange(const struct purposes *purposes, const char *word) {
  g_autofree char *folded = text_words(word);
  gsize length = strlen(folded);
  if (length <= 2 || strpbrk(folded, "0123456789")) return false;
  return !spelling_known(purposes->spelling, folded, length);
}

char *purpose_strange(const struct purposes *purposes, const char *reason) {
  GString *strange = g_string_new(NULL), *word = g_string_new(NULL);
  for (const char *at = reason;; at = g_utf8_next_char(at)) {
    gunichar c = *at ? g_utf8_get_char(at) : 0;
    bool within = c && (g_unichar_isalnum(c) || g_unichar_ismark(c)); /* "e" and an accent of its own */
    if (within) g_string_append_unichar(word, c);
    if (within || (c && g_unichar_type(c) == G_UNICODE_FORMAT)) continue;
    if (word->len && word_strange(purposes, word->str))
      g_string_append_printf(strange, "%s%s", strange->len ? " " : "", word->str);
    g_string_truncate(word, 0);
    if (!c) break;
  }
  g_string_free(word, TRUE);
  return g_string_free(strange, !strange->len);
}
