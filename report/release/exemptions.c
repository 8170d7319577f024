/* Reads the table of exemptions and the words of offenses. Which of them holds for a cell is decided in decide.c. */
#include "report/release/exemptions.h"
#include "include/assets.h"
#include "include/message.h"
#include "include/text.h"
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define TABLE "report/release/exemptions.txt"
#define OFFENCES "report/release/offences.txt"

/* ------------------------------------------------------------------------------------------------------------- entries */

static const struct {
  const char *key;
  gsize at;
} keys[] = {{"id", offsetof(struct exemption, id)},        {"cite", offsetof(struct exemption, cite)},
            {"class", offsetof(struct exemption, class)},  {"from", offsetof(struct exemption, from)},
            {"until", offsetof(struct exemption, until)},  {"covers", offsetof(struct exemption, covers)},
            {"not", offsetof(struct exemption, excludes)}, {"decides", offsetof(struct exemption, decides)},
            {"words", offsetof(struct exemption, words)},  {"confirmed", offsetof(struct exemption, confirmed)}};

static char **exemption_value(struct exemption *exemption, gsize i) { return (char **)(void *)((char *)exemption + keys[i].at); }

static struct exemption *exemption_new(void) {
  struct exemption *exemption = g_new0(struct exemption, 1);
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) *exemption_value(exemption, i) = g_strdup("");
  return exemption;
}

static void exemption_free(void *data) {
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) g_free(*exemption_value(data, i));
  g_free(data);
}

static bool day_valid(const char *day) {
  GDate date;
  g_date_clear(&date, 1);
  int year, month, at;
  if (!*day) return true;
  if (strlen(day) != 10 || sscanf(day, "%d-%d-%d", &year, &month, &at) != 3) return false;
  return g_date_valid_dmy((GDateDay)at, (GDateMonth)month, (GDateYear)year);
}

static void exemption_check(const struct exemptions *exemptions, const struct exemption *exemption, guint line) {
  static const char *const decides[] = {"rule", "person", "refused", NULL};
  if (!*exemption->id || !*exemption->cite || !*exemption->class || !*exemption->from || !*exemption->covers)
    stop_input(exemptions->file, line, "the entry that ends here lacks id, cite, class, from or covers");
  if (!g_strv_contains(decides, exemption->decides))
    stop_input(exemptions->file, line, "decides: \"%s\" is none of rule, person, refused", exemption->decides);
  if (!day_valid(exemption->from) || !day_valid(exemption->until))
    stop_input(exemptions->file, line, "from or until is no date: write it as 2027-10-02");
}

struct parsing {
  struct exemptions *exemptions;
  struct exemption *entry; /* NULL: between two */
  char **last;             /* the value that a line with a blank continues */
};

static void entry_end(struct parsing *parsing, guint line) {
  if (!parsing->entry) return;
  exemption_check(parsing->exemptions, parsing->entry, line);
  g_ptr_array_add(parsing->exemptions->all, parsing->entry);
  parsing->entry = NULL, parsing->last = NULL;
}

static void line_value(struct parsing *parsing, const char *key, const char *value, guint line) {
  if (!parsing->entry && !strcmp(key, "written")) {
    g_free(parsing->exemptions->written);
    parsing->exemptions->written = g_strdup(value);
    return;
  }
  if (!parsing->entry) parsing->entry = exemption_new();
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (strcmp(keys[i].key, key)) continue;
    parsing->last = exemption_value(parsing->entry, i);
    g_free(*parsing->last);
    *parsing->last = g_strdup(value);
    return;
  }
  stop_input(parsing->exemptions->file, line, "\"%s\" is no key of an exemption", key);
}

static void line_read(struct parsing *parsing, const char *text, guint line) {
  g_autofree char *plain = g_strstrip(g_strdup(text));
  if (*text == '#') return;
  if (!*plain) {
    entry_end(parsing, line);
    return;
  }
  if (g_ascii_isspace(*text) && parsing->last) {
    char *longer = g_strconcat(*parsing->last, " ", plain, NULL);
    g_free(*parsing->last);
    *parsing->last = longer;
    return;
  }
  char *colon = strchr(plain, ':');
  if (!colon) stop_input(parsing->exemptions->file, line, "is no line \"key: value\"");
  *colon = 0;
  line_value(parsing, plain, g_strstrip(colon + 1), line);
}

struct exemptions *exemptions_read(const char *path) {
  struct exemptions *exemptions = g_new0(struct exemptions, 1);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  *exemptions = (struct exemptions){g_strdup(path ? path : TABLE), g_strdup(""), g_ptr_array_new_with_free_func(exemption_free)};
  if (path && !g_file_get_contents(path, &text, NULL, &error)) stop_input(path, 0, "%s", error->message);
  if (text && !g_utf8_validate(text, -1, NULL)) stop_input(path, 0, "is not text in UTF-8");
  g_auto(GStrv) lines = g_strsplit(text ? text : asset_text(TABLE), "\n", -1);
  struct parsing parsing = {.exemptions = exemptions};
  guint i = 0;
  for (; lines[i]; i++) line_read(&parsing, g_strchomp(lines[i]), i + 1);
  entry_end(&parsing, i);
  return exemptions;
}

void exemptions_free(struct exemptions *exemptions) {
  g_free(exemptions->file);
  g_free(exemptions->written);
  g_ptr_array_unref(exemptions->all);
  g_free(exemptions);
}

const struct exemption *exemption_named(const struct exemptions *exemptions, const char *id) {
  for (guint i = 0; i < exemptions->all->len; i++)
    if (!strcmp(((const struct exemption *)exemptions->all->pdata[i])->id, id)) return exemptions->all->pdata[i];
  stop_input(exemptions->file, 0, "has no entry \"%s\", which the program needs: take it over from the table built in", id);
}

static char *cite_plain(const char *cite) {
  GString *plain = g_string_new(NULL);
  for (const char *at = cite; *at; at++)
    if (!g_ascii_isspace(*at) && *at != ',') g_string_append_c(plain, g_ascii_tolower(*at));
  g_autofree char *whole = g_string_free(plain, FALSE);
  const char *end = strstr(whole, "f.s.");
  g_autofree char *own = end ? g_strndup(whole, (gsize)(end - whole)) : g_strdup(whole);
  gsize length = strlen(own);
  if (length && own[length - 1] == '.') own[length - 1] = 0;
  return g_steal_pointer(&own);
}

const struct exemption *exemption_cited(const struct exemptions *exemptions, const char *cite) {
  g_autofree char *wanted = cite_plain(cite);
  for (guint i = 0; i < exemptions->all->len; i++) {
    g_autofree char *own = cite_plain(((const struct exemption *)exemptions->all->pdata[i])->cite);
    if (!strcmp(own, wanted)) return exemptions->all->pdata[i];
  }
  return NULL;
}

bool exemption_in_force(const struct exemption *exemption, const char *day) {
  return strcmp(exemption->decides, "refused") && strcmp(day, exemption->from) >= 0 &&
         (!*exemption->until || strcmp(day, exemption->until) <= 0);
}

/* ------------------------------------------------------------------------------------------------------------ offenses */

struct offences {
  GHashTable *words; /* tag -> char **, each " folded words", with a blank after it where it is whole */
};

static char **words_folded(const char *list) {
  char **words = g_strsplit(list, "|", -1);
  for (char **word = words; *word; word++) {
    g_autofree char *folded = text_words(*word), *own = *word;
    *word = g_strconcat(" ", folded, g_str_has_suffix(own, " ") ? " " : "", NULL);
  }
  return words;
}

struct offences *offences_new(void) {
  struct offences *offences = g_new(struct offences, 1);
  offences->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  g_auto(GStrv) lines = g_strsplit(asset_text(OFFENCES), "\n", -1);
  for (char **line = lines; *line; line++) {
    const char *colon = strchr(*line, ':');
    if (**line == '#' || !colon) continue;
    g_hash_table_insert(offences->words, g_strndup(*line, (gsize)(colon - *line)), words_folded(colon + 2));
  }
  return offences;
}

void offences_free(struct offences *offences) {
  g_hash_table_unref(offences->words);
  g_free(offences);
}

bool offence_has(const struct offences *offences, const char *tag, const char *text) {
  char **words = g_hash_table_lookup(offences->words, tag);
  g_autofree char *folded = text_words(text ? text : ""), *padded = g_strconcat(" ", folded, " ", NULL);
  for (; words && *words; words++)
    if (strstr(padded, *words)) return true;
  return false;
}

bool offence_word(const struct offences *offences, const char *tag, const char *word) {
  char **words = g_hash_table_lookup(offences->words, tag);
  for (; words && *words; words++) {
    gsize length = strlen(word);
    if (!strncmp(*words + 1, word, length) && ((*words)[length + 1] == 0 || (*words)[length + 1] == ' ')) return true;
  }
  return false;
}
