/* Finds meanings in a text: the sieve says which patterns may match, PCRE2 (matcher.h) tries those; the callers decide what a
   match means. */
#include "analyze/words/lexicon.h"
#include <string.h>
#include "analyze/words/matcher.h"
#include "analyze/words/sieve/sieve.h"
#include "analyze/words/wordfile.h"
#include "include/message.h"

struct lexicon {
  struct wordfile *words;
  struct sieve *sieve;
  struct matcher **matchers; /* one for each pattern; compiled when first tried */
  struct matcher_room *room;
};

static const struct word_pattern *pattern_at(const struct lexicon *lexicon, guint number) {
  return &g_array_index(lexicon->words->patterns, struct word_pattern, number);
}

struct lexicon *lexicon_load(const char *const *paths) {
  struct lexicon *lexicon = g_new0(struct lexicon, 1);
  lexicon->words = wordfile_read(paths);
  guint count = lexicon->words->patterns->len;
  g_autofree const char **expressions = g_new(const char *, count);
  for (guint i = 0; i < count; i++) expressions[i] = pattern_at(lexicon, i)->expression;
  lexicon->sieve = sieve_new(expressions, count);
  lexicon->matchers = g_new0(struct matcher *, count);
  lexicon->room = matcher_room_new();
  return lexicon;
}

void lexicon_free(struct lexicon *lexicon) {
  if (!lexicon) return;
  for (guint i = 0; i < lexicon->words->patterns->len; i++) matcher_free(lexicon->matchers[i]);
  g_free(lexicon->matchers);
  matcher_room_free(lexicon->room);
  sieve_free(lexicon->sieve);
  wordfile_free(lexicon->words);
  g_free(lexicon);
}

static const struct word_meaning *meaning_at(const struct lexicon *lexicon, int meaning) {
  g_assert(meaning >= 0 && (guint)meaning < lexicon->words->meanings->len);
  return &g_array_index(lexicon->words->meanings, struct word_meaning, meaning);
}

int lexicon_meaning(const struct lexicon *lexicon, const char *name) {
  for (int i = 0; (guint)i < lexicon->words->meanings->len; i++)
    if (!strcmp(meaning_at(lexicon, i)->name, name)) return i;
  return -1;
}

gsize lexicon_sift_size(const struct lexicon *lexicon) { return sieve_size(lexicon->sieve); }

/* A text that is not UTF-8 passes, so that PCRE2 refuses it. */
void lexicon_sift(const struct lexicon *lexicon, const char *text, gsize length, guint64 *sifted) {
  if (g_utf8_validate_len(text, length, NULL)) sieve_text(lexicon->sieve, text, length, sifted);
  else memset(sifted, 0xFF, lexicon_sift_size(lexicon) * sizeof *sifted);
}

static struct matcher *matcher_of(struct lexicon *lexicon, guint number) {
  const struct word_pattern *written = pattern_at(lexicon, number);
  struct matcher **matcher = &lexicon->matchers[number];
  char *fault;
  if (!*matcher && !(*matcher = matcher_compile(written->expression, &fault)))
    stop_input(written->file, written->line, "%s: correct the pattern", fault);
  return *matcher;
}

enum lexicon_result lexicon_find_pattern(struct lexicon *lexicon, int meaning, guint pattern, const struct lexicon_text *text,
                                         gsize start, struct span *where, const char *group_name, struct span *group) {
  guint number = meaning_at(lexicon, meaning)->first + pattern;
  if (text->sifted && !sieve_passes(lexicon->sieve, number, text->sifted)) return LEXICON_NO;
  return matcher_find(matcher_of(lexicon, number), lexicon->room, text->bytes, text->length, start, where, group_name, group);
}

enum lexicon_result lexicon_find(struct lexicon *lexicon, int meaning, const struct lexicon_text *text, gsize start,
                                 struct span *where, const char *group_name, struct span *group) {
  enum lexicon_result best = LEXICON_NO;
  for (guint i = 0; i < meaning_at(lexicon, meaning)->count; i++) {
    struct span here, named;
    enum lexicon_result answer = lexicon_find_pattern(lexicon, meaning, i, text, start, &here, group_name, group ? &named : NULL);
    if (answer == LEXICON_GAVE_UP) return LEXICON_GAVE_UP;
    if (answer == LEXICON_NO || (best == LEXICON_YES && here.start >= where->start)) continue;
    best = LEXICON_YES, *where = here;
    if (group) *group = named;
  }
  return best;
}

guint lexicon_pattern_count(const struct lexicon *lexicon, int meaning) { return meaning_at(lexicon, meaning)->count; }

guint lexicon_meaning_count(const struct lexicon *lexicon) { return lexicon->words->meanings->len; }

const char *lexicon_meaning_name(const struct lexicon *lexicon, int meaning) { return meaning_at(lexicon, meaning)->name; }

const struct lexicon_example *lexicon_examples(struct lexicon *lexicon, guint *count) {
  *count = lexicon->words->examples->len;
  return (const struct lexicon_example *)(void *)lexicon->words->examples->data;
}
