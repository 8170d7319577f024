/* Reads the word files of analyze/lexicon and matches their patterns with PCRE2; what a match means is left to its callers. */
#include "lexicon.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>
#include "assets.h"
#include "prefilter.h"
#include "say.h"

#define MATCH_LIMIT 100000
#define STACK_MOST (1 << 20)
#define JIT_AFTER 24

/* Compiled when first asked for, to machine code when asked for often: a small audit needs few of them, and those rarely. */
struct pattern {
  char *expression;
  const char *file;
  guint line, asked;
  pcre2_code *code;
  guint needs, need[LITERAL_SETS_MOST]; /* bits of the prefilter, all of which a text must have */
};

struct meaning_words {
  char *name;
  GArray *patterns; /* of struct pattern */
};

struct lexicon {
  GArray *meanings;    /* of struct meaning_words */
  GArray *examples;    /* of struct lexicon_example */
  GHashTable *numbers; /* name -> number + 1 */
  GHashTable *parts;   /* name -> expression */
  GHashTable *lists;   /* names of the parts that are called */
  struct prefilter *prefilter;
  pcre2_match_data *data;
  pcre2_match_context *context;
  pcre2_jit_stack *stack;
};

/* One "key: value" of a file, its continued lines joined by a blank. */
struct entry {
  const char *file;
  guint line;
  char *key, *value;
};

static bool name_letter(char c) { return g_ascii_islower(c) || g_ascii_isdigit(c) || c == '_' || c == ' '; }

/* The length of "{name}" at TEXT, 0 where a brace is a quantifier or a property. */
static gsize part_length(const char *text) {
  if (text[0] != '{' || !g_ascii_islower(text[1])) return 0;
  gsize at = 1;
  while (name_letter(text[at])) at++;
  return text[at] == '}' ? at + 1 : 0;
}

static void part_append(const struct lexicon *lexicon, const struct entry *entry, const char *text, gsize length, GString *out) {
  g_autofree char *name = g_strndup(text + 1, length - 2);
  const char *expression = g_hash_table_lookup(lexicon->parts, name);
  if (!expression)
    stop_input(entry->file, entry->line, "no part is named {%s}: define it above or in a file loaded before", name);
  if (g_hash_table_contains(lexicon->lists, name)) g_string_append_printf(out, "(?&%s)", name);
  else g_string_append_printf(out, "(?:%s)", expression);
}

/* What is called stands once behind the pattern, with what it calls itself. */
static void lists_append(const struct lexicon *lexicon, GString *expression) {
  g_autoptr(GHashTable) defined = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const char *at = expression->str; (at = strstr(at, "(?&"));) {
    gsize offset = (gsize)(at - expression->str) + 3;
    char *name = g_strndup(at + 3, strcspn(at + 3, ")"));
    if (g_hash_table_contains(defined, name)) g_free(name);
    else {
      g_string_append_printf(expression, "(?(DEFINE)(?<%s>%s))", name, (const char *)g_hash_table_lookup(lexicon->parts, name));
      g_hash_table_add(defined, name);
    }
    at = expression->str + offset;
  }
}

/* What is written for people becomes PCRE2: parts are put in, " | " is an alternative, a blank is any white space. */
static char *entry_expand(const struct lexicon *lexicon, const struct entry *entry) {
  GString *out = g_string_new(NULL);
  for (const char *at = entry->value; *at;) {
    gsize length = part_length(at);
    if (length) part_append(lexicon, entry, at, length, out);
    else if (at[0] == ' ' && at[1] == '|' && at[2] == ' ') g_string_append_c(out, '|'), length = 3;
    else if (at[0] == ' ' && at[1] == '?') g_string_append(out, "\\s*"), length = 2;
    else if (*at == ' ') g_string_append(out, "\\s+"), length = 1;
    else if (*at == '\\' && at[1]) g_string_append_len(out, at, 2), length = 2;
    else g_string_append_c(out, *at), length = 1;
    at += length;
  }
  return g_string_free(out, FALSE);
}

static void pattern_add(struct lexicon *lexicon, const struct entry *entry) {
  g_autofree char *plain = entry_expand(lexicon, entry);
  g_autoptr(GString) whole = g_string_new(NULL);
  g_string_printf(whole, "(?:%s)", plain);
  lists_append(lexicon, whole);
  struct pattern pattern = {.expression = g_strdup(whole->str), .file = entry->file, .line = entry->line};
  struct meaning_words *last = &g_array_index(lexicon->meanings, struct meaning_words, lexicon->meanings->len - 1);
  g_array_append_val(last->patterns, pattern);
}

static void pattern_compile(struct pattern *pattern) {
  int fault = 0;
  PCRE2_SIZE at = 0;
  pattern->code = pcre2_compile((PCRE2_SPTR)pattern->expression, PCRE2_ZERO_TERMINATED,
                                PCRE2_UTF | PCRE2_CASELESS | PCRE2_DOLLAR_ENDONLY, &fault, &at, NULL);
  if (pattern->code) return;
  PCRE2_UCHAR words[160];
  pcre2_get_error_message(fault, words, sizeof words);
  stop_input(pattern->file, pattern->line, "%s near \"%.40s\": correct the pattern", (const char *)words,
             pattern->expression + at);
}

static const pcre2_code *pattern_code(struct pattern *pattern) {
  if (!pattern->code) pattern_compile(pattern);
  /* Without JIT the interpreter answers, only slower. */
  if (pattern->asked++ == JIT_AFTER) pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
  return pattern->code;
}

static void meaning_add(struct lexicon *lexicon, const struct entry *entry) {
  if (lexicon_meaning(lexicon, entry->value) >= 0)
    stop_input(entry->file, entry->line, "a second meaning %s: join them", entry->value);
  struct meaning_words words = {g_strdup(entry->value), g_array_new(FALSE, FALSE, sizeof(struct pattern))};
  g_array_append_val(lexicon->meanings, words);
  g_hash_table_insert(lexicon->numbers, words.name, GUINT_TO_POINTER(lexicon->meanings->len));
}

static void example_add(struct lexicon *lexicon, const struct entry *entry, bool wanted) {
  struct lexicon_example example = {(int)lexicon->meanings->len - 1, g_strdup(entry->value), wanted, entry->file, entry->line};
  g_array_append_val(lexicon->examples, example);
}

/* "is:" extends PART, which "part:" named. */
static void part_extend(struct lexicon *lexicon, const struct entry *entry, const char *part) {
  const char *before = g_hash_table_lookup(lexicon->parts, part);
  char *more = entry_expand(lexicon, entry);
  char *all = before ? g_strconcat(before, "|", more, NULL) : g_strdup(more);
  g_free(more);
  g_hash_table_replace(lexicon->parts, g_strdup(part), all);
}

static void entry_take(struct lexicon *lexicon, const struct entry *entry, char **part) {
  bool in_part = *part != NULL, in_meaning = !in_part && lexicon->meanings->len > 0;
  bool list = !strcmp(entry->key, "list");
  if (list || !strcmp(entry->key, "part")) {
    if (g_hash_table_contains(lexicon->parts, entry->value))
      stop_input(entry->file, entry->line, "a second part %s: join them", entry->value);
    g_free(*part), *part = g_strdup(entry->value);
    if (list) g_hash_table_add(lexicon->lists, g_strdup(entry->value));
  } else if (!strcmp(entry->key, "is") && in_part) part_extend(lexicon, entry, *part);
  else if (!strcmp(entry->key, "meaning")) g_free(*part), *part = NULL, meaning_add(lexicon, entry);
  else if (!strcmp(entry->key, "pattern") && in_meaning) pattern_add(lexicon, entry);
  else if (!strcmp(entry->key, "yes") && in_meaning) example_add(lexicon, entry, true);
  else if (!strcmp(entry->key, "no") && in_meaning) example_add(lexicon, entry, false);
  else
    stop_input(entry->file, entry->line, "\"%s:\" has no place here: write part, list, is, meaning, pattern, yes or no",
               entry->key);
}

/* Ends the entry that was being gathered, if any. */
static void entry_end(struct lexicon *lexicon, struct entry *entry, char **part) {
  if (!entry->key) return;
  entry_take(lexicon, entry, part);
  g_clear_pointer(&entry->key, g_free);
  g_clear_pointer(&entry->value, g_free);
}

static void entry_begin(struct entry *entry, const char *line, guint number) {
  const char *colon = strchr(line, ':');
  if (!colon || colon == line)
    stop_input(entry->file, number, "\"%.40s\" is no \"key: value\": indent it to continue a line", line);
  entry->line = number;
  entry->key = g_strndup(line, (gsize)(colon - line));
  entry->value = g_strstrip(g_strdup(colon + 1));
}

static void file_read(struct lexicon *lexicon, const char *path) {
  const char *text = asset_text(path);
  if (!text) stop_system(path, "the program was built without this word file");
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  struct entry entry = {path, 0, NULL, NULL};
  char *part = NULL;
  for (guint i = 0; lines[i]; i++) {
    const char *line = lines[i];
    if (*line == '#' || !line[strspn(line, " \t\r")]) continue;
    if (*line == ' ' && entry.key) {
      char *joined = g_strjoin(" ", entry.value, g_strstrip(lines[i]), NULL);
      g_free(entry.value), entry.value = joined;
      continue;
    }
    entry_end(lexicon, &entry, &part);
    entry_begin(&entry, line, i + 1);
  }
  entry_end(lexicon, &entry, &part);
  g_free(part);
}

static void pattern_needs(struct pattern *pattern, struct literals *literals, struct prefilter *prefilter) {
  struct literal_needs needs;
  literals_derive(literals, pattern->expression, &needs);
  for (guint i = 0; i < needs.count; i++) {
    guint bit = prefilter_add(prefilter, needs.sets[i]);
    if (bit != G_MAXUINT) pattern->need[pattern->needs++] = bit;
  }
}

static void prefilter_build(struct lexicon *lexicon) {
  struct literals *literals = literals_new();
  lexicon->prefilter = prefilter_new();
  for (guint i = 0; i < lexicon->meanings->len; i++) {
    GArray *patterns = g_array_index(lexicon->meanings, struct meaning_words, i).patterns;
    for (guint k = 0; k < patterns->len; k++)
      pattern_needs(&g_array_index(patterns, struct pattern, k), literals, lexicon->prefilter);
  }
  prefilter_finish(lexicon->prefilter);
  literals_free(literals);
}

struct lexicon *lexicon_load(const char *const *paths) {
  struct lexicon *lexicon = g_new0(struct lexicon, 1);
  lexicon->meanings = g_array_new(FALSE, FALSE, sizeof(struct meaning_words));
  lexicon->examples = g_array_new(FALSE, FALSE, sizeof(struct lexicon_example));
  lexicon->numbers = g_hash_table_new(g_str_hash, g_str_equal);
  lexicon->parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  lexicon->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; paths[i]; i++) file_read(lexicon, paths[i]);
  prefilter_build(lexicon);
  lexicon->data = pcre2_match_data_create(32, NULL);
  lexicon->context = pcre2_match_context_create(NULL);
  lexicon->stack = pcre2_jit_stack_create(1 << 15, STACK_MOST, NULL);
  pcre2_set_match_limit(lexicon->context, MATCH_LIMIT);
  pcre2_jit_stack_assign(lexicon->context, NULL, lexicon->stack);
  return lexicon;
}

void lexicon_free(struct lexicon *lexicon) {
  if (!lexicon) return;
  for (guint i = 0; i < lexicon->meanings->len; i++) {
    struct meaning_words *words = &g_array_index(lexicon->meanings, struct meaning_words, i);
    for (guint k = 0; k < words->patterns->len; k++) {
      struct pattern *pattern = &g_array_index(words->patterns, struct pattern, k);
      pcre2_code_free(pattern->code);
      g_free(pattern->expression);
    }
    g_array_free(words->patterns, TRUE);
    g_free(words->name);
  }
  for (guint i = 0; i < lexicon->examples->len; i++) g_free(g_array_index(lexicon->examples, struct lexicon_example, i).text);
  g_array_free(lexicon->meanings, TRUE), g_array_free(lexicon->examples, TRUE);
  g_hash_table_destroy(lexicon->numbers), g_hash_table_destroy(lexicon->parts), g_hash_table_destroy(lexicon->lists);
  prefilter_free(lexicon->prefilter);
  pcre2_match_data_free(lexicon->data), pcre2_match_context_free(lexicon->context), pcre2_jit_stack_free(lexicon->stack);
  g_free(lexicon);
}

int lexicon_meaning(const struct lexicon *lexicon, const char *name) {
  return (int)GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->numbers, name)) - 1;
}

static const GArray *meaning_patterns(const struct lexicon *lexicon, int meaning) {
  g_assert(meaning >= 0 && (guint)meaning < lexicon->meanings->len);
  return g_array_index(lexicon->meanings, struct meaning_words, meaning).patterns;
}

static struct span group_span(const pcre2_code *code, pcre2_match_data *data, const char *name) {
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
  PCRE2_SPTR first, last;
  int size = pcre2_substring_nametable_scan(code, (PCRE2_SPTR)name, &first, &last);
  for (PCRE2_SPTR at = first; size > 0 && at <= last; at += size) {
    gsize group = (gsize)at[0] << 8 | at[1];
    if (group < pcre2_get_ovector_count(data) && ends[2 * group] != PCRE2_UNSET)
      return (struct span){ends[2 * group], ends[2 * group + 1] - ends[2 * group]};
  }
  return (struct span){0, 0};
}

/* The last tells whether the text is UTF-8, so that PCRE2 need not look; what is not passes everything, for PCRE2 to refuse. */
gsize lexicon_sift_size(const struct lexicon *lexicon) { return prefilter_size(lexicon->prefilter) + 1; }

void lexicon_sift(const struct lexicon *lexicon, const char *text, gsize length, guint64 *sifted) {
  gsize size = prefilter_size(lexicon->prefilter);
  bool ascii = prefilter_scan(lexicon->prefilter, text, length, sifted);
  sifted[size] = ascii || g_utf8_validate_len(text, length, NULL);
  if (!sifted[size]) memset(sifted, 0xFF, size * sizeof *sifted);
}

static bool pattern_possible(const struct pattern *pattern, const guint64 *sifted) {
  for (guint i = 0; i < pattern->needs; i++)
    if (!(sifted[pattern->need[i] / 64] >> pattern->need[i] % 64 & 1)) return false;
  return true;
}

bool lexicon_possible(const struct lexicon *lexicon, int meaning, guint pattern, const guint64 *sifted) {
  return pattern_possible(&g_array_index(meaning_patterns(lexicon, meaning), struct pattern, pattern), sifted);
}

enum lexicon_result lexicon_find_pattern(const struct lexicon *lexicon, int meaning, guint number,
                                         const struct lexicon_text *text, gsize start, struct span *where, const char *group_name,
                                         struct span *group) {
  struct pattern *pattern = &g_array_index(meaning_patterns(lexicon, meaning), struct pattern, number);
  if (text->sifted && !pattern_possible(pattern, text->sifted)) return LEXICON_NO;
  const pcre2_code *code = pattern_code(pattern);
  guint32 known = text->sifted && text->sifted[prefilter_size(lexicon->prefilter)] ? PCRE2_NO_UTF_CHECK : 0;
  int answer = pcre2_match(code, (PCRE2_SPTR)text->bytes, text->length, start, known, lexicon->data, lexicon->context);
  if (answer == PCRE2_ERROR_NOMATCH) return LEXICON_NO;
  if (answer < 0) return LEXICON_GAVE_UP;
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(lexicon->data);
  *where = (struct span){ends[0], ends[1] > ends[0] ? ends[1] - ends[0] : 0};
  if (group) *group = group_span(code, lexicon->data, group_name);
  return LEXICON_YES;
}

enum lexicon_result lexicon_find(const struct lexicon *lexicon, int meaning, const struct lexicon_text *text, gsize start,
                                 struct span *where, const char *group_name, struct span *group) {
  enum lexicon_result best = LEXICON_NO;
  for (guint i = 0; i < meaning_patterns(lexicon, meaning)->len; i++) {
    struct span here, named;
    enum lexicon_result answer = lexicon_find_pattern(lexicon, meaning, i, text, start, &here, group_name, group ? &named : NULL);
    if (answer == LEXICON_GAVE_UP) return LEXICON_GAVE_UP;
    if (answer == LEXICON_NO || (best == LEXICON_YES && here.start >= where->start)) continue;
    best = LEXICON_YES, *where = here;
    if (group) *group = named;
  }
  return best;
}

guint lexicon_pattern_count(const struct lexicon *lexicon, int meaning) { return meaning_patterns(lexicon, meaning)->len; }

guint lexicon_meaning_count(const struct lexicon *lexicon) { return lexicon->meanings->len; }

const char *lexicon_meaning_name(const struct lexicon *lexicon, int meaning) {
  return g_array_index(lexicon->meanings, struct meaning_words, meaning).name;
}

const struct lexicon_example *lexicon_examples(const struct lexicon *lexicon, guint *count) {
  *count = lexicon->examples->len;
  return (const struct lexicon_example *)(void *)lexicon->examples->data;
}
