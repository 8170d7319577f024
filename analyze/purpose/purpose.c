/* Names the purpose of a search from its reason by weighing what the purpose_*.txt lexicons find in it; spelling is left to
   spelling.c. */
#include "analyze/purpose/purpose.h"
#include <string.h>
#include "analyze/purpose/spelling.h"
#include "include/text.h"

/* The evidence, the stronger first: the first that is found decides. A use that is confessed, a refusal, a danger to many are
   more particular than the offence they come with; an offence is more particular than a body, a role, a neighbour. */
static const struct {
  const char *meaning, *purpose;
} evidence[] = {
    {"purpose_machine", "unstated"}, {"purpose_trial", "unstated"},   {"purpose_confessed", "unauthorized"},
    {"purpose_refusal", "detained"}, {"purpose_cannot", "unable"},    {"purpose_danger", "safety"},
    {"purpose_epidemic", "health"},  {"purpose_offence", "criminal"}, {"purpose_sickness", "health"},
    {"purpose_sought", "criminal"},  {"purpose_helpless", "unable"},  {"purpose_armed", "safety"},
    {"purpose_harmed", "criminal"},  {"purpose_held", "detained"},    {"purpose_private", "unauthorized"},
};

static const char *const purpose_names[] = {"criminal", "detained", "safety", "health", "unable", "unstated", "unauthorized"};

const char *const purpose_files[] = {"analyze/lexicon/purpose_criminal.txt", "analyze/lexicon/purpose_detained.txt",
                                     "analyze/lexicon/purpose_safety.txt",   "analyze/lexicon/purpose_health.txt",
                                     "analyze/lexicon/purpose_unable.txt",   "analyze/lexicon/purpose_unauthorized.txt",
                                     "analyze/lexicon/purpose_unstated.txt", NULL};

struct own_words {
  char *words; /* by text_words, a blank at both ends */
  const char *purpose;
};

struct purposes {
  struct lexicon *lexicon;
  guint64 *sifted; /* what may stand in the text in hand */
  struct spelling *spelling;
  GArray *own; /* of struct own_words */
  int meanings[G_N_ELEMENTS(evidence)];
  int denied, requester, filler;
};

struct purposes *purposes_new(void) {
  struct purposes *purposes = g_new0(struct purposes, 1);
  purposes->lexicon = lexicon_load(purpose_files);
  purposes->sifted = g_new(guint64, lexicon_sift_size(purposes->lexicon));
  purposes->spelling = spelling_new();
  purposes->own = g_array_new(FALSE, FALSE, sizeof(struct own_words));
  for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++)
    purposes->meanings[i] = lexicon_meaning(purposes->lexicon, evidence[i].meaning);
  purposes->denied = lexicon_meaning(purposes->lexicon, "purpose_denied");
  purposes->requester = lexicon_meaning(purposes->lexicon, "purpose_requester");
  purposes->filler = lexicon_meaning(purposes->lexicon, "purpose_filler");
  return purposes;
}

void purposes_free(struct purposes *purposes) {
  if (!purposes) return;
  for (guint i = 0; i < purposes->own->len; i++) g_free(g_array_index(purposes->own, struct own_words, i).words);
  g_array_free(purposes->own, TRUE);
  spelling_free(purposes->spelling);
  lexicon_free(purposes->lexicon);
  g_free(purposes->sifted);
  g_free(purposes);
}

bool purposes_add(struct purposes *purposes, const char *words, const char *purpose) {
  g_autofree char *plain = text_words(words);
  for (gsize i = 0; *plain && i < G_N_ELEMENTS(purpose_names); i++) {
    if (strcmp(purpose, purpose_names[i])) continue;
    struct own_words own = {g_strconcat(" ", plain, " ", NULL), purpose_names[i]};
    g_array_append_val(purposes->own, own);
    return true;
  }
  return false;
}

static const char *own_purpose(const struct purposes *purposes, const char *reason, char **words) {
  if (!purposes->own->len) return NULL;
  g_autofree char *plain = text_words(reason);
  g_autofree char *padded = g_strconcat(" ", plain, " ", NULL);
  const struct own_words *best = NULL;
  for (guint i = 0; i < purposes->own->len; i++) {
    const struct own_words *own = &g_array_index(purposes->own, struct own_words, i);
    if (strstr(padded, own->words) && (!best || strlen(own->words) > strlen(best->words))) best = own;
  }
  if (!best) return NULL;
  *words = g_strstrip(g_strdup(best->words));
  return best->purpose;
}

/* The words as they were typed. */
static char *span_words(const struct purpose_text *text, const char *reason, struct span span) {
  if (!span.length) return NULL;
  guint32 from = g_array_index(text->from, guint32, span.start);
  guint32 to = g_array_index(text->to, guint32, span.start + span.length - 1);
  return g_strstrip(g_strndup(reason + from, to - from));
}

/* To be asked again when a word was blanked out: others may begin or end there. */
static struct lexicon_text text_sifted(const struct purposes *purposes, const struct purpose_text *text) {
  lexicon_sift(purposes->lexicon, text->plain->str, text->plain->len, purposes->sifted);
  return (struct lexicon_text){text->plain->str, text->plain->len, purposes->sifted};
}

/* Blanks every place of a meaning out of the text; false where the patterns gave up. */
static bool meaning_blank(const struct purposes *purposes, int meaning, struct purpose_text *text, guint *count) {
  for (gsize at = 0; at < text->plain->len;) {
    struct lexicon_text plain = text_sifted(purposes, text);
    struct span span;
    enum lexicon_result found = lexicon_find(purposes->lexicon, meaning, &plain, at, &span, NULL, NULL);
    if (found == LEXICON_GAVE_UP) return false;
    if (found == LEXICON_NO) break;
    memset(text->plain->str + span.start, ' ', span.length);
    at = span.start + MAX(span.length, 1);
    (*count)++;
  }
  return true;
}

/* How many words are left that look like words, and how many there are in all; a token with a digit is a number. */
static guint words_count(const char *plain, bool real) {
  guint count = 0;
  for (const char *at = plain; *at;) {
    gsize length = strcspn(at, " "), letters = strspn(at, "abcdefghijklmnopqrstuvwxyz");
    if (length && length == letters) count += !real || !word_mashed(at, length);
    at += length + (at[length] == ' ');
  }
  return count;
}

/* What no evidence knows. Words that fit any police work, a number, a name, a mash of keys say nothing: unstated. Words that
   do say something, but none of the four reasons, are the contract's "any other". */
static const char *purpose_of_rest(const struct purposes *purposes, struct purpose_text *text, bool denied) {
  guint all = words_count(text->plain->str, false), count = 0;
  if (!meaning_blank(purposes, purposes->requester, text, &count)) return NULL;
  if (!meaning_blank(purposes, purposes->filler, text, &count)) return NULL;
  guint left = words_count(text->plain->str, true);
  return denied || left > 1 || (left == 1 && all > 3) ? "unauthorized" : "unstated";
}

static const char *purpose_weigh(const struct purposes *purposes, const char *reason, struct purpose_text *text, char **words) {
  guint denied = 0;
  if (!meaning_blank(purposes, purposes->denied, text, &denied)) return NULL;
  struct lexicon_text plain = text_sifted(purposes, text);
  for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++) {
    struct span span;
    enum lexicon_result found = lexicon_find(purposes->lexicon, purposes->meanings[i], &plain, 0, &span, NULL, NULL);
    if (found == LEXICON_GAVE_UP) return NULL;
    if (found == LEXICON_NO) continue;
    *words = span_words(text, reason, span);
    return evidence[i].purpose;
  }
  return purpose_of_rest(purposes, text, denied > 0);
}

/* Three letters or more, and none of them Latin: words there are, but none that this program reads. */
bool reason_unread(const char *reason) {
  guint others = 0;
  for (const char *at = reason; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isalpha(c)) continue;
    if (g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN) return false;
    others++;
  }
  return others >= 3;
}

const char *purpose_of(const struct purposes *purposes, const char *reason, char **words) {
  *words = NULL;
  const char *own = own_purpose(purposes, reason, words);
  if (own) return own;
  if (reason_unread(reason)) return NULL;
  struct purpose_text text = {NULL, NULL, NULL};
  purpose_text_read(&text, reason, purposes->spelling);
  const char *purpose = purpose_weigh(purposes, reason, &text, words);
  purpose_text_clear(&text);
  return purpose;
}
