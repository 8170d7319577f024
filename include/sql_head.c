/* Splits heads into keys and values, and needs into their parts. The callers decide which values are valid. */
#include "include/sql_head.h"
#include "include/message.h"
#include <stdbool.h>
#include <string.h>

/* ----------------------------------------------------------------------------------------------------- keys and values */

/* One line of a head. */
struct head_line {
  char *key, *value; /* KEY NULL: continues the value of the line above */
};

static bool line_of_head(const char *text) { return g_str_has_prefix(text, "--"); }

static const char *line_end(const char *text) { return text + strcspn(text, "\n"); }

static const char *line_next(const char *text) {
  const char *end = line_end(text);
  return *end ? end + 1 : end;
}

/* False if the line has no key. */
static bool line_cut(const char *text, bool may_continue, struct head_line *line) {
  g_autofree char *words = g_strndup(text + 2, (gsize)(line_end(text) - text - 2));
  bool continues = may_continue && words[0] == ' ' && g_ascii_isspace(words[1]);
  char *colon = strchr(words, ':');
  *line = (struct head_line){0};
  if (continues) line->value = g_strdup(g_strstrip(words));
  if (continues || !colon) return continues;
  *colon = '\0';
  line->key = g_strdup(g_strstrip(words));
  line->value = g_strdup(g_strstrip(colon + 1));
  return true;
}

static void value_continue(char **value, const char *more) {
  char *longer = g_strconcat(*value, " ", more, NULL);
  g_free(*value);
  *value = longer;
}

static char **value_place(const struct head_key *keys, gsize count, gpointer into, const char *name) {
  for (gsize i = 0; i < count; i++)
    if (!strcmp(keys[i].name, name)) return G_STRUCT_MEMBER_P(into, keys[i].at);
  return NULL;
}

G_NORETURN static void key_refuse(const char *path, guint number, const struct head_key *keys, gsize count, const char *name) {
  g_autoptr(GString) known = g_string_new(NULL);
  for (gsize i = 0; i < count; i++) g_string_append_printf(known, "%s%s", i ? ", " : "", keys[i].name);
  stop_input(path, number, "unknown key \"%s\" in the head: use %s", name, known->str);
}

const char *head_read(const char *path, const char *text, const struct head_key *keys, gsize count, gpointer into) {
  char **value = NULL;
  for (guint number = 1; line_of_head(text); number++, text = line_next(text)) {
    struct head_line line;
    if (!line_cut(text, value != NULL, &line))
      stop_input(path, number, "this line of the head has no key: write \"-- key: value\"");
    if (!line.key) value_continue(value, line.value);
    else if (!(value = value_place(keys, count, into, line.key))) key_refuse(path, number, keys, count, line.key);
    else if (*value) stop_input(path, number, "\"%s\" appears twice in the head: keep one", line.key);
    else *value = g_steal_pointer(&line.value);
    g_free(line.key);
    g_free(line.value);
  }
  return text;
}

void head_require(const char *path, const struct head_key *keys, gsize count, gconstpointer from) {
  for (gsize i = 0; i < count; i++) {
    const char *value = G_STRUCT_MEMBER(const char *, from, keys[i].at);
    if (!value || !*value) stop_input(path, 0, "the head has no \"%s\": add the line", keys[i].name);
  }
}

void head_clear(const struct head_key *keys, gsize count, gpointer from) {
  for (gsize i = 0; i < count; i++) g_clear_pointer((char **)G_STRUCT_MEMBER_P(from, keys[i].at), g_free);
}

char *head_value(const char *text, const char *key) {
  char *found = NULL;
  for (bool inside = false; line_of_head(text); text = line_next(text)) {
    struct head_line line;
    if (!line_cut(text, true, &line)) continue;
    if (line.key) inside = !strcmp(line.key, key);
    if (inside && !line.key) value_continue(&found, line.value);
    else if (inside && !found) found = g_steal_pointer(&line.value);
    g_free(line.key);
    g_free(line.value);
  }
  return found;
}

/* --------------------------------------------------------------------------------------------------------------- needs */

static void need_free(gpointer data) {
  struct need *need = data;
  g_free(need->kind);
  g_free(need->role);
  g_free(need);
}

static struct need *need_read(const char *text) {
  struct need *need = g_new0(struct need, 1);
  const char *dot = strchr(text, '.');
  need->kind = g_strstrip(dot ? g_strndup(text, (gsize)(dot - text)) : g_strdup(text));
  if (dot) need->role = g_strstrip(g_strdup(dot + 1));
  return need;
}

static GPtrArray *either_read(const char *text) {
  GPtrArray *either = g_ptr_array_new_with_free_func(need_free);
  g_auto(GStrv) parts = g_strsplit(text, "|", -1);
  for (char **part = parts; *part; part++) g_ptr_array_add(either, need_read(*part));
  return either;
}

GPtrArray *needs_read(const char *text) {
  GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  g_auto(GStrv) parts = g_strsplit(text, ",", -1);
  for (char **part = parts; *part; part++) g_ptr_array_add(all, either_read(*part));
  return all;
}

/* ------------------------------------------------------------------------------------------------------------- clauses */

int clause_compare(const char *a, const char *b) {
  while (*a && *b) {
    if (g_ascii_isdigit(*a) && g_ascii_isdigit(*b)) {
      guint64 x = g_ascii_strtoull(a, (char **)&a, 10), y = g_ascii_strtoull(b, (char **)&b, 10);
      if (x != y) return x < y ? -1 : 1;
    } else if (*a != *b) {
      /* A letter (the discussion, C) comes first; "32.6.5" before "32.6.5(1)". */
      bool x = g_ascii_isalpha(*a), y = g_ascii_isalpha(*b);
      return x != y ? (x ? -1 : 1) : *a < *b ? -1 : 1;
    } else a++, b++;
  }
  return *a ? 1 : *b ? -1 : 0;
}
