/* Finds meanings in a text: which patterns may match is told beforehand (sealed.h), the rest is asked of PCRE2 (matcher.h); what
   a match means is left to its callers. */
#include "analyze/words/lexicon.h"
#include <string.h>
#include "analyze/words/matcher.h"
#include "include/message.h"
#include "analyze/sealed.h"

struct lexicon {
  char **paths;
  const struct sealed *sealed;
  struct sealed *made;       /* where it was not sealed before */
  struct wordfile *words;    /* read when first needed: what was sealed does without */
  struct matcher **patterns; /* by number; compiled or decoded when first tried */
  struct matcher_room *room;
};

/* What lexicon_sift tells of a text behind the bits of the automaton. */
enum { TEXT_VALID = 1, TEXT_ASCII = 2 };

static const struct wordfile *lexicon_words(struct lexicon *lexicon) {
  if (!lexicon->words) lexicon->words = wordfile_read((const char *const *)lexicon->paths);
  return lexicon->words;
}

struct lexicon *lexicon_load(const char *const *paths) {
  struct lexicon *lexicon = g_new0(struct lexicon, 1);
  lexicon->paths = g_strdupv((char **)(gpointer)paths);
  lexicon->sealed = sealed_find(paths);
  if (!lexicon->sealed) lexicon->sealed = lexicon->made = sealed_make(paths, lexicon_words(lexicon), NULL);
  lexicon->patterns = g_new0(struct matcher *, lexicon->sealed->pattern_count);
  lexicon->room = matcher_room_new();
  return lexicon;
}

void lexicon_free(struct lexicon *lexicon) {
  if (!lexicon) return;
  for (guint i = 0; i < lexicon->sealed->pattern_count; i++) matcher_free(lexicon->patterns[i]);
  g_free(lexicon->patterns);
  matcher_room_free(lexicon->room);
  wordfile_free(lexicon->words);
  g_free(lexicon->made);
  g_strfreev(lexicon->paths);
  g_free(lexicon);
}

int lexicon_meaning(const struct lexicon *lexicon, const char *name) {
  for (guint i = 0; i < lexicon->sealed->meaning_count; i++)
    if (!strcmp(sealed_name(lexicon->sealed, i), name)) return (int)i;
  return -1;
}

static const struct sealed_meaning *meaning_at(const struct lexicon *lexicon, int meaning) {
  g_assert(meaning >= 0 && (guint)meaning < lexicon->sealed->meaning_count);
  return sealed_meaning(lexicon->sealed, (guint)meaning);
}

gsize lexicon_sift_size(const struct lexicon *lexicon) { return sealed_automaton(lexicon->sealed)->size + 1; }

/* What is not UTF-8 passes everything, for PCRE2 to refuse. */
void lexicon_sift(const struct lexicon *lexicon, const char *text, gsize length, guint64 *sifted) {
  const struct automaton *automaton = sealed_automaton(lexicon->sealed);
  guint64 *known = &sifted[automaton->size];
  if (automaton_scan(automaton, text, length, sifted)) *known = TEXT_VALID | TEXT_ASCII;
  else *known = g_utf8_validate_len(text, length, NULL) ? TEXT_VALID : 0;
  if (!*known) memset(sifted, 0xFF, automaton->size * sizeof *sifted);
}

static bool pattern_possible(const struct sealed_pattern *pattern, const guint64 *sifted) {
  for (guint i = 0; i < pattern->needs; i++)
    if (!(sifted[pattern->need[i] / 64] >> pattern->need[i] % 64 & 1)) return false;
  return true;
}

bool lexicon_possible(const struct lexicon *lexicon, int meaning, guint pattern, const guint64 *sifted) {
  return pattern_possible(sealed_pattern(lexicon->sealed, meaning_at(lexicon, meaning)->first + pattern), sifted);
}

/* From its expression: where it was not sealed, or for another PCRE2 than runs now. */
static struct matcher *matcher_make(struct lexicon *lexicon, int meaning, guint number) {
  const struct word_meaning *words = &g_array_index(lexicon_words(lexicon)->meanings, struct word_meaning, meaning);
  const struct word_pattern *written = &g_array_index(words->patterns, struct word_pattern, number);
  char *fault = NULL;
  struct matcher *matcher = matcher_compile(written->expression, &fault);
  if (!matcher) stop_input(written->file, written->line, "%s: correct the pattern", fault);
  return matcher;
}

static struct matcher *matcher_of(struct lexicon *lexicon, int meaning, guint number) {
  guint place = meaning_at(lexicon, meaning)->first + number;
  struct matcher **matcher = &lexicon->patterns[place];
  const guint8 *code = sealed_code(lexicon->sealed, sealed_pattern(lexicon->sealed, place));
  if (!*matcher && code) *matcher = matcher_decode(code);
  if (!*matcher) *matcher = matcher_make(lexicon, meaning, number);
  return *matcher;
}

static bool text_ascii(const char *text, gsize length) {
  guint8 seen = 0;
  for (gsize i = 0; i < length; i++) seen |= (guint8)text[i];
  return seen < 0x80;
}

static struct matcher_text text_known(const struct lexicon *lexicon, const struct lexicon_text *text,
                                      const struct sealed_pattern *pattern) {
  guint64 known = text->sifted ? text->sifted[lexicon_sift_size(lexicon) - 1] : 0;
  if (!text->sifted && text_ascii(text->bytes, text->length)) known = TEXT_VALID | TEXT_ASCII;
  const struct opening *opening = known & TEXT_ASCII ? sealed_opening(lexicon->sealed, pattern) : NULL;
  return (struct matcher_text){text->bytes, text->length, known & TEXT_VALID, opening};
}

/* One pattern of a meaning; a match that begins at BEFORE or later is none. */
static enum lexicon_result place_find(struct lexicon *lexicon, int meaning, guint number, const struct lexicon_text *text,
                                      gsize start, gsize before, struct span *where, const char *group_name, struct span *group) {
  const struct sealed_pattern *sealed = sealed_pattern(lexicon->sealed, meaning_at(lexicon, meaning)->first + number);
  if (text->sifted && !pattern_possible(sealed, text->sifted)) return LEXICON_NO;
  struct matcher_text known = text_known(lexicon, text, sealed);
  if (known.opening) start = opening_next(known.opening, text->bytes, text->length, start);
  if (known.opening && start >= MIN(before, text->length)) return LEXICON_NO;
  enum lexicon_result answer =
      matcher_find(matcher_of(lexicon, meaning, number), lexicon->room, &known, start, before, where, group_name, group);
  return answer == LEXICON_YES && where->start >= before ? LEXICON_NO : answer;
}

enum lexicon_result lexicon_find_pattern(struct lexicon *lexicon, int meaning, guint number, const struct lexicon_text *text,
                                         gsize start, struct span *where, const char *group_name, struct span *group) {
  return place_find(lexicon, meaning, number, text, start, G_MAXSIZE, where, group_name, group);
}

enum lexicon_result lexicon_find(struct lexicon *lexicon, int meaning, const struct lexicon_text *text, gsize start,
                                 struct span *where, const char *group_name, struct span *group) {
  enum lexicon_result best = LEXICON_NO;
  for (guint i = 0; i < meaning_at(lexicon, meaning)->count; i++) {
    struct span here, named;
    gsize before = best == LEXICON_YES ? where->start : G_MAXSIZE;
    enum lexicon_result answer = place_find(lexicon, meaning, i, text, start, before, &here, group_name, group ? &named : NULL);
    if (answer == LEXICON_GAVE_UP) return LEXICON_GAVE_UP;
    if (answer == LEXICON_NO) continue;
    best = LEXICON_YES, *where = here;
    if (group) *group = named;
  }
  return best;
}

guint lexicon_pattern_count(const struct lexicon *lexicon, int meaning) { return meaning_at(lexicon, meaning)->count; }

guint lexicon_meaning_count(const struct lexicon *lexicon) { return lexicon->sealed->meaning_count; }

const char *lexicon_meaning_name(const struct lexicon *lexicon, int meaning) {
  return sealed_name(lexicon->sealed, (guint)meaning);
}

const struct lexicon_example *lexicon_examples(struct lexicon *lexicon, guint *count) {
  const GArray *examples = lexicon_words(lexicon)->examples;
  *count = examples->len;
  return (const struct lexicon_example *)(void *)examples->data;
}
