/* Reads the word files and inserts their parts into their patterns; lexicon.c compiles and matches them. */
#include "analyze/words/wordfile.h"
#include <string.h>
#include "include/assets.h"
#include "include/message.h"

/* One "key: value" of a file, its continued lines joined by a blank. */
struct entry {
  const char *file;
  guint line;
  char *key, *value;
};

static bool name_letter(char c) { return g_ascii_islower(c) || g_ascii_isdigit(c) || c == '_' || c == ' '; }

/* The length of "{name}" at TEXT; 0 if the brace belongs to a quantifier or a property. */
static gsize part_length(const char *text) {
  if (text[0] != '{' || !g_ascii_islower(text[1])) return 0;
  gsize at = 1;
  while (name_letter(text[at])) at++;
  return text[at] == '}' ? at + 1 : 0;
}

static void part_append(const struct wordfile *words, const struct entry *entry, const char *text, gsize length, GString *out) {
  g_autofree char *name = g_strndup(text + 1, length - 2);
  const char *expression = g_hash_table_lookup(words->parts, name);
  if (!expression)
    stop_input(entry->file, entry->line, "no part is named {%s}: define it above or in a file loaded before", name);
  if (g_hash_table_contains(words->lists, name)) g_string_append_printf(out, "(?&%s)", name);
  else g_string_append_printf(out, "(?:%s)", expression);
}

/* Parts that are called are appended once to the pattern, with the parts that they call. */
static void lists_append(const struct wordfile *words, GString *expression) {
  g_autoptr(GHashTable) defined = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const char *at = expression->str; (at = strstr(at, "(?&"));) {
    gsize offset = (gsize)(at - expression->str) + 3;
    char *name = g_strndup(at + 3, strcspn(at + 3, ")"));
    if (g_hash_table_contains(defined, name)) g_free(name);
    else {
      g_string_append_printf(expression, "(?(DEFINE)(?<%s>%s))", name, (const char *)g_hash_table_lookup(words->parts, name));
      g_hash_table_add(defined, name);
    }
    at = expression->str + offset;
  }
}

/* Turns what people write into a PCRE2 pattern: parts are inserted, " | " becomes an alternative, a blank any white space. */
static char *entry_expand(const struct wordfile *words, const struct entry *entry) {
  GString *out = g_string_new(NULL);
  for (const char *at = entry->value; *at;) {
    gsize length = part_length(at);
    if (length) part_append(words, entry, at, length, out);
    else if (at[0] == ' ' && at[1] == '|' && at[2] == ' ') g_string_append_c(out, '|'), length = 3;
    else if (at[0] == ' ' && at[1] == '?') g_string_append(out, "\\s*"), length = 2;
    else if (*at == ' ') g_string_append(out, "\\s+"), length = 1;
    else if (*at == '\\' && at[1]) g_string_append_len(out, at, 2), length = 2;
    else g_string_append_c(out, *at), length = 1;
    at += length;
  }
  return g_string_free(out, FALSE);
}

static void pattern_add(struct wordfile *words, const struct entry *entry) {
  g_autofree char *plain = entry_expand(words, entry);
  g_autoptr(GString) whole = g_string_new(NULL);
  g_string_printf(whole, "(?:%s)", plain);
  lists_append(words, whole);
  struct word_pattern pattern = {.expression = g_strdup(whole->str), .file = entry->file, .line = entry->line};
  g_array_append_val(words->patterns, pattern);
  g_array_index(words->meanings, struct word_meaning, words->meanings->len - 1).count++;
}

static void meaning_add(struct wordfile *words, const struct entry *entry) {
  for (guint i = 0; i < words->meanings->len; i++)
    if (!strcmp(g_array_index(words->meanings, struct word_meaning, i).name, entry->value))
      stop_input(entry->file, entry->line, "a second meaning %s: join them", entry->value);
  struct word_meaning meaning = {g_strdup(entry->value), words->patterns->len, 0};
  g_array_append_val(words->meanings, meaning);
}

static void example_add(struct wordfile *words, const struct entry *entry, bool wanted) {
  struct lexicon_example example = {(int)words->meanings->len - 1, g_strdup(entry->value), wanted, entry->file, entry->line};
  g_array_append_val(words->examples, example);
}

/* "is:" extends PART, which "part:" named. */
static void part_extend(struct wordfile *words, const struct entry *entry, const char *part) {
  const char *before = g_hash_table_lookup(words->parts, part);
  char *more = entry_expand(words, entry);
  char *all = before ? g_strconcat(before, "|", more, NULL) : g_strdup(more);
  g_free(more);
  g_hash_table_replace(words->parts, g_strdup(part), all);
}

static void entry_take(struct wordfile *words, const struct entry *entry, char **part) {
  bool in_part = *part != NULL, in_meaning = !in_part && words->meanings->len > 0;
  bool list = !strcmp(entry->key, "list");
  if (list || !strcmp(entry->key, "part")) {
    if (g_hash_table_contains(words->parts, entry->value))
      stop_input(entry->file, entry->line, "a second part %s: join them", entry->value);
    g_free(*part), *part = g_strdup(entry->value);
    if (list) g_hash_table_add(words->lists, g_strdup(entry->value));
  } else if (!strcmp(entry->key, "is") && in_part) part_extend(words, entry, *part);
  else if (!strcmp(entry->key, "meaning")) g_free(*part), *part = NULL, meaning_add(words, entry);
  else if (!strcmp(entry->key, "pattern") && in_meaning) pattern_add(words, entry);
  else if (!strcmp(entry->key, "yes") && in_meaning) example_add(words, entry, true);
  else if (!strcmp(entry->key, "no") && in_meaning) example_add(words, entry, false);
  else
    stop_input(entry->file, entry->line, "\"%s:\" has no place here: write part, list, is, meaning, pattern, yes or no",
               entry->key);
}

/* Ends the current entry, if there is one. */
static void entry_end(struct wordfile *words, struct entry *entry, char **part) {
  if (!entry->key) return;
  entry_take(words, entry, part);
  g_clear_pointer(&entry->key, g_free);
  g_clear_pointer(&entry->value, g_free);
}

static void entry_begin(struct entry *entry, const char *line, guint number) {
  const char *colon = strchr(line, ':');
  if (!colon || colon == line)
    stop_input(entry->file, number, "\"%.40s\" is not \"key: value\": indent it to continue a line", line);
  entry->line = number;
  entry->key = g_strndup(line, (gsize)(colon - line));
  entry->value = g_strstrip(g_strdup(colon + 1));
}

static void file_read(struct wordfile *words, const char *path) {
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
    entry_end(words, &entry, &part);
    entry_begin(&entry, line, i + 1);
  }
  entry_end(words, &entry, &part);
  g_free(part);
}

struct wordfile *wordfile_read(const char *const *paths) {
  struct wordfile *words = g_new(struct wordfile, 1);
  words->meanings = g_array_new(FALSE, FALSE, sizeof(struct word_meaning));
  words->patterns = g_array_new(FALSE, FALSE, sizeof(struct word_pattern));
  words->examples = g_array_new(FALSE, FALSE, sizeof(struct lexicon_example));
  words->parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  words->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; paths[i]; i++) file_read(words, paths[i]);
  return words;
}

void wordfile_free(struct wordfile *words) {
  if (!words) return;
  for (guint i = 0; i < words->meanings->len; i++) g_free(g_array_index(words->meanings, struct word_meaning, i).name);
  for (guint i = 0; i < words->patterns->len; i++) g_free(g_array_index(words->patterns, struct word_pattern, i).expression);
  for (guint i = 0; i < words->examples->len; i++) g_free(g_array_index(words->examples, struct lexicon_example, i).text);
  g_array_free(words->meanings, TRUE), g_array_free(words->patterns, TRUE), g_array_free(words->examples, TRUE);
  g_hash_table_destroy(words->parts), g_hash_table_destroy(words->lists);
  g_free(words);
}
